"""The figures of a territory on paper: figures below each other, and pages that are filled."""

from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from page_boxes import boxes_of
from pypdf import PdfReader

from desktop.report import style
from desktop.report.territory.document import build_territory_pdf
from desktop.report.territory.table import Cell, FigureTable, Heading, Line
from desktop.report.territory.told import ToldTerritory

FIGURES = {"Bari": (7, 45), "Bergamo": (11, 9), "Brindisi": (140, 100)}


def a_table(name: str) -> FigureTable:
    headings = (Heading("companies", "companies", "count"), Heading("points", "points", "points"))
    lines = tuple(
        Line(
            place,
            place,
            (Cell(count, count, (name, place, "n")), Cell(Fraction(points), count, (name, place, "n"))),
            share=Fraction(points, 100),
        )
        for place, (count, points) in FIGURES.items()
    )
    return FigureTable(name, f"By {name}", "Mean points.", headings, lines, label=name)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    tables = tuple(a_table(name) for name in ("size", "sector", "region", "office", "province"))
    told = ToldTerritory(tables, (), 158, 0, date(2026, 11, 23), hub="Hub Serena " * 20)
    return build_territory_pdf(told, "en")


def test_figures_end_below_each_other(pdf: bytes) -> None:
    boxes = [box for box in boxes_of(pdf)[0] if box.text.strip() in {"45.0", "9.0", "100.0", "points"}]
    assert len(boxes) >= 8
    right = style.PAGE_WIDTH - style.MARGIN
    assert [box.right for box in boxes] == pytest.approx([right] * len(boxes), abs=1.5)


def test_a_chart_says_what_it_counts(pdf: bytes) -> None:
    page = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert page.count("companies") >= 2 * page.count("By ")


def test_tables_share_pages_and_no_footer_loses_its_day(pdf: bytes) -> None:
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) <= 3
    assert all("23 November 2026" in page.extract_text() for page in pages)
