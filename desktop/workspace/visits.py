"""What stands beside the answers of a case: remarks, files and photos, and what became of the plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange, StepState
from desktop.storage import Evidence, Remark, Step
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from collections.abc import Iterable


class Visits:
    """Remarks, evidence and steps of a workspace's cases. Every save is on disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def remarks(self, case: Case) -> Mapping[QuestionKey, Remark]:
        """What stands beside answers, the one changed last at the end."""
        return self._stores.visits.remarks(case.id)

    def save_remark(self, case: Case, key: QuestionKey, remark: Remark) -> None:
        """Replace what stands beside an answer; an empty remark is taken away."""
        self._stores.visits.save_remark(case.id, key, remark)

    def steps(self, case: Case) -> Mapping[str, Step]:
        """What became of the steps of the plan, by key; those of which nobody spoke are not there.

        A course's step tells what its decision says (see `desktop.content.steps`).
        """
        return self._stores.visits.steps(case.id)

    def save_step(
        self, case: Case, key: str, state: StepState, note: str = "", roles: tuple[Role, ...] = ()
    ) -> None:
        """Say what became of a step, of a course for other `roles` too; the case must be read anew then.

        A course's state is written as its decision: the next plan follows it.
        """
        self._stores.visits.save_step(case.id, StepChange(key, state, note, roles))

    def evidence(self, case: Case, subject: str = "") -> tuple[Evidence, ...]:
        """The files and photos of a case, or those of a subject (`question:KEY`, `step:KEY`)."""
        found: Iterable[Evidence] = self._stores.visits.evidence(case.id)
        return tuple(each for each in found if subject in {"", each.subject})

    def content(self, case: Case, evidence_id: int) -> bytes:
        """The bytes of a file; StorageError where it is gone."""
        return self._stores.visits.content(case.id, evidence_id)

    def remove_evidence(self, case: Case, evidence_id: int) -> None:
        """Take a file away; this can be undone."""
        self._stores.visits.remove_evidence(case.id, evidence_id)
