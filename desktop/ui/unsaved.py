"""Answers that could not be written yet: kept and shown until a later save, or another try, succeeds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.errors import NotWrittenError, StorageError
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An answer with the case it was given in."""

    case: Case
    question: Question
    answer: Answer | None


class Unsaved(QObject):
    """What waits to be written; the last answer to a question counts.

    Signals: `changed` after something began to wait, or was written.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: dict[tuple[int, int | None, QuestionKey], _Waiting] = {}
        self.reason: StorageError | None = None

    @property
    def count(self) -> int:
        """How many answers wait."""
        return len(self._waiting)

    def save(self, case: Case, question: Question, answer: Answer | None) -> Case:
        """Write an answer down, after all that waits; StorageError where it has to wait too."""
        self._waiting[(case.id, case.person, question.key)] = _Waiting(case, question, answer)
        try:
            self._write()
        finally:
            self.changed.emit()
        return self.shown_in(replace(case, sheet=_with(case, question.key, answer)))

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
        own = [each for each in self._waiting.values() if _is_same(each.case, case)]
        for each in own:
            case = replace(case, sheet=_with(case, each.question.key, each.answer))
        return case

    def _write(self) -> None:
        """Write what waits, in the order given; what can never be written waits no longer."""
        for key, each in list(self._waiting.items()):
            try:
                self._workspace.save_answer(each.case, each.question, each.answer)
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
