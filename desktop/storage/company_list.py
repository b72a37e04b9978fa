"""The companies as a list shows them, thousands at once, read in plain SQL."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import msgspec

from desktop.content.company import SizeClass
from desktop.storage.company_columns import size_from_columns
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.origins import turn_of
from desktop.storage.rows import Row

_COMPANIES = """
SELECT id, name, vat, country, sector, region, contact_name, consultant, archived_at IS NOT NULL,
    headcount, turnover_eur, balance_sheet_eur
FROM company
"""
_ROUNDS = "SELECT company_id, id, stage, visited_at FROM round"
_DUE = """
SELECT company_id, due_on, text FROM reminder WHERE done_at IS NULL AND kind != 'step'
ORDER BY due_on DESC, id DESC
"""


class CompanyRow(msgspec.Struct, frozen=True, gc=False):
    """A company in the list: its latest round, when anybody looked at it last, and what is due next.

    What is damaged in the file is missing here, so that one company does not hide the others.
    """

    id: int
    round_id: int
    name: str
    vat: str
    country: str
    sector: str | None
    region: str | None
    size: SizeClass | None
    contact: str
    consultant: str
    stage: str
    visited_at: datetime | None
    due_on: date | None
    due: str
    is_archived: bool


class CompanyList:
    """What a list tells of the companies of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[CompanyRow, ...]:
        """Every company that has a round, those put away too, the one visited last first."""
        with self._database.reading() as rows:
            companies, rounds, due = rows(_COMPANIES), rows(_ROUNDS), rows(_DUE)
        latest, visits = _latest(rounds), _visits(rounds)
        dues = {row["company_id"]: row for row in due}
        there = {row["id"]: row for row in companies if row["id"] in latest}
        order = sorted(there, key=lambda each: (visits[each], latest[each]), reverse=True)
        return tuple(_row(there[each], latest[each], visits[each], dues.get(each)) for each in order)


def _latest(rounds: Iterable[Row]) -> Mapping[int, tuple[int, int, str]]:
    """The last round of each company: its turn, its id and its stage."""
    found: dict[int, tuple[int, int, str]] = {}
    turns: dict[object, int] = {}
    for company_id, round_id, stage, _ in rounds:
        if stage not in turns:
            turns[stage] = turn_of(str(stage))
        told = (turns[stage], round_id, str(stage))
        if found.get(company_id, told) <= told:
            found[company_id] = told
    return found


def _visits(rounds: Iterable[Row]) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for company_id, _, _, visited_at in rounds:
        if found.get(company_id, "") <= str(visited_at):
            found[company_id] = str(visited_at)
    return found


def _row(row: Row, latest: tuple[int, int, str], visited_at: str, due: Row | None) -> CompanyRow:
    number, name, vat, country, sector, region, contact, consultant, is_archived, *staff = row
    return CompanyRow(
        number,
        latest[1],
        str(name),
        str(vat),
        str(country),
        None if sector is None else str(sector),
        None if region is None else str(region),
        size_from_columns(*staff),
        str(contact),
        str(consultant),
        latest[2],
        _moment(visited_at),
        None if due is None else _day(due["due_on"]),
        "" if due is None else str(due["text"]),
        bool(is_archived),
    )


def _moment(text: str) -> datetime | None:
    try:
        return moment(text)
    except ValueError:
        return None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
