"""The cells a round is made of, each read and written whole, so that every change can be turned round."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import OutOfReachError
from desktop.models import (
    AnswerRecord,
    AssessmentRecord,
    CompanyRecord,
    EvidenceRecord,
    MoveRecord,
    QuestionRecord,
    RemarkRecord,
    RoundRecord,
)
from desktop.storage.company_columns import COMPANY_COLUMNS
from desktop.storage.engagement_cells import read_engagement, write_engagement
from desktop.storage.inserting import insert
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND
from desktop.storage.step_cells import read_steps, write_steps
from desktop.storage.writing import question_ids

What = Literal[
    "answer",
    "remark",
    "step",
    "evidence",
    "profile",
    "engagement",
    "questionnaires",
    "constraints",
    "move",
]
Cells: TypeAlias = Mapping[str, Any]
"""Values by key: an answer's is `{"plain": ..., "told_by": ...}`, None where there is none."""


def read(session: Session, round_id: int, what: What, keys: Iterable[str]) -> dict[str, Any]:
    """What stands in some cells, as plain JSON values; None where nothing does."""
    wanted = list(keys)
    return dict.fromkeys(wanted) | _READ[what](session, round_id, wanted)


def read_move(session: Session, round_id: int, answers: Iterable[str]) -> dict[str, Any]:
    """The one cell that a move changes: the questionnaires, some answers, and what was before the move."""
    former = session.get(MoveRecord, round_id)
    kept = former and {"questionnaires": former.questionnaires, "answers": former.answers}
    (questionnaires,) = read(session, round_id, "questionnaires", [""]).values()
    return {
        "questionnaires": questionnaires,
        "answers": read(session, round_id, "answer", answers),
        "former": kept,
    }


def write(session: Session, round_id: int, what: What, values: Cells) -> None:
    """Replace what stands in some cells; None empties one."""
    _WRITE[what](session, round_id, values)


def record_of(session: Session, round_id: int) -> RoundRecord:
    """A round with its company and questionnaires; StorageError where it is gone."""
    query = (
        select(RoundRecord)
        .where(RoundRecord.id == round_id)
        .options(joinedload(RoundRecord.company), selectinload(RoundRecord.assessments))
    )
    record = session.scalar(query)
    if record is None:
        raise OutOfReachError(NO_ROUND)
    return record


