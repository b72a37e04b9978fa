"""What stands beside the answers of a case: remarks, files and photos, and what became of the plan."""

from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import without_controls
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange, StepState
from desktop.errors import SestanteError, system_reason
from desktop.storage import Evidence, Remark, Step
from desktop.text import say
from desktop.whole_files import replace_whole
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.dossier import Beside
    from desktop.workspace.evidence_reading import ReadEvidence

_NOTHING = Remark()
_OF_QUESTION = "question:"
_NOT_SAVED = say("{file} cannot be saved in {folder}: {reason}. Choose another folder.")


def subject_of(key: QuestionKey) -> str:
    """How evidence names the question it belongs to."""
    return f"{_OF_QUESTION}{key}"


class Visits:
    """Remarks, evidence and steps of a workspace's cases. Every save is on disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def remarks(self, case: Case) -> Mapping[QuestionKey, Remark]:
        """What stands beside answers, the one changed last at the end."""
        return self._stores.beside.remarks(case.id)

    def save_remark(self, case: Case, key: QuestionKey, remark: Remark, seen: Remark | None = None) -> None:
        """Replace what stands beside an answer, where this was `seen`; an empty remark is taken away.

        Where several desks work: MeanwhileError where somebody else changed the same meanwhile.
        """
        self._stores.visits.save_remark(case.id, key, remark, seen if self._stores.is_shared else None)

    def beside(self, case: Case) -> "Mapping[QuestionKey, Beside]":
        """What the printed plan tells beside answers: notes, how sure they are, names of files."""
        from desktop.dossier import Beside

        files: dict[str, list[str]] = {}
        for each in self.evidence(case):
            files.setdefault(each.subject, []).append(each.file_name)
        remarks = self.remarks(case)
        shown = (subject.removeprefix(_OF_QUESTION) for subject in files if subject.startswith(_OF_QUESTION))
        keys = dict.fromkeys((*remarks, *map(QuestionKey, shown)))
        return {
            key: Beside(
                remarks.get(key, _NOTHING).note,
                remarks.get(key, _NOTHING).confidence,
                tuple(files.get(subject_of(key), ())),
            )
            for key in keys
        }

    def steps(self, case: Case) -> Mapping[str, Step]:
        """What became of the steps of the plan, by key; those of which nobody spoke are not there.

        A course's step tells what its decision says (see `desktop.content.steps`).
        """
        return self._stores.beside.steps(case.id)

    def save_step(
        self, case: Case, key: str, state: StepState, note: str = "", roles: tuple[Role, ...] = ()
    ) -> None:
        """Say what became of a step, of a course for other `roles` too; the case must be read anew then.

        A course's state is written as its decision: the next plan follows it.
        """
        self.change_step(case, StepChange(key, state, note, roles))

    def change_step(self, case: Case, change: StepChange, seen: StepChange | None = None) -> None:
        """As `save_step`, where this was `seen`; MeanwhileError as with remarks."""
        self._stores.visits.save_step(case.id, change, seen if self._stores.is_shared else None)

    def evidence(self, case: Case, subject: str = "") -> tuple[Evidence, ...]:
        """The files and photos of a case, or those of a subject (`question:KEY`, `step:KEY`)."""
        found: Iterable[Evidence] = self._stores.beside.evidence(case.id)
        return tuple(each for each in found if subject in {"", each.subject})

    def all_evidence(self, case: Case) -> Mapping[int, Evidence]:
        """The files and photos of a case by number, also those taken away: the history speaks of them."""
        return {each.id: each for each in self._stores.beside.evidence(case.id, with_removed=True)}

    def content(self, case: Case, evidence_id: int) -> bytes:
        """The bytes of a file; StorageError where it is gone."""
        return self._stores.beside.content(case.id, evidence_id)

    def add_evidence(self, case: Case, subject: str, path: Path) -> int:
        """Keep a file or photo; returns its number. EvidenceError says why one cannot be kept.

        A photo is made no larger than 2,500 pixels and says no longer where it was taken. Bytes are in memory
        and in the workspace, never in a file of their own.
        """
        from desktop.workspace.evidence_reading import read_evidence

        return self._keep(case, subject, read_evidence(path))

    def add_picture(self, case: Case, subject: str, name: str, data: bytes) -> int:
        """Keep a picture that is no file, such as one from the clipboard; returns its number."""
        from desktop.workspace.evidence_reading import evidence_of

        return self._keep(case, subject, evidence_of(name, data))

    def remove_evidence(self, case: Case, evidence_id: int) -> None:
        """Take a file away; this can be undone."""
        self._stores.visits.remove_evidence(case.id, evidence_id)

    def save_copy(self, case: Case, evidence: Evidence, folder: Path) -> Path:
        """Write a file out into a folder beside what is there; SestanteError where it cannot be written."""
        content = self.content(case, evidence.id)
        name = _without_folders(evidence.file_name)
        stem, ending = Path(name).stem, Path(name).suffix
        names = chain([name], (f"{stem}-{number}{ending}" for number in count(2)))
        try:
            path = next(folder / name for name in names if not (folder / name).exists())
            replace_whole(path, content)
        except OSError as error:
            reason = system_reason(error)
            raise SestanteError(_NOT_SAVED, file=evidence.file_name, folder=folder, reason=reason) from error
        return path

    def _keep(self, case: Case, subject: str, read: "ReadEvidence") -> int:
        return self._stores.visits.add_evidence(
            case.id, subject, read.file_name, read.media_type, read.content
        )


def _without_folders(name: str) -> str:
    """The name alone, as the file may have come in with a copy that somebody made up."""
    plain = PureWindowsPath(without_controls(name)).name  # it knows the marks of every system
    return plain if plain.strip(". ") else "file"
