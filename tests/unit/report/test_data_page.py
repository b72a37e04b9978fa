"""The page with codes: read from paper as a scanner sees it, and told in words."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageChops
from rendered import pictures
from report_builders import a_dossier
from report_reading import reader, squeezed, text_of

from desktop.dossier.sharing import share
from desktop.report import Attachment, PrintOptions, build_pdf

CODES = tuple(f"SESTANTE:{number}/3:" + "0123456789ABCDEF" * 24 for number in (1, 2, 3))  # version 14
FILE = Attachment("plan.json", b"{}", "application/json", "the data of the plan")


def a_page(dossier, language="en", **options):
    return build_pdf(dossier, language, PrintOptions(parts=frozenset({"data"}), **options))


def scanned(picture):
    """As from a desk scanner: a little askew, grey and noisy."""
    turned = picture.convert("L").rotate(2, expand=True, fillcolor=235, resample=Image.Resampling.BILINEAR)
    return ImageChops.add(turned, Image.effect_noise(turned.size, 60), 2).convert("RGB")


@pytest.fixture(scope="module")
def dossier():
    return a_dossier(courses=1)


def test_every_code_is_read_from_a_noisy_scan(dossier):
    page = pictures(a_page(dossier, codes=CODES), 200)[-1]

    assert sorted(found.text for found in zxingcpp.read_barcodes(scanned(page))) == sorted(CODES)


def test_a_module_is_at_least_half_a_millimetre(dossier):
    dots_per_mm = 20
    page = pictures(a_page(dossier, codes=CODES[:1]), round(dots_per_mm * 25.4))[-1]

    corners = zxingcpp.read_barcodes(page)[0].position
    side_mm = (corners.top_right.x - corners.top_left.x) / dots_per_mm
    assert side_mm / 73 >= 0.5


@pytest.mark.parametrize(("count", "least"), [(2, 0.9), (4, 0.9), (6, 0.65)])
def test_codes_fill_the_width_of_one_page(dossier, count, least):
    dots_per_mm = 10
    codes = tuple(f"{number}{CODES[0]}"[: len(CODES[0])] for number in range(count))
    page = pictures(a_page(dossier, codes=codes), round(dots_per_mm * 25.4))[-1]

    found = zxingcpp.read_barcodes(page)
    assert len(found) == count
    sides = [code.position.top_right.x - code.position.top_left.x for code in found]
    assert min(sides) / dots_per_mm / 73 >= least


def test_codes_are_numbered_and_their_use_is_told(dossier):
    text = text_of(a_page(dossier, codes=CODES, attachments=(FILE,)))

    assert all(squeezed(f"Code {number} of 3") in text for number in (1, 2, 3))
    assert squeezed("plan.json – the data of the plan") in text
    assert squeezed("sestante show PLAN.pdf") in text
    assert squeezed("This page can be taken out") in text


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("full", "the company with its contact person"),
        ("no-contact", "without the contact person's data"),
        ("scores", "no VAT number"),
    ],
)
def test_the_scope_of_the_codes_is_told(dossier, scope, said):
    assert squeezed(said) in text_of(a_page(share(dossier, scope), codes=CODES[:1]))


def test_without_codes_there_are_words_alone(dossier):
    pdf = a_page(dossier, attachments=(FILE,))

    assert squeezed("in an attached file") in text_of(pdf)
    assert "Code1" not in text_of(pdf)
    assert zxingcpp.read_barcodes(pictures(pdf, 150)[-1]) == []


def test_with_nothing_to_carry_there_is_no_page(dossier):
    assert len(reader(a_page(dossier)).pages) == 1


def test_many_codes_go_on_over_pages(dossier):
    pages = pictures(a_page(dossier, codes=CODES * 5), 150)

    assert sum(len(zxingcpp.read_barcodes(page)) for page in pages) == 15


def test_it_comes_last(dossier):
    pdf = build_pdf(replace(dossier, quick_wins=()), "it", PrintOptions(codes=CODES))

    *others, last = reader(pdf).pages
    assert "Codice 3 di 3" in last.extract_text()
    assert not any("Codice 1 di 3" in page.extract_text() for page in others)
