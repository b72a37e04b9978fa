"""The cells of steps: a course's state is its decision among the limits, only the note is kept apart."""

import json
from collections.abc import Mapping
from typing import Any, Final

from msgspec import structs
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop.content.company import Constraints
from desktop.content.decisions import CourseDecision
from desktop.content.files.decoding import from_json, to_json
from desktop.content.steps import CourseOf, StepChange, course_of, state_of, with_state
from desktop.models import RoundRecord, StepRecord
from desktop.storage.inserting import insert
from desktop.storage.moments import now_in

Cell = dict[str, Any] | None
NO_STEP: Final[dict[str, Any]] = {"state": "open", "note": ""}
"""The cell of a step of which nobody has said anything."""


def read_steps(session: Session, round_id: int, keys: list[str]) -> dict[str, Any]:
    """State and note by key; a course's cell holds all decisions, so that their order comes back too."""
    query = select(StepRecord).where(StepRecord.round_id == round_id, StepRecord.key.in_(keys))
    found: dict[str, Any] = {
        row.key: {"state": row.state, "note": row.note} for row in session.scalars(query)
    }
    courses = {key: taken for key in keys if (taken := course_of(key))}
    limits = _limits(session, round_id) if courses else Constraints()
    for key, taken in courses.items():
        found[key] = _with_decisions(limits, taken, found.get(key, NO_STEP)["note"])
    return found


def write_steps(session: Session, round_id: int, values: Mapping[str, Any]) -> None:
    """Replace cells; None empties one, and takes a course's decision back."""
    for key, cell in values.items():
        taken = course_of(key)
        if taken is None:
            _put(session, round_id, key, cell)
            continue
        _put(
            session, round_id, key, {"state": "open", "note": cell["note"]} if cell and cell["note"] else None
        )
        limits = _limits(session, round_id)
        changed = with_state(limits, taken, "open") if cell is None else _decided(limits, cell["decisions"])
        if changed != limits:
            statement = update(RoundRecord).where(RoundRecord.id == round_id)
            session.execute(statement.values(constraints=to_json(changed)))


def step_cell(session: Session, round_id: int, change: StepChange) -> Cell:
    """What the cell of a step is to be; None where that says nothing."""
    taken, state, note = course_of(change.key), change.state, change.note
    if taken is not None:
        limits = _limits(session, round_id)
        for role in (taken.role, *change.roles):
            limits = with_state(limits, taken._replace(role=role), state)
        return _with_decisions(limits, taken, note)
    return None if state == "open" and not note else {"state": state, "note": note}


def _with_decisions(limits: Constraints, taken: CourseOf, note: str) -> dict[str, Any]:
    decision = limits.decided("wanted", "excluded", "under-way", "done").get((taken.role, taken.course))
    decisions = json.loads(to_json(limits.decisions))
    return {"state": state_of(decision), "note": note, "decisions": decisions}


def _decided(limits: Constraints, decisions: list[Any]) -> Constraints:
    whole = from_json(json.dumps(decisions), tuple[CourseDecision, ...])
    return structs.replace(limits, decisions=whole)


def _limits(session: Session, round_id: int) -> Constraints:
    text = session.scalar(select(RoundRecord.constraints).where(RoundRecord.id == round_id))
    return from_json(text or "{}", Constraints)


def _put(session: Session, round_id: int, key: str, cell: Cell) -> None:
    if cell is None:
        gone = delete(StepRecord).where(StepRecord.round_id == round_id, StepRecord.key == key)
        session.execute(gone)
        return
    given = {"changed_at": now_in(session), **cell}
    statement = insert(session, StepRecord).values(round_id=round_id, key=key, **given)
    session.execute(statement.on_conflict_do_update(index_elements=["round_id", "key"], set_=given))
