"""What somebody else changed after a desk had read it: noticed before anything is written over it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.content.steps import StepChange
from desktop.errors import StorageError
from desktop.models import AssessmentRecord, ChangeRecord, RoundRecord
from desktop.storage import cells
from desktop.storage.cells import Cells, What, plain_of
from desktop.storage.inserting import CLASHED, is_shared
from desktop.storage.meanwhile_error import Clash, MeanwhileError
from desktop.storage.step_cells import NO_STEP
from desktop.storage.weighing import in_fields, is_moved, same_field, weighed
from desktop.storage.writing import touch
from desktop.text import say

_MOVED = say(
    "Somebody else has moved this assessment to another version of its questions meanwhile, and your answer "
    "was not written. Look at the question again, then answer it."
)


def refuse(clashes: Iterable[Clash]) -> None:
    """MeanwhileError where there are any; after the session, which has written the rest."""
    found = tuple(clashes)
    if found:
        raise MeanwhileError(found)


def agreed(
    session: Session, round_id: int, what: What, values: Cells, seen: Cells | None
) -> tuple[Cells, list[Clash]]:
    """What some cells can become without replacing anything unseen, and what clashes.

    Where nobody says what was seen, all can be written.
    """
    if seen is None:
        return values, []
    touch(session, round_id)  # from here on nobody else writes
    before = cells.read(session, round_id, what, values)
    agreed: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key, mine in values.items():
        agreed[key], clashing = weighed(what, before[key], seen.get(key), mine)
        for field in clashing:
            who = who_changed(session, round_id, what, key, field.field)
            clashes.append(Clash(round_id, what, key, *field, *who))
    if clashes:
        session.info[CLASHED] = True
    return agreed, clashes


def agreed_step(
    session: Session, round_id: int, before: Mapping[str, Any], change: StepChange, seen: StepChange
) -> tuple[StepChange, list[Clash]]:
    """What can be said of a step without replacing anything unseen, as `agreed`."""
    now, believed, mine = (
        {name: cell.get(name) or NO_STEP[name] for name in NO_STEP}
        for cell in (before, {"state": seen.state, "note": seen.note}, asdict(change))
    )
    merged, left = in_fields(now, believed, mine, {})
    clashes = []
    for name in left:
        who = who_changed(session, round_id, "step", change.key, name)
        given = (believed[name], now[name], mine[name])
        clashes.append(Clash(round_id, "step", change.key, name, *given, *who))
        session.info[CLASHED] = True
    return replace(change, **(merged or {})), clashes


def refuse_moved(session: Session, round_id: int, pinned: Mapping[str, str]) -> None:
    """StorageError where a questionnaire of a locked round is another version than the desk asked from."""
    columns = AssessmentRecord.questionnaire_id, AssessmentRecord.hash
    now = session.execute(select(*columns).where(AssessmentRecord.round_id == round_id))
    if is_moved(pinned, dict(now.all())):
        raise StorageError(_MOVED)


def answered_since_move(session: Session, round_id: int, by: str) -> frozenset[str]:
    """The questions that others than `by` have answered since the last move; on a file there is nobody."""
    if not is_shared(session):
        return frozenset()
    of_round = ChangeRecord.round_id == round_id
    moved = select(func.max(ChangeRecord.id)).where(of_round, ChangeRecord.what == "move")
    theirs = (ChangeRecord.what == "answer", ChangeRecord.by != by)
    since = ChangeRecord.id > moved.scalar_subquery()
    return frozenset(session.scalars(select(ChangeRecord.key).where(of_round, *theirs, since)))


def who_changed(
    session: Session, round_id: int, what: str, key: str, field: str
) -> tuple[str, datetime | None]:
    """Who changed a cell, or one field of it, last, and when; the profile in any round of the company."""
    query = select(ChangeRecord).where(ChangeRecord.what == what, ChangeRecord.key == key)
    if what == "profile":
        company = select(RoundRecord.company_id).where(RoundRecord.id == round_id).scalar_subquery()
        rounds = select(RoundRecord.id).where(RoundRecord.company_id == company)
        query = query.where(ChangeRecord.round_id.in_(rounds))
    else:
        query = query.where(ChangeRecord.round_id == round_id)
    for change in session.scalars(query.order_by(ChangeRecord.id.desc())):
        if not field or not same_field(plain_of(change.before) or {}, plain_of(change.after) or {}, field):
            return change.by, change.at
    return _who_changed_last(session, round_id)


def _who_changed_last(session: Session, round_id: int) -> tuple[str, datetime | None]:
    """A move, an import or a whole plan may have changed it."""
    query = select(ChangeRecord).where(ChangeRecord.round_id == round_id)
    last = session.scalar(query.order_by(ChangeRecord.id.desc()).limit(1))
    return ("", None) if last is None else (last.by, last.at)
