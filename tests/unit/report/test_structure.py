"""The plan for those who listen: what each part of a page is, in which order, and what is decoration."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from msgspec.structs import replace as with_fields
from report_builders import printed
from report_reading import squeezed
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import HRFlowable, SimpleDocTemplate, Spacer
from structure_reading import Structure, structure_of

from desktop.report import build_pdf, style
from desktop.report.canvas import PlanCanvas
from desktop.report.flowables import Figure, Heading, Markup, Text, facts, grid, joined, link, listed, strong
from desktop.report.fonts import REGULAR, register_fonts

ARABIC = "هل تستخدمون Microsoft Dynamics 365 في إدارة المخزون؟"


@pytest.fixture(scope="module")
def plan(pdf):
    return structure_of(pdf)


def read(*flowables):
    """The structure of a document of these flowables."""
    register_fonts()
    file = BytesIO()
    SimpleDocTemplate(file, initialFontName=REGULAR, invariant=1, lang="en").build(
        list(flowables), canvasmaker=PlanCanvas
    )
    return Structure(file.getvalue())


def outline(node):
    """The kinds below an element, as nested lists."""
    return [kid.kind if not kid.kids else [kid.kind, *outline(kid)] for kid in node.kids]


def test_nothing_is_drawn_outside_of_elements_and_decorations(plan):
    assert [page.stray for page in plan.pages if page.stray] == []


def test_every_marked_stretch_belongs_to_one_element_and_the_page_knows_it(plan):
    parents = plan.parents()
    owned = {(page, number): element for page, number, element in plan.owned}

    assert len(owned) == len(plan.owned) == sum(len(page.stretches) for page in plan.pages)
    for place, page in enumerate(plan.reader.pages):
        owners = [owner.idnum for owner in parents[page["/StructParents"]]]
        assert owners == [owned[place, number] for number in range(len(owners))]
        assert page["/Tabs"] == "/S"


def test_it_is_read_in_the_order_it_is_written(plan):
    written = "".join(text for page in plan.pages for _, text in sorted(page.stretches.items()))

    assert plan.document.text == written
    assert len(squeezed(written)) > 10_000


def test_pages_are_read_column_by_column(plan, dossier):
    said = squeezed(plan.document.text)
    contact = dossier.company.contact

    assert said.index(squeezed(contact.name)) < said.index(squeezed(contact.phone))
    columns = [said.index(squeezed(words)) for words in (contact.phone, _limits(dossier, plan))]
    assert columns == sorted(columns)


def _limits(dossier, plan):
    return "Limits of the plan" if plan.reader.trailer["/Root"]["/Lang"] == "en-GB" else "Limiti del piano"


def test_headings_begin_at_one_and_skip_no_level(plan, dossier):
    headings = plan.document.all("H1", "H2", "H3", "H4", "H5", "H6")
    levels = [int(heading.kind[1]) for heading in headings]

    assert levels[0] == 1
    assert all(level - before <= 1 for before, level in pairwise(levels))
    assert {1, 2, 3} == set(levels)
    assert headings[0].text == dossier.company.name


def test_tables_have_names_for_their_rows_and_as_many_cells_in_each(plan):
    tables = plan.document.all("Table")

    assert tables
    for table in tables:
        rows = [[cell.attribute("/ColSpan") or 1 for cell in row.kids] for row in table.kids]
        assert len({sum(cells) for cells in rows}) == 1
        heads = table.all("TH")
        assert heads
        assert {head.attribute("/Scope") for head in heads} <= {"/Row", "/Column"}


def test_every_figure_has_words_and_a_place(plan):
    figures = plan.document.all("Figure")

    assert figures
    for figure in figures:
        left, low, right, high = figure.attribute("/BBox")
        assert figure.entry["/Alt"]
        assert 0 <= left < right <= style.PAGE_WIDTH
        assert 0 <= low < high <= style.PAGE_HEIGHT


def test_links_are_elements_with_their_annotations_and_say_where_they_lead(plan):
    links = plan.document.all("Link")
    annotations = [found for link in links for found in link.annotations]
    drawn = [each for page in plan.reader.pages for each in page.get("/Annots", ())]
    parents = plan.parents()

    assert len(annotations) == len(drawn) > 0
    assert all(link.text and link.annotations for link in links)
    for annotation, element in annotations:
        assert annotation["/F"] == 4
        assert annotation["/Contents"] == annotation["/A"]["/URI"]
        assert parents[annotation["/StructParent"]].indirect_reference.idnum == element.idnum


def test_footers_are_decoration(plan, dossier):
    footers = [page.footer for page in plan.pages]

    assert footers[0] == ""
    assert all(dossier.company.name in footer for footer in footers[1:])
    assert all(footer not in plan.document.text for footer in footers[1:])


def test_document_says_that_it_is_tagged_in_which_language_and_shows_its_title(plan):
    root = plan.reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert plan.document.kind == "Document"


def test_a_course_in_another_language_says_so(dossier):
    plan = structure_of(printed("it"))
    said = {
        node.text.split(". ", 1)[-1]: node.entry["/Lang"]
        for node in plan.document.walk()
        if "/Lang" in node.entry
    }
    courses = {each.course.title: each.course.languages for each in dossier.plan.courses}

    assert said == {title: languages[0] for title, languages in courses.items() if len(languages) == 1}


def test_a_paragraph_on_two_pages_is_one():
    words = " ".join(f"word{number}" for number in range(2000))

    document = read(Text(words)).document

    assert outline(document) == ["P"]
    assert document.text.split() == words.split()


def test_a_long_word_is_not_torn_for_those_who_listen():
    address = "https://example.org/" + "a" * 200

    assert read(Text(f"See {address} for more")).document.text == f"See {address} for more"


def test_a_table_on_two_pages_is_one_and_its_head_is_read_once():
    rows = [[Text("Name"), Text("Value")], *([Text(f"n{row}"), Text(f"v{row}")] for row in range(80))]

    structure = read(grid(rows, (200, 200), repeatRows=1, reads="named rows"))

    (table,) = structure.document.kids
    assert len(structure.pages) > 1
    assert [row.text for row in table.kids] == ["NameValue", *(f"n{row}v{row}" for row in range(80))]
    assert [cell.kind for cell in table.kids[1].kids] == ["TH", "TD"]
    assert [cell.attribute("/Scope") for cell in table.all("TH")[:3]] == ["/Column", "/Column", "/Row"]


def test_a_row_on_two_pages_is_one():
    paragraphs = [Text(f"paragraph {number}") for number in range(120)]

    structure = read(grid([[Text("Name"), paragraphs]], (200, 200), splitInRow=1, reads="named rows"))

    (table,) = structure.document.kids
    assert len(structure.pages) > 1
    assert outline(table) == [["TR", ["TH", "P"], ["TD", *["P"] * 120]]]


def test_a_table_that_only_places_its_content_is_none():
    document = read(grid([[Text("left"), ["", Text("below")][1]], ["plain", ""]], (200, 200))).document

    assert outline(document) == ["P", "P", "P"]
    assert document.text == "leftbelowplain"


def test_a_cell_over_all_columns_names_them():
    rows = [[Text("Title"), ""], [Text("a"), Text("b")]]
    (table,) = read(grid(rows, (99, 99), ("SPAN", (0, 0), (1, 0)), reads="named rows")).document.kids

    (head,) = table.kids[0].kids
    assert (head.kind, head.attribute("/Scope"), head.attribute("/ColSpan")) == ("TH", "/Column", 2)


def test_facts_without_values_are_no_table():
    assert read(facts([("Name", "")], 200)).document.kids == []


def test_items_of_lists():
    table = grid([[Text("box"), Text("first")], [Text("box"), Text("second")]], (50, 50), reads="list")

    document = read(*listed([Text("one"), Text("two")]), Text("between"), table).document

    assert outline(document) == [
        ["L", ["LI", ["LBody", "P"]], ["LI", ["LBody", "P"]]],
        "P",
        ["L", ["LI", ["LBody", "P", "P"]], ["LI", ["LBody", "P", "P"]]],
    ]


def test_a_link_within_a_sentence_stands_where_it_is_read():
    text = joined(
        ("Before", link("the first", "https://a.example/"), "between", link("second", "https://b.example/"))
    )

    (paragraph,) = read(Text(text)).document.kids

    assert paragraph.text == "Before the first between second"
    assert [kid.text for kid in paragraph.kids] == ["the first", "second"]
    assert [kid.annotations[0][0]["/A"]["/URI"] for kid in paragraph.kids] == [
        "https://a.example/",
        "https://b.example/",
    ]


@pytest.mark.parametrize("before", ["", "See "])
def test_a_link_on_two_lines_is_one(before):
    text = Markup(before + link("word " * 60, "https://a.example/"))

    (paragraph,) = read(Text(text)).document.kids

    (found,) = paragraph.kids
    assert len(found.annotations) > 1
    assert paragraph.text.split() == [*before.split(), *["word"] * 60]


def test_rules_and_figures_without_words_are_decoration():
    drawing = Drawing(10, 10, Rect(0, 0, 10, 10))

    structure = read(Text("x"), HRFlowable(), Figure(drawing, ""), Figure(drawing, "A square"), Spacer(1, 1))

    assert outline(structure.document) == ["P", "Figure"]
    assert structure.pages[0].stray == []


def test_headings_that_would_skip_a_level_do_not():
    levels = [Heading.of(str(level), style.SECTION, "", level) for level in (2, 0, 2, 1)]

    assert [heading.kind for heading in read(*levels).document.kids] == ["H1", "H1", "H2", "H2"]


def test_texts_from_the_right_are_read_in_their_order():
    mixed = joined((ARABIC, strong(ARABIC)))

    first, second, third = read(Text(ARABIC), Text(mixed), Text(f"{ARABIC} " * 9)).document.kids

    assert first.text.split() == ARABIC.split()
    assert second.entry["/ActualText"] == f"{ARABIC} {ARABIC}"
    assert third.text.split() == (f"{ARABIC} " * 9).split()


def test_a_firm_with_an_arabic_name_is_read_on_every_page(dossier):
    company = with_fields(dossier.company, name="شركة النور (Bari)")

    plan = Structure(build_pdf(replace(dossier, company=company), "it"))

    assert plan.document.all("H1")[0].text == company.name
    assert all(company.name in page.footer for page in plan.pages[1:])
