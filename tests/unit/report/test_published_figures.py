"""Figures published for viewers tell of no small group, in any language, and come back as they were."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from desktop.errors import SestanteError
from desktop.report.territory.published import document_of, read_document
from desktop.report.territory.table import Cell, FigureTable, Heading, Line
from desktop.report.territory.told import ToldTerritory, told
from desktop.territory.suppression import Sum
from tests.desks import DAY

SECTORS = {"C": 12, "I": 2, "J": 7, "K": 9}


def _lines() -> Iterator[Line]:
    for sector, count in {**SECTORS, "all": sum(SECTORS.values())}.items():
        cells = (
            Cell(count, count, ("sector", sector, "companies")),
            Cell(Fraction(123_456, 1000), count, ("sector", sector, "companies")),
        )
        yield Line(sector, f"Sector {sector}", cells, behind=("sector", sector), share=Fraction(1, 3))


def _table() -> FigureTable:
    names = tuple(("sector", sector, "companies") for sector in SECTORS)
    headings = (Heading("companies", "companies", "count"), Heading("points", "points", "points"))
    sums = (Sum(("sector", "all", "companies"), names),)
    return FigureTable("sector", "By sector", "", headings, tuple(_lines()), sums=sums)


@pytest.fixture
def found() -> ToldTerritory:
    return told([_table()], (), companies=30, waiting=0, made_on=DAY, hub="Hub")


def test_what_was_published_comes_back_rounded_and_without_who_is_behind(found: ToldTerritory) -> None:
    read = read_document(document_of({"it": found}), "it")
    assert (read.companies, read.made_on, read.hub) == (30, DAY, "Hub")
    [table] = read.tables
    first = table.lines[0]
    assert (first.cells[0].value, first.cells[1].value) == (12, Fraction("123.46"))
    assert all(line.behind == () for line in table.lines)


def test_a_small_group_and_what_it_could_be_worked_out_from_are_not_in_the_document(
    found: ToldTerritory,
) -> None:
    [table] = read_document(document_of({"it": found}), "it").tables
    hidden = {
        line.id: [(cell.value, cell.companies) for cell in line.cells if cell.is_hidden]
        for line in table.lines
    }
    assert hidden["I"] == [(None, 0), (None, 0)]
    assert sum(bool(cells) for cells in hidden.values()) == 2  # else the total gives it away


def test_of_fewer_than_five_companies_nothing_is_told() -> None:
    few = told([_table()], (), companies=4, waiting=3, made_on=DAY)
    read = read_document(document_of({"it": few, "en": few}), "en")
    assert (read.tables, read.companies, read.waiting) == ((), 0, 0)


@pytest.mark.parametrize("text", ["", "{}", '{"form": 9}', "[1, 2", '{"tables": {"it": [{"id": 1}]}}'])
def test_a_document_of_another_version_is_told_in_a_sentence(text: str) -> None:
    with pytest.raises(SestanteError, match="another version of Sestante"):
        read_document(text, "it")
