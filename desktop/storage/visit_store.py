"""What stands beside the answers of a round: remarks, files and photos, what became of the plan."""

from dataclasses import asdict
from hashlib import sha256

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange
from desktop.models import EvidenceContentRecord, EvidenceRecord
from desktop.storage import cells
from desktop.storage.database import Database
from desktop.storage.journal import Entry, Journal
from desktop.storage.meanwhile import agreed, agreed_step, refuse
from desktop.storage.meanwhile_error import Clash
from desktop.storage.moments import now_in
from desktop.storage.step_cells import step_cell
from desktop.storage.stored import Remark
from desktop.storage.visit_reader import VisitReader
from desktop.storage.writing import touch


class VisitStore(VisitReader):
    """Remarks, evidence and steps of rounds. Every method that writes has committed when it returns.

    StorageError says where the round is gone.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        super().__init__(database)
        self._journal = journal

    def save_remark(
        self, round_id: int, key: QuestionKey, remark: Remark, seen: Remark | None = None
    ) -> None:
        """Replace what stands beside an answer; an empty one is taken away.

        Where it says what was `seen`, only what is another since; MeanwhileError where somebody else changed
        the same.
        """
        cell = None if remark == Remark() else asdict(remark)
        believed: cells.Cells | None = None if seen is None else {key: asdict(seen)}
        with self._database.session() as session:
            values, clashes = agreed(session, round_id, "remark", {key: cell}, believed)
            self._journal.change(session, round_id, "remark", values, goes_on=True)
        refuse(clashes)

    def save_step(self, round_id: int, change: StepChange, seen: StepChange | None = None) -> None:
        """Say what became of a step; `open` without a note takes back what was said.

        What became of a course is written as its decision, which the next plan follows. Where it says what
        was `seen`, as `save_remark`.
        """
        clashes: list[Clash] = []
        with self._database.session() as session:
            touch(session, round_id)
            before = cells.read(session, round_id, "step", [change.key])[change.key] or {"state": "open"}
            if seen is not None:
                change, clashes = agreed_step(session, round_id, before, change, seen)
            cell = step_cell(session, round_id, change)
            is_noting = before["state"] == change.state
            self._journal.change(session, round_id, "step", {change.key: cell}, goes_on=is_noting)
        refuse(clashes)

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
                added_at=now_in(session),
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
