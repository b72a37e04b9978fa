"""What stands beside the answers of a round, in plain SQL: remarks, files, steps of the plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from msgspec import convert

from desktop.content.company import Constraints
from desktop.content.files.decoding import from_json
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepState, course_of, course_states
from desktop.errors import StorageError
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import read_whole
from desktop.storage.rows import Question, Row, Rows
from desktop.storage.stored import Confidence, Evidence, Remark, Step
from desktop.text import say

_GONE = say("This file is no longer in the workspace; add it again.")
_OF_ROUND = "JOIN round ON round.id = {0}.round_id JOIN company ON company.id = round.company_id"
_REMARKS = Question(
    f"""
SELECT company.name, question.key, remark.note, remark.confidence, remark.is_marked FROM remark
JOIN question ON question.id = remark.question_id {_OF_ROUND.format("remark")}
WHERE remark.round_id = :id ORDER BY remark.changed_at
""",  # noqa: S608 - no value of a user is in it
    of="remark question round company",
)
_STEPS = Question(
    f"""
SELECT company.name, step.key, step.state, step.note, step.changed_at FROM step {_OF_ROUND.format("step")}
WHERE step.round_id = :id ORDER BY step.changed_at
""",  # noqa: S608
    of="step round company",
)
_LIMITS = Question(
    """
SELECT company.name, round.constraints, round.changed_at FROM round
JOIN company ON company.id = round.company_id WHERE round.id = :id
""",
    of="round company change",
)
_EVIDENCE = Question(
    f"""
SELECT company.name, evidence.* FROM evidence {_OF_ROUND.format("evidence")}
WHERE evidence.round_id = :id AND (:all OR evidence.removed_at IS NULL) ORDER BY evidence.id
""",  # noqa: S608
    of="evidence round company",
)
_CONTENT = """
SELECT evidence_content.content FROM evidence_content
JOIN evidence ON evidence.id = evidence_content.evidence_id
WHERE evidence.id = :evidence AND evidence.round_id = :id
"""


class VisitReader:
    """Remarks, evidence and steps of rounds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remarks(self, round_id: int) -> dict[QuestionKey, Remark]:
        """What stands beside answers, the one changed last at the end."""
        [found] = self._database.ask(_REMARKS, id=round_id)
        return {QuestionKey(row["key"]): _remark(row) for row in found}

    def steps(self, round_id: int) -> dict[str, Step]:
        """What became of the steps of the plan, by key; those of which nobody spoke are not there."""
        return _steps(*self._database.ask(_STEPS, _LIMITS, id=round_id))

    def evidence(self, round_id: int, *, with_removed: bool = False) -> tuple[Evidence, ...]:
        """The files and photos that are there, the first one first; on request also those taken away."""
        [found] = self._database.ask(_EVIDENCE, id=round_id, all=with_removed)
        return tuple(map(_evidence, found))

    def expect(self, round_id: int) -> None:
        """Say that a window will show a round."""
        self._database.expect(_REMARKS, _STEPS, _LIMITS, id=round_id)
        self._database.expect(_EVIDENCE, id=round_id, all=False)

    def content(self, round_id: int, evidence_id: int) -> bytes:
        """The bytes of a file; StorageError where it is gone."""
        with self._database.reading() as rows:
            found = next(iter(rows(_CONTENT, evidence=evidence_id, id=round_id)), None)
        if found is None:
            raise StorageError(_GONE)
        return bytes(found["content"])


def steps_in(rows: Rows, round_id: int) -> dict[str, Step]:
    """What became of the steps of a round's plan, by key; those of which nobody spoke are not there.

    Of a course the decision tells the state, and a row no more than what was noted of it.
    """
    return _steps(*rows.together(_STEPS, _LIMITS, id=round_id))


def _steps(steps: Iterable[Row], limits: Iterable[Row]) -> dict[str, Step]:
    noted = {row["key"]: _step(row) for row in steps}
    decided = [_decided(row) for row in limits]
    states, when = decided[0] if decided else ({}, datetime.now(UTC))
    of_courses = {
        key: replace(noted.get(key, Step(state, "", when)), state=state) for key, state in states.items()
    }
    return {key: _undecided(key, step) for key, step in noted.items()} | of_courses


def _remark(row: Row) -> Remark:
    with read_whole(row["name"]):
        return Remark(str(row["note"]), convert(row["confidence"], Confidence), bool(row["is_marked"]))


def _step(row: Row) -> Step:
    with read_whole(row["name"]):
        return Step(convert(row["state"], StepState), str(row["note"]), moment(row["changed_at"]))


def _undecided(key: str, step: Step) -> Step:
    return replace(step, state="open") if course_of(key) else step


def _decided(row: Row) -> tuple[dict[str, StepState], datetime]:
    """The states of courses, and when anything of the round changed last."""
    with read_whole(row["name"]):
        return dict(course_states(from_json(row["constraints"], Constraints))), moment(row["changed_at"])


def _evidence(row: Row) -> Evidence:
    with read_whole(row["name"]):
        return Evidence(
            id=row["id"],
            subject=row["subject"],
            file_name=row["file_name"],
            media_type=row["media_type"],
            size=row["size"],
            added_at=moment(row["added_at"]),
        )
