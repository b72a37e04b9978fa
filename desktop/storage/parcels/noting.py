"""What a return leaves in the history: both values of every conflict, and that a laptop came back."""

import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop.storage.journal import IMPORT, Entry, Journal
from desktop.storage.parcels.parcel import Row
from desktop.storage.parcels.reading import Found
from desktop.storage.parcels.three_way import Conflict, Put, Side, in_round
from desktop.storage.turns import turn_of

LAPTOP: Final = "laptop"
"""What a change tells that has no words of its own: `key` is the table, the values are rows or fields."""
OF_PEOPLE: Final = "respondent_answer"
"""Answers that people gave apart: in the history only where a choice would lose one; gone with the person."""
_CELLS: Final = ("answer", "remark", "step")


def note_return(
    session: Session,
    journal: Journal,
    written: Found,
    puts: Iterable[Put],
    decided: Iterable[tuple[Conflict, Side]],
) -> list[int]:
    """Write down the other value of each conflict, and in every round that changed, that it came back.

    `decided` says of each conflict whose side counts. Nothing from before the return can be undone. Returns
    the rounds that changed.
    """
    rounds = written.numbers.get("round", {})
    if not rounds:
        return []
    latest = max((key[0] for key in rounds), key=turn_of)
    stages = {each.key[0] for each in puts if in_round(each.part) and each.key[:1] in rounds}
    for conflict, side in decided:
        stage = conflict.key[0] if in_round(conflict.part) else latest
        if (stage,) in rounds:
            stages.add(stage)
            journal.note(session, rounds[(stage,)], _entry(conflict, written, is_mine=side == "mine"))
    changed = [rounds[(stage,)] for stage in sorted(stages, key=turn_of)]
    for round_id in changed:
        journal.note(session, round_id, Entry(IMPORT, "", None, {LAPTOP: True}))
    return changed


def _entry(conflict: Conflict, written: Found, *, is_mine: bool) -> Entry:
    mine, theirs = (_cell(conflict, each) for each in (conflict.mine, conflict.theirs))
    if conflict.part == OF_PEOPLE:
        mine, theirs = (_apart(conflict, written, each) for each in (mine, theirs))
    before, after = (theirs, mine) if is_mine else (mine, theirs)
    if conflict.part in _CELLS:
        return Entry(conflict.part, conflict.key[1], before, after)
    if conflict.part == "company":
        return Entry("profile", "", before, after)
    return Entry(LAPTOP, conflict.part, before, after)


def _apart(conflict: Conflict, written: Found, row: Row | None) -> Row | None:
    """An answer with whose it is, by the name that its person goes by."""
    if row is None:
        return None
    person = written.parcel.rows("respondent").get(conflict.key[:-1], {})
    told_by = str(person.get("label", conflict.key[2]))
    return {"plain": json.loads(row["value"]), "question": conflict.key[-1], "told_by": told_by}


def _cell(conflict: Conflict, value: Any) -> Any:
    """A value as the history has it."""
    if conflict.field:
        return {conflict.field: value}
    if value is None or conflict.part not in _CELLS:
        return value
    row: Row = value
    if conflict.part == "answer":
        return {"plain": json.loads(row["value"]), "told_by": row["told_by"]}
    names = ("note", "confidence", "is_marked") if conflict.part == "remark" else ("state", "note")
    return {name: row[name] for name in names}
