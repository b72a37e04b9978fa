"""What is held in a round, table by table, read in plain SQL."""

import json
from datetime import date, datetime
from typing import Any

from desktop.holding import (
    HeldAnswer,
    HeldChange,
    HeldConsent,
    HeldFile,
    HeldPlan,
    HeldQuestionnaire,
    HeldRemark,
    HeldStep,
    HeldVoice,
)
from desktop.storage.moments import moment
from desktop.storage.purposes import is_about_company, question_of
from desktop.storage.rows import Row, Rows
from desktop.storage.visit_reader import steps_in

_QUESTIONNAIRES = "SELECT * FROM assessment WHERE round_id = :id ORDER BY position"
_ANSWERS = """
SELECT question.key, answer.* FROM answer JOIN question ON question.id = answer.question_id
WHERE round_id = :id ORDER BY answered_at, question.id
"""
_SAID = """
SELECT question.key, respondent_answer.*, '' AS told_by FROM respondent_answer
JOIN question ON question.id = respondent_answer.question_id
WHERE respondent_id = :id ORDER BY answered_at, question.id
"""
_REMARKS = """
SELECT question.key, remark.* FROM remark JOIN question ON question.id = remark.question_id
WHERE round_id = :id ORDER BY changed_at, question.id
"""
_FILES = "SELECT * FROM evidence WHERE round_id = :id ORDER BY id"
_PLANS = "SELECT * FROM kept_plan WHERE round_id = :id ORDER BY id"
_CONSENTS = "SELECT * FROM consent WHERE round_id = :id ORDER BY id"
_CHANGES = "SELECT * FROM change WHERE round_id = :id ORDER BY id"
_PEOPLE = "SELECT * FROM respondent WHERE round_id = :id ORDER BY id"


def questionnaires(rows: Rows, round_id: int) -> tuple[HeldQuestionnaire, ...]:
    """The questionnaires of a round, in order."""
    found = rows(_QUESTIONNAIRES, id=round_id)
    return tuple(HeldQuestionnaire(row["questionnaire_id"], row["version"], row["hash"]) for row in found)


def answers(rows: Rows, round_id: int) -> tuple[HeldAnswer, ...]:
    """The answers of the company, the oldest first."""
    return tuple(_answer(row) for row in rows(_ANSWERS, id=round_id))


def personal_answers(rows: Rows, person_id: int) -> tuple[HeldAnswer, ...]:
    """What one person answered about herself or himself, the oldest first."""
    return tuple(_answer(row) for row in rows(_SAID, id=person_id) if not is_about_company(row["key"]))


def answers_about_company(rows: Rows, person_id: int) -> tuple[HeldAnswer, ...]:
    """What one person answered about the company, the oldest first."""
    return tuple(_answer(row) for row in rows(_SAID, id=person_id) if is_about_company(row["key"]))


def voices(rows: Rows, round_id: int) -> tuple[HeldVoice, ...]:
    """Those who answered about the company, in the order in which they came."""
    found = rows(_PEOPLE, id=round_id)
    told = (HeldVoice(row["label"], row["role"], answers_about_company(rows, row["id"])) for row in found)
    return tuple(voice for voice in told if voice.answers)


def remarks(rows: Rows, round_id: int) -> tuple[HeldRemark, ...]:
    """What stands beside answers."""
    return tuple(
        HeldRemark(
            question=row["key"],
            note=row["note"],
            confidence=row["confidence"],
            is_marked=bool(row["is_marked"]),
            changed_at=moment(row["changed_at"]),
        )
        for row in rows(_REMARKS, id=round_id)
    )


def files(rows: Rows, round_id: int) -> tuple[HeldFile, ...]:
    """Files and photos, those taken away too."""
    names = ("id", "subject", "file_name", "media_type", "size", "sha256")
    return tuple(
        HeldFile(
            **{name: row[name] for name in names},
            added_at=moment(row["added_at"]),
            removed_at=moment(row["removed_at"]) if row["removed_at"] else None,
        )
        for row in rows(_FILES, id=round_id)
    )


def steps(rows: Rows, round_id: int) -> tuple[HeldStep, ...]:
    """What became of the steps of the plan, in the order in which they were changed last."""
    found = steps_in(rows, round_id).items()
    told = (HeldStep(key, step.state, step.note, step.changed_at) for key, step in found)
    return tuple(sorted(told, key=_when_and_key))


def plans(rows: Rows, round_id: int) -> tuple[HeldPlan, ...]:
    """The plans kept for comparing."""
    found = rows(_PLANS, id=round_id)
    return tuple(
        HeldPlan(row["name"], json.loads(row["constraints"]), moment(row["kept_at"])) for row in found
    )


def consents(rows: Rows, round_id: int) -> tuple[HeldConsent, ...]:
    """The agreements, the first one first."""
    return tuple(
        HeldConsent(
            date.fromisoformat(row["agreed_on"]),
            row["text_version"],
            date.fromisoformat(row["withdrawn_on"]) if row["withdrawn_on"] else None,
        )
        for row in rows(_CONSENTS, id=round_id)
    )


def changes(rows: Rows, round_id: int) -> tuple[HeldChange, ...]:
    """The history in the order in which it was written, whatever the clock said."""
    names = ("id", "what", "by", "told_by", "act", "of")
    return tuple(
        HeldChange(
            **{name: row[name] for name in names},
            at=moment(row["at"]),
            question=row["key"],
            before=_plain(row["before"]),
            after=_plain(row["after"]),
        )
        for row in rows(_CHANGES, id=round_id)
    )


def count_people(rows: Rows, round_id: int) -> int:
    """How many answered about themselves."""
    return sum(bool(personal_answers(rows, row["id"])) for row in rows(_PEOPLE, id=round_id))


def _when_and_key(step: HeldStep) -> tuple[datetime, str]:
    return step.changed_at, step.key


def _answer(row: Row) -> HeldAnswer:
    value: Any = json.loads(row["value"])
    return HeldAnswer(question_of(row["key"]), value, moment(row["answered_at"]), row["told_by"])


def _plain(text: str | None) -> Any:
    return None if text is None else json.loads(text)
