"""What stands beside the answers of a round: remarks, files and photos, what became of the plan."""

from dataclasses import asdict, replace
from datetime import UTC, datetime
from hashlib import sha256
from sqlite3 import Row

from msgspec import convert

from desktop.content.company import Constraints
from desktop.content.files.decoding import from_json
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange, StepState, course_of, course_states
from desktop.errors import StorageError
from desktop.models import EvidenceContentRecord, EvidenceRecord
from desktop.storage import cells
from desktop.storage.database import Database
from desktop.storage.journal import Entry, Journal
from desktop.storage.reader import read_whole
from desktop.storage.step_cells import step_cell
from desktop.storage.stored import Confidence, Evidence, Remark, Step
from desktop.storage.writing import touch
from desktop.text import say

_GONE = say("This file is no longer in the workspace; add it once more.")
_OF_ROUND = "JOIN round ON round.id = {0}.round_id JOIN company ON company.id = round.company_id"
_REMARKS = f"""
SELECT company.name, question.key, remark.note, remark.confidence, remark.is_marked FROM remark
JOIN question ON question.id = remark.question_id {_OF_ROUND.format("remark")}
WHERE remark.round_id = :id ORDER BY remark.changed_at
"""  # noqa: S608 - no value of a user is in it
_STEPS = f"""
SELECT company.name, step.key, step.state, step.note, step.changed_at FROM step {_OF_ROUND.format("step")}
WHERE step.round_id = :id ORDER BY step.changed_at
"""  # noqa: S608
_LIMITS = """
SELECT company.name, round.constraints, round.changed_at FROM round
JOIN company ON company.id = round.company_id WHERE round.id = :id
"""
_EVIDENCE = f"""
SELECT company.name, evidence.* FROM evidence {_OF_ROUND.format("evidence")}
WHERE evidence.round_id = :id AND evidence.removed_at IS NULL ORDER BY evidence.id
"""  # noqa: S608
_CONTENT = """
SELECT evidence_content.content FROM evidence_content
JOIN evidence ON evidence.id = evidence_content.evidence_id
WHERE evidence.id = :evidence AND evidence.round_id = :id
"""


class VisitStore:
    """Remarks, evidence and steps of rounds. Every method that writes has committed when it returns.

    StorageError says where the round is gone.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def remarks(self, round_id: int) -> dict[QuestionKey, Remark]:
        """What stands beside answers, the one changed last at the end."""
        with self._database.reading() as rows:
            return {QuestionKey(row["key"]): _remark(row) for row in rows(_REMARKS, id=round_id)}

    def save_remark(self, round_id: int, key: QuestionKey, remark: Remark) -> None:
        """Replace what stands beside an answer; an empty one is taken away."""
        cell = None if remark == Remark() else asdict(remark)
        with self._database.session() as session:
            self._journal.change(session, round_id, "remark", {key: cell}, goes_on=True)

    def steps(self, round_id: int) -> dict[str, Step]:
        """What became of the steps of the plan, by key; those of which nobody spoke are not there.

        Of a course the decision tells the state, and a row no more than what was noted of it.
        """
        with self._database.reading() as rows:
            noted = {row["key"]: _step(row) for row in rows(_STEPS, id=round_id)}
            decided = [_decided(row) for row in rows(_LIMITS, id=round_id)]
        states, when = decided[0] if decided else ({}, datetime.now(UTC))
        of_courses = {
            key: replace(noted.get(key, Step(state, "", when)), state=state) for key, state in states.items()
        }
        return {key: _undecided(key, step) for key, step in noted.items()} | of_courses

    def save_step(self, round_id: int, change: StepChange) -> None:
        """Say what became of a step; `open` without a note takes back what was said.

        What became of a course is written as its decision, which the next plan follows.
        """
        with self._database.session() as session:
            before = cells.read(session, round_id, "step", [change.key])[change.key] or {"state": "open"}
            cell = step_cell(session, round_id, change)
            is_noting = before["state"] == change.state
            self._journal.change(session, round_id, "step", {change.key: cell}, goes_on=is_noting)

    def evidence(self, round_id: int) -> tuple[Evidence, ...]:
        """The files and photos that are there, the first one first."""
        with self._database.reading() as rows:
            return tuple(_evidence(row) for row in rows(_EVIDENCE, id=round_id))

    def content(self, round_id: int, evidence_id: int) -> bytes:
        """The bytes of a file; StorageError where it is gone."""
        with self._database.reading() as rows:
            found = next(iter(rows(_CONTENT, evidence=evidence_id, id=round_id)), None)
        if found is None:
            raise StorageError(_GONE)
        return bytes(found["content"])

    def add_evidence(
        self, round_id: int, subject: str, file_name: str, media_type: str, content: bytes
    ) -> int:
        """Keep a file that shows something; returns its number."""
        with self._database.session() as session:
            touch(session, round_id)
            record = EvidenceRecord(
                round_id=round_id,
                subject=subject,
                file_name=file_name,
                media_type=media_type,
                size=len(content),
                sha256=sha256(content).hexdigest(),
                added_at=datetime.now(UTC),
            )
            session.add(record)
            session.flush()
            session.add(EvidenceContentRecord(evidence_id=record.id, content=content))
            self._journal.note(session, round_id, Entry("evidence", str(record.id), after=True))
            return record.id

    def remove_evidence(self, round_id: int, evidence_id: int) -> None:
        """Take a file away; this can be undone until the round is deleted."""
        with self._database.session() as session:
            self._journal.change(session, round_id, "evidence", {str(evidence_id): None})


def _remark(row: Row) -> Remark:
    with read_whole(row["name"]):
        return Remark(str(row["note"]), convert(row["confidence"], Confidence), bool(row["is_marked"]))


def _step(row: Row) -> Step:
    with read_whole(row["name"]):
        return Step(convert(row["state"], StepState), str(row["note"]), _moment(row["changed_at"]))


def _undecided(key: str, step: Step) -> Step:
    return replace(step, state="open") if course_of(key) else step


def _decided(row: Row) -> tuple[dict[str, StepState], datetime]:
    """The states of courses, and when anything of the round changed last."""
    with read_whole(row["name"]):
        return dict(course_states(from_json(row["constraints"], Constraints))), _moment(row["changed_at"])


def _evidence(row: Row) -> Evidence:
    with read_whole(row["name"]):
        return Evidence(
            id=row["id"],
            subject=row["subject"],
            file_name=row["file_name"],
            media_type=row["media_type"],
            size=row["size"],
            added_at=_moment(row["added_at"]),
        )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
