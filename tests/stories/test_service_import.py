"""Services come in from spreadsheets of others: each row is taken, or said why not."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.advising.amounts import cents_of
from desktop.errors import ContentError
from desktop.exchange.service_import.cells import day_of, days_of
from desktop.text import wording
from desktop.workspace.reports import Wish
from tests.desks import VAT, Desk, a_firm

EN = wording("en")
HEAD = (
    "Customer",
    "Service category delivered",
    "Short description of the service",
    "Service price, €",
    "Dates",
)
ROW = ("Forno Lorusso", "Test before invest", "Prova", "1.200,50 €", "01/10/2026 / 31/10/2026")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "hub")
    desk.workspace.create_case(a_firm("Forno Lorusso", vat=VAT))
    yield desk
    desk.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a list, as CSV or as a workbook."""

    def written(*rows: tuple[Any, ...], end: str = "csv") -> Path:
        path = tmp_path / f"list.{end}"
        if end == "csv":
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file, delimiter=";").writerows(rows)
        else:
            book = openpyxl.Workbook()
            for row in rows:
                book.active.append(row)  # type: ignore[union-attr]
            book.save(path)
        return path

    return written


@pytest.mark.parametrize("end", ["csv", "xlsx"])
def test_a_row_becomes_a_line_of_the_register_once(hub: Desk, write: Callable[..., Path], end: str) -> None:
    register, path = hub.workspace.hub.reports.register, write(("A list of ours",), HEAD, ROW, end=end)
    assert register.take(register.look_at(path)) == 1
    [line] = hub.workspace.hub.services.lines()
    assert (line.company, line.category, line.title, line.price_cents) == (
        "Forno Lorusso",
        "test-before-invest",
        "Prova",
        120_050,
    )
    assert (line.started_on, line.ended_on) == (date(2026, 10, 1), date(2026, 10, 31))
    again = register.look_at(path)
    assert (again.lines, [EN.tell(each) for each in again.told()]) == (
        (),
        ["Row 3: it is in the register already."],
    )
    hub.workspace.hub.services.undo()
    assert hub.workspace.hub.services.lines() == ()


def test_each_row_that_cannot_be_taken_says_why(hub: Desk, write: Callable[..., Path]) -> None:
    hub.workspace.create_case(a_firm("Twin"))
    hub.workspace.create_case(a_firm("Twin"))
    rows = [
        ("Nobody", *ROW[1:]),
        ("Twin", *ROW[1:]),
        ("", *ROW[1:]),
        (ROW[0], "cooking", *ROW[2:]),
        (*ROW[:3], "much", ROW[4]),
        (*ROW[:4], "31/02/2026"),
    ]
    found = hub.workspace.hub.reports.register.look_at(write((*HEAD, "Colour"), *rows))
    assert found.lines == ()
    told = [EN.tell(each) for each in found.told()]
    assert told[0] == "Columns that were not used: Colour."
    parts = (
        "there is no company",
        "several companies",
        "missing",
        "category “cooking”",
        "“much”",
        "31/02/2026",
    )
    for number, (sentence, part) in enumerate(zip(told[1:], parts, strict=True), 2):
        assert sentence.startswith(f"Row {number}: ")
        assert part in sentence


def test_a_file_without_known_columns_says_which_it_needs(hub: Desk, write: Callable[..., Path]) -> None:
    with pytest.raises(ContentError, match="Service category delivered"):
        hub.workspace.hub.reports.register.look_at(write(("Colour", "Size"), ("red", "5")))


def test_what_was_handed_on_can_come_back(hub: Desk, write: Callable[..., Path], tmp_path: Path) -> None:
    register = hub.workspace.hub.reports.register
    register.take(register.look_at(write(HEAD, ("'=1+1", *ROW[1:]), (ROW[0], *ROW[1:2], "=1+1", *ROW[3:]))))
    hub.workspace.hub.reports.write(Wish("services", tmp_path / "kpi.csv"))
    found = register.look_at(tmp_path / "kpi.csv")
    assert (found.lines, len(found.left_out)) == ((), 1)
    [before] = hub.workspace.hub.services.lines()
    hub.workspace.hub.services.remove([before.uid])
    [after] = register.look_at(tmp_path / "kpi.csv").lines
    assert (after.title, after.price_cents, after.started_on) == ("=1+1", 120_050, before.started_on)


@given(st.integers(0, 10**12))
def test_amounts_are_read_in_italian_and_in_english(cents: int) -> None:
    english = f"{cents / 100:,.2f}" if cents < 10**11 else f"{cents // 100}.{cents % 100:02}"
    italian = english.translate(str.maketrans(",.", ".,"))
    assert {cents_of(text) for text in (english, italian, f"€ {italian}", f"{english} EUR")} == {cents}


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.200", 120_000),
        ("1,5", 150),
        ("1200.5", 120_050),
        ("12.5 eur", 1_250),
        ("1.2345", None),
        ("", 0),
        ("-3", None),
        ("x", None),
    ],
)
def test_amounts_as_people_write_them(text: str, cents: int | None) -> None:
    assert cents_of(text) == cents


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    cents = cents_of(text)
    assert cents is None or cents >= 0
    assert day_of(text) is None or days_of(text) is not None


@given(st.dates(date(2000, 1, 1)), st.integers(0, 500))
def test_two_days_are_read_in_every_spelling(first: date, days: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    for text in (f"{first} / {last}", f"{first:%d/%m}/{first.year:04} - {last:%d.%m}.{last.year:04}"):
        assert days_of(text) == (first, last)
