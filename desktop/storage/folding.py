"""Two rounds of one stage made one: of two answers the newer counts, the other stays in the history."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, inspect, select, update
from sqlalchemy.orm import Session

from desktop.models import (
    AnswerRecord,
    ChangeRecord,
    ConsentRecord,
    EvidenceRecord,
    ExpertRemarkRecord,
    KeptPlanRecord,
    MoveRecord,
    QuestionRecord,
    ReceivedRecord,
    RemarkRecord,
    RespondentRecord,
    RoundRecord,
    StepRecord,
    VisitorRecord,
)
from desktop.storage import cells
from desktop.storage.journal import Entry, Journal
from desktop.storage.moments import now_in

_MOVED = (
    *(ChangeRecord, EvidenceRecord, RespondentRecord, KeptPlanRecord, ConsentRecord, ReceivedRecord),
    *(ExpertRemarkRecord, VisitorRecord),
)


def fold(session: Session, journal: Journal, stays: int, goes: int) -> None:
    """Put everything of a round into a newer one, and delete it; of limits and place the newer count."""
    kept, gone = cells.record_of(session, stays), cells.record_of(session, goes)
    times = {
        "started_at": min(kept.started_at, gone.started_at),
        "visited_at": max(kept.visited_at, gone.visited_at),
        "changed_at": now_in(session),
    }
    for record in _MOVED:
        session.execute(update(record).where(record.round_id == goes).values(round_id=stays))
    _end_agreements(session, stays)
    _fold_answers(session, journal, stays, goes)
    _fold_remarks(session, journal, stays, goes)
    _fold_steps(session, journal, stays, goes)
    _fold_plain(session, journal, stays, goes)
    session.execute(update(RoundRecord).where(RoundRecord.id == stays).values(**times))
    session.execute(delete(RoundRecord).where(RoundRecord.id == goes))
    session.expire_all()


def _fold_answers(session: Session, journal: Journal, stays: int, goes: int) -> None:
    """Each answer of the round that goes is here afterwards, or in the history."""
    names, ours = _names(session), _of(session, AnswerRecord, stays)
    for theirs in _of(session, AnswerRecord, goes).values():
        own, key = ours.get(theirs.question_id), names[theirs.question_id]
        if own is None:
            session.add(_copied(theirs, stays))
            journal.note(session, stays, Entry("answer", key, None, _answer(theirs)))
        elif _answer(own) != _answer(theirs):
            older, newer = (own, theirs) if theirs.answered_at > own.answered_at else (theirs, own)
            journal.note(session, stays, Entry("answer", key, _answer(older), _answer(newer)))
            own.value, own.told_by, own.answered_at = newer.value, newer.told_by, newer.answered_at
    session.flush()


def _fold_remarks(session: Session, journal: Journal, stays: int, goes: int) -> None:
    """Two notes on one question stand under one another."""
    names, ours = _names(session), _of(session, RemarkRecord, stays)
    for theirs in _of(session, RemarkRecord, goes).values():
        own, key = ours.get(theirs.question_id), names[theirs.question_id]
        before = None if own is None else _remark(own)
        if own is None:
            own = _copied(theirs, stays)
            session.add(own)
        else:
            older, newer = sorted((own, theirs), key=_changed)
            confidence = newer.confidence or older.confidence
            own.note = _both(older.note, newer.note)
            own.confidence, own.is_marked = confidence, own.is_marked or theirs.is_marked
            own.changed_at = newer.changed_at
        if before != _remark(own):
            journal.note(session, stays, Entry("remark", key, before, _remark(own)))
    session.flush()


def _fold_steps(session: Session, journal: Journal, stays: int, goes: int) -> None:
    """Of two words on a step the newer counts; notes stand under one another."""
    ours = {each.key: each for each in session.scalars(select(StepRecord).filter_by(round_id=stays))}
    for theirs in session.scalars(select(StepRecord).filter_by(round_id=goes)).all():
        own = ours.get(theirs.key)
        before = None if own is None else _step(own)
        if own is None:
            own = _copied(theirs, stays)
            session.add(own)
        else:
            older, newer = sorted((own, theirs), key=_changed)
            own.note, state = _both(older.note, newer.note), newer.state
            own.state, own.changed_at = state, newer.changed_at
        if before != _step(own):
            journal.note(session, stays, Entry("step", theirs.key, before, _step(own)))
    session.flush()


def _fold_plain(session: Session, journal: Journal, stays: int, goes: int) -> None:
    """Questionnaires of both, limits of the newer round; what waits to be confirmed is not lost."""
    kept, gone = cells.record_of(session, stays), cells.record_of(session, goes)
    if kept.constraints != gone.constraints:
        limits = json.loads(gone.constraints), json.loads(kept.constraints)
        journal.note(session, stays, Entry("constraints", "", *limits))
    [ours], [theirs] = (
        list(cells.read(session, each, "questionnaires", [""]).values()) for each in (stays, goes)
    )
    known = {each["id"] for each in ours}
    both = [*ours, *(each for each in theirs if each["id"] not in known)]
    if theirs != both:
        journal.note(session, stays, Entry("questionnaires", "", theirs, both))
    if ours != both:
        journal.change(session, stays, "questionnaires", {"": both})
    if (waiting := session.get(MoveRecord, goes)) is not None:
        _tell_former(session, journal, stays, waiting)


def _tell_former(session: Session, journal: Journal, stays: int, waiting: MoveRecord) -> None:
    """What answers were before a move that nobody confirmed."""
    answers: Mapping[str, Any] = json.loads(waiting.answers)
    current = cells.read(session, stays, "answer", answers)
    for key, plain in answers.items():
        before = None if plain is None else {"plain": plain, "told_by": ""}
        if before != current[key]:
            journal.note(session, stays, Entry("answer", key, before, current[key]))


def _end_agreements(session: Session, round_id: int) -> None:
    """Who withdrew an agreement does not hold to an earlier one that the other round knew of."""
    found = session.scalars(select(ConsentRecord).filter_by(round_id=round_id)).all()
    ends = [each.withdrawn_on for each in found if each.withdrawn_on is not None]
    last: date | None = max(ends, default=None)
    for each in found:
        if last is not None and each.withdrawn_on is None and each.agreed_on <= last:
            each.withdrawn_on = last
    session.flush()


def _names(session: Session) -> dict[int, str]:
    return {each.id: each.key for each in session.scalars(select(QuestionRecord))}


def _of(session: Session, record: type[Any], round_id: int) -> dict[int, Any]:
    found = session.scalars(select(record).filter_by(round_id=round_id))
    return {each.question_id: each for each in found}


def _copied(record: Any, round_id: int) -> Any:
    columns = inspect(type(record)).columns.keys()
    return type(record)(**{name: getattr(record, name) for name in columns} | {"round_id": round_id})


def _answer(record: AnswerRecord) -> dict[str, Any]:
    return {"plain": json.loads(record.value), "told_by": record.told_by}


def _remark(record: RemarkRecord) -> dict[str, Any]:
    return {"note": record.note, "confidence": record.confidence, "is_marked": record.is_marked}


def _step(record: StepRecord) -> dict[str, Any]:
    return {"state": record.state, "note": record.note}


def _changed(record: RemarkRecord | StepRecord) -> Any:
    return record.changed_at


def _both(older: str, newer: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, (older, newer))))
