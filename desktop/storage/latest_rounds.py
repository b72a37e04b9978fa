"""Which round of a company is its latest: the one with the highest stage, of two alike the one made later."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from desktop.storage.turns import turn_of


class _Told(Protocol):
    def __getitem__(self, place: int, /) -> Any: ...


Told = TypeVar("Told", bound=_Told)


def in_turn(round_id: int, stage: object) -> tuple[int, int]:
    """What the rounds of a company are ordered by."""
    return turn_of(stage), round_id


def latest_of(rows: Iterable[Told]) -> dict[int, Told]:
    """The row of the latest round of each company, of rows that begin with company, round and stage."""
    found: dict[int, tuple[int, Told]] = {}
    turns: dict[object, int] = {}
    for row in rows:
        company, number, stage = row[0], row[1], row[2]
        if stage not in turns:
            turns[stage] = turn_of(stage)
        before = found.get(company)
        if before is None or (before[0], before[1][1]) < (turns[stage], number):
            found[company] = turns[stage], row
    return {company: row for company, (_, row) in found.items()}
