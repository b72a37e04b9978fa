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
from desktop.storage.cells import Cells, What, as_text, plain_of
from desktop.storage.inserting import CLASHED, is_shared
from desktop.storage.meanwhile_error import Clash, MeanwhileError
from desktop.storage.writing import touch
from desktop.text import say

IN_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "profile": {},
    "constraints": {},
    "remark": {"note": "", "confidence": "", "is_marked": False},
}
"""Cells of which each field is a matter of its own, with what stands in one of which there is none."""
_MOVED = say(
    "Somebody else has moved this assessment to another version of its questions meanwhile, and your answer "
    "was not written. Look at the question again, then answer it."
)
NO_STEP: dict[str, Any] = {"state": "open", "note": ""}


def refuse(clashes: Iterable[Clash]) -> None:
    """MeanwhileError where there are any; after the session, which has written the rest."""
    found = tuple(clashes)
    if found:
        raise MeanwhileError(found)


def agreed(
    session: Session, round_id: int, what: What, values: Cells, seen: Cells | None
) -> tuple[Cells, list[Clash]]:
    """What can be written of some values without replacing anything unseen, and what clashes.

    Of a cell with fields, those that the desk did not change stay as they are now. Where nobody says what was
    seen, all can be written.
    """
    if seen is None:
        return values, []
    touch(session, round_id)  # from here on nobody else writes
    before = cells.read(session, round_id, what, values)
    agreed: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key, mine in values.items():
        now, believed = before[key], seen.get(key)
        if what in IN_FIELDS:
            agreed[key], left = in_fields(now, believed, mine, IN_FIELDS[what])
            fields = [(name, _field(believed, name), _field(now, name), _field(mine, name)) for name in left]
        elif _same(now, believed) or _same(now, mine):
            agreed[key], fields = mine, []
        else:
            fields = [("", _bare(believed), _bare(now), _bare(mine))]
        for field in fields:
            who = who_changed(session, round_id, what, key, field[0])
            clashes.append(Clash(round_id, what, key, *field, *who))
    if clashes:
        session.info[CLASHED] = True
    return agreed, clashes


def in_fields(
    now: Mapping[str, Any] | None,
    seen: Mapping[str, Any] | None,
    mine: Mapping[str, Any] | None,
    empty: Mapping[str, Any],
) -> tuple[dict[str, Any] | None, list[str]]:
    """A cell as it is now with the fields that the desk changed, but for those that clash, which come too."""
    cells = [{**empty, **(cell or {})} for cell in (now, seen, mine)]
    there, believed, wanted = cells
    changed = [name for name in {**believed, **wanted} if not _same_field(believed, wanted, name)]
    clashing = [
        name
        for name in changed
        if not _same_field(there, believed, name) and not _same_field(there, wanted, name)
    ]
    for name in changed:
        if name in clashing:
            continue
        if name in wanted:
            there[name] = wanted[name]
        else:
            there.pop(name, None)
    return (None if empty and there == empty else there), clashing


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
    if any(pinned.get(name, there) != there for name, there in now):
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
        if not field or not _same_field(plain_of(change.before) or {}, plain_of(change.after) or {}, field):
            return change.by, change.at
    return _who_changed_last(session, round_id)


def _who_changed_last(session: Session, round_id: int) -> tuple[str, datetime | None]:
    """A move, an import or a whole plan may have changed it."""
    query = select(ChangeRecord).where(ChangeRecord.round_id == round_id)
    last = session.scalar(query.order_by(ChangeRecord.id.desc()).limit(1))
    return ("", None) if last is None else (last.by, last.at)


def _field(cell: Mapping[str, Any] | None, name: str) -> Any:
    return (cell or {}).get(name)


def _same_field(one: Mapping[str, Any], other: Mapping[str, Any], name: str) -> bool:
    return as_text(one.get(name)) == as_text(other.get(name))


def _same(one: Any, other: Any) -> bool:
    """Of an answer, whoever told it."""
    return as_text(_bare(one)) == as_text(_bare(other))


def _bare(cell: Any) -> Any:
    return cell["plain"] if isinstance(cell, Mapping) and "plain" in cell else cell
