"""Printed plans of every kind for those who listen, and what other people's checkers say of them.

The checkers: PDF/A-3 by veraPDF's rules, and a part of PDF/UA-1.
"""

from io import BytesIO
from itertools import pairwise

import pdfua
import pytest
from pikepdf import pdfa
from plan_variants import VARIANTS, a_variant
from structure_reading import structure_of

STRICTER_THAN_THE_STANDARD = {
    # pikepdf knows conformance B alone, and no namespaces but those the standard itself names.
    ("ISO_19005_3:6.6.4-3", "pdfaid:conformance is 'A', expected 'B'"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfuaid:part is not permitted"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfaExtension:schemas is not permitted"),
}
EXTENSION = "XMP namespace pdfa"


@pytest.fixture(scope="module", params=VARIANTS)
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def paper(kind):
    return structure_of(a_variant(kind))


def test_nothing_is_drawn_outside_of_elements_and_decorations(paper):
    assert [page.stray for page in paper.pages if page.stray] == []


def test_it_is_read_in_the_order_it_is_written(paper):
    written = "".join(text for page in paper.pages for _, text in sorted(page.stretches.items()))

    assert paper.document.text == written


def test_headings_begin_at_one_and_skip_no_level(paper):
    levels = [int(heading.kind[1]) for heading in paper.document.all("H1", "H2", "H3", "H4", "H5", "H6")]

    assert levels[0] == 1
    assert all(level - before <= 1 for before, level in pairwise(levels))


def test_tables_have_names_for_rows_or_columns_and_as_many_cells_in_each_row(paper):
    for table in paper.document.all("Table"):
        rows = [[cell.attribute("/ColSpan") or 1 for cell in row.kids] for row in table.kids]
        heads = table.all("TH")
        assert len({sum(cells) for cells in rows}) == 1
        assert heads
        assert all(head.text.strip() for head in heads)


def test_figures_have_words(paper):
    figures = paper.document.all("Figure")

    assert figures
    assert all(figure.entry["/Alt"].strip() for figure in figures)


def test_codes_say_where_they_lead(paper):
    addresses = {found["/Contents"] for link in paper.document.all("Link") for found, _ in link.annotations}
    told = [figure.entry["/Alt"] for figure in paper.document.all("Figure")]
    leading = [words for words in told if ": https://" in words or ": http://" in words]

    assert all(words[words.index(": http") + 2 :] in addresses for words in leading)


def test_it_keeps_to_pdf_a(kind):
    report = pdfa.validate_written(BytesIO(a_variant(kind)), "3b")

    found = [(finding.rule, finding.message) for finding in report.findings]
    assert [
        each for each in found if each not in STRICTER_THAN_THE_STANDARD and EXTENSION not in each[1]
    ] == []
    assert len(found) > len(STRICTER_THAN_THE_STANDARD)


def test_it_keeps_to_pdf_ua(kind, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(a_variant(kind))

    report = pdfua.validate(str(path))

    assert report.findings == ()
    assert report.skipped == ()


@pytest.mark.parametrize("kind", ["a hub's", "scores alone", "handout"])
def test_logo_and_codes_are_figures_with_words(kind):
    told = [figure.entry["/Alt"] for figure in structure_of(a_variant(kind)).document.all("Figure")]

    assert "Hub Valle Serena" in told
    assert {"Codice 1 di 2", "Codice 2 di 2"} <= set(told)


def test_purposes_of_the_consent_and_next_steps_are_lists():
    kinds = {name: structure_of(a_variant(name)).document for name in ("bakery", "handout")}
    items = {
        name: [item.text for each in found.all("L") for item in each.kids] for name, found in kinds.items()
    }

    assert any(text.startswith("SìNo") for text in items["bakery"])
    assert any(text.startswith("1.") for text in items["handout"])


def test_courses_have_codes_that_say_their_address():
    told = [figure.entry["/Alt"] for figure in structure_of(a_variant("bakery")).document.all("Figure")]

    assert sum(": https://" in words for words in told) > 2
