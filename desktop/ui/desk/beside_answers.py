"""What stands beside the answers of the company on the desk: notes, marks and files that show something."""

from collections.abc import Mapping
from contextlib import suppress

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import Evidence, Remark
from desktop.ui.desk.bare_desk import BareDesk
from desktop.workspace import Case


class BesideAnswers:
    """Reads it, even while the disk is gone, and writes it down."""

    def __init__(self, desk: BareDesk) -> None:
        self._desk = desk
        self._read_of: int | None = None
        self._read: Mapping[QuestionKey, Remark] = {}

    def remarks(self) -> Mapping[QuestionKey, Remark]:
        """What stands beside answers; where the disk is gone what was read last, with what waits for it."""
        case = self._desk.open_case
        if self._read_of != case.id:
            self._read_of, self._read = case.id, {}
        with suppress(StorageError):
            self._read = self._desk.workspace.visits.remarks(case)
        return {**self._read, **self._desk.unsaved.remarks(case)}

    def save_remark(self, key: QuestionKey, remark: Remark, seen: Remark) -> None:
        """Write down what stands beside an answer, where this was seen.

        One that cannot be written now is shown all the same.
        """
        self._desk.save_case(lambda case: self._desk.unsaved.save_remark(case, key, remark, seen))

    def evidence(self, subject: str) -> tuple[Evidence, ...]:
        """The files that show something; none while the disk is gone."""
        with suppress(StorageError):
            return self._desk.workspace.visits.evidence(self._desk.open_case, subject)
        return ()

    def remove_evidence(self, evidence_id: int) -> None:
        """Take a file away."""

        def removed(case: Case) -> Case:
            self._desk.workspace.visits.remove_evidence(case, evidence_id)
            return case

        self._desk.save_case(removed)

    def forget(self) -> None:
        """What was read is not there any more: the workspace holds something else now."""
        self._read_of = None
