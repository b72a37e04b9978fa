"""The companies as a list shows them, thousands at once, read in plain SQL."""

from datetime import date, datetime
from sys import intern

import msgspec

from desktop.content.company import SizeClass
from desktop.storage.company_columns import size_from_columns
from desktop.storage.database import Database
from desktop.storage.latest_rounds import in_turn, latest_of
from desktop.storage.moments import moment
from desktop.storage.rows import Row

_COMPANIES = """
SELECT id, name, vat, country, sector, region, contact_name, consultant, archived_at IS NOT NULL,
    headcount, turnover_eur, balance_sheet_eur
FROM company
"""
_ROUNDS = "SELECT company_id, id, stage FROM round"
_VISITS = "SELECT company_id, max(visited_at) AS visited_at FROM round GROUP BY company_id"
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
            latest, dues = latest_of(rows.each(_ROUNDS)), {row["company_id"]: row for row in rows(_DUE)}
            visits = {row["company_id"]: str(row["visited_at"]) for row in rows.each(_VISITS)}
            found = [
                _row(row, latest[row["id"]], visits[row["id"]], dues.get(row["id"]))
                for row in rows.each(_COMPANIES)
                if row["id"] in latest
            ]
        places = {each.id: (visits[each.id], in_turn(each.round_id, each.stage)) for each in found}
        return tuple(sorted(found, key=lambda each: places[each.id], reverse=True))


def _row(row: Row, latest: Row, visited_at: str, due: Row | None) -> CompanyRow:
    """Words that many companies share are kept once."""
    number, name, vat, country, sector, region, contact, consultant, is_archived, *staff = row
    return CompanyRow(
        number,
        latest["id"],
        str(name),
        str(vat),
        intern(str(country)),
        None if sector is None else intern(str(sector)),
        None if region is None else intern(str(region)),
        size_from_columns(*staff),
        intern(str(contact)),
        intern(str(consultant)),
        intern(str(latest["stage"])),
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
