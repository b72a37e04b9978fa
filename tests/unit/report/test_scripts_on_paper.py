"""Texts in all scripts on paper: every glyph drawn, letters joined, lines in the order they are read."""

from dataclasses import replace
from io import BytesIO

import pytest
from drawn_glyphs import boxes
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields
from report_reading import reader
from reportlab.lib.enums import TA_RIGHT
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import SimpleDocTemplate

from desktop.report import build_pdf
from desktop.report.canvas import PlanCanvas
from desktop.report.flowables import Text, joined, strong
from desktop.report.fonts import REGULAR, printable, register_fonts
from desktop.report.shaping import in_visual_order

TEXTS = (
    "معدّلاً حاليّاً كِتَابٌ الله لا ٢٠٢٧ و 2027 – «مهم» [نعم]",
    "هل تستخدمون Microsoft Dynamics 365 (Business Central) في إدارة المخزون؟ نعم، بنسبة 12,5 % تقريباً.",
    "שלום עולם (Tel Aviv) 2027: שִׁמְעוֹן",
    "« L’œuvre »\u202f: où ? – İstanbul’da ığüşöç – Ελένη, Київ, Łódź, 王小明, 서울, \u200fAB\u200e",
)


def a_pdf(*flowables):
    file = BytesIO()
    SimpleDocTemplate(file, initialFontName=REGULAR, invariant=1).build(
        list(flowables), canvasmaker=PlanCanvas
    )
    return file.getvalue()


@pytest.fixture(autouse=True)
def _fonts():
    register_fonts()


def test_every_glyph_is_drawn():
    assert boxes(a_pdf(*(Text(joined((text, strong(text)))) for text in TEXTS))) == []


def test_a_letter_without_glyph_would_be_found():
    raw = Text("x")
    raw.frags[0].text = "面"

    assert len(boxes(a_pdf(raw))) == 1


def test_letters_are_joined_and_read_from_the_right():
    font = pdfmetrics.getFont(REGULAR)

    shown = str(font.shaped("هل نعم؟", is_right_to_left=True))

    assert [f"{ord(letter):X}" for letter in shown] == ["61F", "FEE2", "FECC", "FEE7", "20", "FEDE", "FEEB"]
    assert str(font.shaped("Yes (12)", is_right_to_left=False)) == "Yes (12)"


def test_latin_names_numbers_and_brackets_keep_their_order_in_a_line_from_the_right():
    assert in_visual_order("אב (Office 365) 12", is_right_to_left=True) == "12 (Office 365) בא"
    assert in_visual_order("אב (גד)", is_right_to_left=True) == "(דג) בא"
    assert in_visual_order("\u2068אב\u2069 (Roma)", is_right_to_left=False) == "בא (Roma)"


def test_paragraphs_in_arabic_begin_at_the_right_and_break_in_order():
    text = "كلمة أولى " * 30
    paragraph = Text(text)
    paragraph.wrap(200, 500)
    first, rest = paragraph.split(200, 40)

    assert paragraph.style.alignment == first.style.alignment == rest.style.alignment == TA_RIGHT
    assert boxes(a_pdf(paragraph)) == []


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_whatever_is_written_is_drawn_as_wide_as_it_was_measured(text):
    font = pdfmetrics.getFont(REGULAR)
    shown = printable(text).replace("\n", " ").replace("\r", " ").replace("\t", " ")

    drawn = font.shaped(shown, is_right_to_left=False)

    places = getattr(drawn, "__shapeData__", None)
    if places is not None:
        measured = font.stringWidth(shown, 1000)
        assert sum(place.x_advance for place in places) == pytest.approx(measured, abs=1)
        assert len(places) == len(drawn)
    assert all(subset != 0 or b"\x00" not in codes for subset, codes in font.splitString(drawn, _Document()))


class _Document:
    """What a font hangs the subsets of a document on."""


def test_a_plan_for_a_firm_with_an_arabic_name(dossier):
    company = with_fields(dossier.company, name="شركة النور (Bari)")

    pdf = build_pdf(replace(dossier, company=company), "it")

    assert boxes(pdf) == []
    assert pdf == build_pdf(replace(dossier, company=company), "it")
    assert reader(pdf).metadata.author == "شركة النور (Bari)"
