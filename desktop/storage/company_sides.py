"""What there is of one company: its profile, its rounds, and how much each of them holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.content.company import Company, vat_key
from desktop.errors import StorageError
from desktop.storage.company_columns import company_from_columns
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import NO_ROUND, read_whole
from desktop.storage.rows import Row, Rows
from desktop.storage.turns import turn_of

SameStage = Literal["apart", "one"]
"""What becomes of rounds of one stage: they follow one another in time, or the newer answers count."""
_COMPANY = "SELECT * FROM company WHERE id = :id"
_WITH_VAT = "SELECT id, vat FROM company WHERE country = :country AND vat != '' ORDER BY id"
_ROUNDS = """
SELECT round.id, round.stage, round.started_at, round.changed_at,
    (SELECT count(*) FROM answer WHERE answer.round_id = round.id) AS answers,
    (SELECT count(*) FROM remark WHERE remark.round_id = round.id AND remark.note != '') AS notes,
    (SELECT count(*) FROM evidence WHERE evidence.round_id = round.id AND removed_at IS NULL) AS files,
    (SELECT count(*) FROM respondent WHERE respondent.round_id = round.id) AS people
FROM round WHERE round.company_id = :id
"""


@dataclass(frozen=True, slots=True)
class RoundSide:
    """A round as far as it is compared with another one, or deleted: what it holds, in numbers."""

    id: int
    stage: str
    started_at: datetime
    changed_at: datetime
    answers: int
    notes: int
    files: int
    people: int


@dataclass(frozen=True, slots=True)
class CompanySide:
    """A company beside another one: its profile and its rounds, the first one first."""

    id: int
    company: Company
    consultant: str
    rounds: tuple[RoundSide, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """The company that stays with its profile, the one that goes into it, and their rounds of one stage."""

    stays: int
    goes: int
    same_stage: SameStage


class CompanySides:
    """The companies of a database, one at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def side(self, company_id: int) -> CompanySide:
        """What there is of a company; StorageError where it is gone."""
        with self._database.reading() as rows:
            return _side(rows, company_id)

    def with_vat(self, number: str, country: str, but: int | None) -> tuple[CompanySide, ...]:
        """The companies of a country with a VAT number, as `vat_key` makes it, but for one."""
        with self._database.reading() as rows:
            found = [row["id"] for row in rows(_WITH_VAT, country=country) if _key(country, row) == number]
            return tuple(_side(rows, each) for each in found if each != but)


def _key(country: str, row: Row) -> str:
    return vat_key(country, str(row["vat"]))


def _side(rows: Rows, company_id: int) -> CompanySide:
    found = next(iter(rows(_COMPANY, id=company_id)), None)
    if found is None:
        raise StorageError(NO_ROUND)
    with read_whole(found["name"]):
        rounds = sorted(map(_round, rows(_ROUNDS, id=company_id)), key=_turn_and_id)
        company = company_from_columns(found)
        return CompanySide(company_id, company, str(found["consultant"]), tuple(rounds))


def _round(row: Row) -> RoundSide:
    started, changed = moment(row["started_at"]), moment(row["changed_at"])
    counts = (row["answers"], row["notes"], row["files"], row["people"])
    return RoundSide(row["id"], row["stage"], started, changed, *counts)


def _turn_and_id(each: RoundSide) -> tuple[int, int]:
    return turn_of(each.stage), each.id
