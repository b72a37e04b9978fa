"""Answers and notes that could not be written yet: kept and shown until a later save or try succeeds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.errors import NotWrittenError, StorageError
from desktop.storage import Remark
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An answer with the case it was given in."""

    case: Case
    question: Question
    answer: Answer | None

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError."""
        workspace.save_answer(self.case, self.question, self.answer)


@dataclass(frozen=True, slots=True)
class _WaitingNote:
    """What stands beside an answer."""

    case: Case
    key: QuestionKey
    remark: Remark

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError."""
        workspace.visits.save_remark(self.case, self.key, self.remark)


class Unsaved(QObject):
    """What waits to be written; the last answer to a question counts, and the last note beside it.

    Signals: `changed` after something began to wait, or was written.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: dict[tuple[object, ...], _Waiting | _WaitingNote] = {}
        self.reason: StorageError | None = None

    @property
    def count(self) -> int:
        """How many answers and notes wait."""
        return len(self._waiting)

    def save(self, case: Case, question: Question, answer: Answer | None) -> Case:
        """Write an answer down, after all that waits; StorageError where it has to wait too."""
        self._waiting[(case.id, case.person, question.key)] = _Waiting(case, question, answer)
        self._write_and_tell()
        return self.shown_in(replace(case, sheet=_with(case, question.key, answer)))

    def save_remark(self, case: Case, key: QuestionKey, remark: Remark) -> Case:
        """Write down what stands beside an answer, after all that waits; StorageError where it waits."""
        self._waiting[(case.id, "note", key)] = _WaitingNote(case, key, remark)
        self._write_and_tell()
        return self.shown_in(case)

    def remarks(self, case: Case) -> Mapping[QuestionKey, Remark]:
        """What is to stand beside answers of a case, as far as it waits."""
        waiting = (each for each in self._waiting.values() if isinstance(each, _WaitingNote))
        return {each.key: each.remark for each in waiting if each.case.id == case.id}

    def forget(self) -> None:
        """The workspace is another one now."""
        self._waiting.clear()
        self.changed.emit()

    def after(self, case: Case) -> Case:
        """A case that something else was just written of: what waits is tried again, and shown in it."""
        if self._waiting:
            self.try_again()
        return self.shown_in(case)

    def try_again(self) -> bool:
        """Whether everything that waited is written now."""
        try:
            self._write()
        except StorageError:
            return False
        finally:
            self.changed.emit()
        return True

    def shown_in(self, case: Case) -> Case:
        """The case with the answers that wait for it."""
        answers = (each for each in self._waiting.values() if isinstance(each, _Waiting))
        own = [each for each in answers if _is_same(each.case, case)]
        for each in own:
            case = replace(case, sheet=_with(case, each.question.key, each.answer))
        return case

    def _write_and_tell(self) -> None:
        try:
            self._write()
        finally:
            self.changed.emit()

    def _write(self) -> None:
        """Write what waits, in the order given; what can never be written waits no longer."""
        for key, each in list(self._waiting.items()):
            try:
                each.write(self._workspace)
            except NotWrittenError as error:
                self.reason = error
                raise
            except StorageError:
                del self._waiting[key]
                raise
            del self._waiting[key]
        self.reason = None


def _is_same(one: Case, other: Case) -> bool:
    return (one.id, one.person) == (other.id, other.person)


def _with(case: Case, key: QuestionKey, answer: Answer | None) -> Mapping[QuestionKey, Answer]:
    others = {name: given for name, given in case.sheet.items() if name != key}
    return others if answer is None else {**others, key: answer}
