"""Who told an answer, as it is written beside it: one name or several, which go with the person."""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import AnswerRecord, ChangeRecord
from desktop.storage.stored import NAMES_APART

_Rename = Callable[[str], str]


def rename(session: Session, round_id: int, label: str, new: str = "") -> None:
    """Give somebody another name wherever an answer of a round says who told it; without one, none at all."""

    def renamed(told_by: str) -> str:
        if told_by == label:
            return new
        names = (new if name == label else name for name in told_by.split(NAMES_APART))
        return NAMES_APART.join(filter(None, names))

    answers = select(AnswerRecord).where(AnswerRecord.round_id == round_id, AnswerRecord.told_by != "")
    for answer in session.scalars(answers):
        answer.told_by = renamed(answer.told_by)
    changes = select(ChangeRecord).where(ChangeRecord.round_id == round_id)
    for change in session.scalars(changes):
        change.told_by = renamed(change.told_by)
        change.before = _in_text(change.before, renamed)
        change.after = _in_text(change.after, renamed)


def forget_apart(session: Session, round_id: int, label: str) -> None:
    """Delete what the history kept of somebody's answers given apart, where two desks had written one."""
    of_round = (ChangeRecord.round_id == round_id, ChangeRecord.key == "respondent_answer")
    for change in session.scalars(select(ChangeRecord).where(*of_round)).all():
        cells = (json.loads(text) for text in (change.before, change.after) if text is not None)
        if any(cell.get("told_by") == label for cell in cells if isinstance(cell, dict)):
            session.delete(change)
    session.flush()


def _in_text(text: str | None, renamed: _Rename) -> str | None:
    if text is None or '"told_by"' not in text:
        return text
    return json.dumps(_in_plain(json.loads(text), renamed), ensure_ascii=False, sort_keys=True)


def _in_plain(plain: Any, renamed: _Rename) -> Any:
    if isinstance(plain, list):
        return [_in_plain(value, renamed) for value in plain]
    if not isinstance(plain, dict):
        return plain
    told = plain.get("told_by")
    names = {"told_by": renamed(told)} if isinstance(told, str) else {}
    return {**{name: _in_plain(value, renamed) for name, value in plain.items()}, **names}