def as_text(plain: Any) -> str:
    """A plain value as it stands in the file."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def plain_of(text: str | None) -> Any:
    """A plain value from its text; None where there is none."""
    return None if text is None else json.loads(text)


def _read_answers(session: Session, round_id: int, keys: list[str]) -> dict[str, Any]:
    query = (
        select(QuestionRecord.key, AnswerRecord.value, AnswerRecord.told_by)
        .join(AnswerRecord, AnswerRecord.question_id == QuestionRecord.id)
        .where(AnswerRecord.round_id == round_id, QuestionRecord.key.in_(keys))
    )
    found = session.execute(query).all()
    return {key: {"plain": json.loads(value), "told_by": by} for key, value, by in found}


def _write_answers(session: Session, round_id: int, values: Cells) -> None:
    ids, now = question_ids(session, [QuestionKey(key) for key in values]), now_in(session)
    rows = [
        {
            "round_id": round_id,
            "question_id": ids[key],
            "value": as_text(cell["plain"]),
            "told_by": cell["told_by"],
            "answered_at": now,
        }
        for key, cell in values.items()
        if cell is not None
    ]
    _remove(session, AnswerRecord, round_id, [ids[key] for key, cell in values.items() if cell is None])
    _put(session, AnswerRecord, rows, ["round_id", "question_id"])


def _read_remarks(session: Session, round_id: int, keys: list[str]) -> dict[str, Any]:
    query = (
        select(QuestionRecord.key, RemarkRecord)
        .join(RemarkRecord, RemarkRecord.question_id == QuestionRecord.id)
        .where(RemarkRecord.round_id == round_id, QuestionRecord.key.in_(keys))
    )
    return {
        key: {"note": row.note, "confidence": row.confidence, "is_marked": row.is_marked}
        for key, row in session.execute(query).all()
    }


def _write_remarks(session: Session, round_id: int, values: Cells) -> None:
    ids, now = question_ids(session, [QuestionKey(key) for key in values]), now_in(session)
    rows = [
        {"round_id": round_id, "question_id": ids[key], "changed_at": now, **cell}
        for key, cell in values.items()
        if cell is not None
    ]
    _remove(session, RemarkRecord, round_id, [ids[key] for key, cell in values.items() if cell is None])
    _put(session, RemarkRecord, rows, ["round_id", "question_id"])


def _read_evidence(session: Session, round_id: int, keys: list[str]) -> dict[str, Any]:
    """Whether it is there: what was taken away is None."""
    query = select(EvidenceRecord).where(EvidenceRecord.round_id == round_id)
    there = (row for row in session.scalars(query) if row.removed_at is None)
    return {str(row.id): True for row in there if str(row.id) in keys}


def _write_evidence(session: Session, round_id: int, values: Cells) -> None:
    for key, is_there in values.items():
        statement = update(EvidenceRecord).where(
            EvidenceRecord.id == int(key), EvidenceRecord.round_id == round_id
        )
        session.execute(statement.values(removed_at=None if is_there else now_in(session)))


def _read_profile(session: Session, round_id: int, _keys: list[str]) -> dict[str, Any]:
    """Nobody else writes it from here on: the lock of a round does not reach the others of its company."""
    company = select(RoundRecord.company_id).where(RoundRecord.id == round_id).scalar_subquery()
    columns = [getattr(CompanyRecord, name) for name in COMPANY_COLUMNS]
    query = select(*columns).where(CompanyRecord.id == company).with_for_update(key_share=True)
    found = session.execute(query).one_or_none()
    if found is None:
        raise OutOfReachError(NO_ROUND)
    return {"": dict(zip(COMPANY_COLUMNS, found, strict=True))}


def _write_profile(session: Session, round_id: int, values: Cells) -> None:
    company_id = record_of(session, round_id).company_id
    session.execute(update(CompanyRecord).where(CompanyRecord.id == company_id).values(**values[""]))


def _read_questionnaires(session: Session, round_id: int, _keys: list[str]) -> dict[str, Any]:
    pinned = record_of(session, round_id).assessments
    return {"": [{"id": e.questionnaire_id, "version": e.version, "hash": e.hash} for e in pinned]}


def _write_questionnaires(session: Session, round_id: int, values: Cells) -> None:
    record = record_of(session, round_id)
    record.assessments.clear()
    session.flush()
    record.assessments.extend(
        AssessmentRecord(questionnaire_id=e["id"], position=n, version=e["version"], hash=e["hash"])
        for n, e in enumerate(values[""])
    )


def _read_constraints(session: Session, round_id: int, _keys: list[str]) -> dict[str, Any]:
    return {"": json.loads(record_of(session, round_id).constraints)}


def _write_constraints(session: Session, round_id: int, values: Cells) -> None:
    text = json.dumps(values[""], ensure_ascii=False)
    session.execute(update(RoundRecord).where(RoundRecord.id == round_id).values(constraints=text))


def _write_move(session: Session, round_id: int, values: Cells) -> None:
    cell = values[""]
    _write_questionnaires(session, round_id, {"": cell["questionnaires"]})
    _write_answers(session, round_id, cell["answers"])
    session.execute(delete(MoveRecord).where(MoveRecord.round_id == round_id))
    if cell["former"] is not None:
        session.add(MoveRecord(round_id=round_id, moved_at=now_in(session), **cell["former"]))


def _remove(
    session: Session, record: type[AnswerRecord] | type[RemarkRecord], round_id: int, ids: list[int]
) -> None:
    if ids:
        session.execute(delete(record).where(record.round_id == round_id, record.question_id.in_(ids)))


def _put(session: Session, record: type[Any], rows: list[dict[str, Any]], keys: list[str]) -> None:
    if rows:
        statement = insert(session, record)
        new = {name: getattr(statement.excluded, name) for name in rows[0] if name not in keys}
        session.execute(statement.on_conflict_do_update(index_elements=keys, set_=new), rows)


_READ: Mapping[str, Callable[[Session, int, list[str]], dict[str, Any]]] = {
    "answer": _read_answers,
    "remark": _read_remarks,
    "step": read_steps,
    "evidence": _read_evidence,
    "profile": _read_profile,
    "engagement": read_engagement,
    "questionnaires": _read_questionnaires,
    "constraints": _read_constraints,
}
_WRITE: Mapping[What, Callable[[Session, int, Cells], None]] = {
    "answer": _write_answers,
    "remark": _write_remarks,
    "step": write_steps,
    "evidence": _write_evidence,
    "profile": _write_profile,
    "engagement": write_engagement,
    "questionnaires": _write_questionnaires,
    "constraints": _write_constraints,
    "move": _write_move,
}
