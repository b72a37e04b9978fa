"""Answers and notes that could not be written yet: kept and shown until a later save succeeds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.errors import NotWrittenError, StorageError
from desktop.storage import Hand, Remark
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class WaitingAnswer:
    """An answer with the case it was given in, and by whose hand."""

    case: Case
    hand: Hand
    question: Question
    answer: Answer | None

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.save_answer(self.case, self.question, self.answer)


@dataclass(frozen=True, slots=True)
class WaitingRemark:
    """What is to stand beside an answer of a case, and by whose hand."""

    case: Case
    hand: Hand
    key: QuestionKey
    remark: Remark

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.visits.save_remark(self.case, self.key, self.remark)


Waiting: TypeAlias = WaitingAnswer | WaitingRemark


class Unsaved(QObject):
    """What waits to be written; the last answer to a question counts, and the last note.

    Signals: `changed` after something began to wait, or was written.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: dict[object, Waiting] = {}
        self.reason: StorageError | None = None

    @property
    def count(self) -> int:
        """How much waits."""
        return len(self._waiting)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What waits, in the order in which it was given."""
        return tuple(self._waiting.values())

    def save(self, case: Case, question: Question, answer: Answer | None) -> Case:
        """Write an answer down, after all that waits; StorageError where it has to wait too."""
        self._add(WaitingAnswer(case, self._workspace.history.hand, question, answer))
        return self.shown_in(replace(case, sheet=_with(case, question.key, answer)))

    def save_remark(self, case: Case, key: QuestionKey, remark: Remark) -> Case:
        """Write down what stands beside an answer, after all that waits, as `save`; the case comes back."""
        self._add(WaitingRemark(case, self._workspace.history.hand, key, remark))
        return self.shown_in(case)

    def go_on(self, waiting: Iterable[Waiting]) -> None:
        """Take over what waited when this workspace was open before, and try again."""
        self._waiting.update((_place(each), each) for each in waiting)
        if self._waiting:
            self.try_again()

    def forget(self, case_ids: Iterable[int]) -> None:
        """What was given in these cases is not wanted any more: they were deleted."""
        gone = set(case_ids)
        self._waiting = {place: each for place, each in self._waiting.items() if each.case.id not in gone}
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
        for each in self._waiting.values():
            if isinstance(each, WaitingAnswer) and _is_same(each.case, case):
                case = replace(case, sheet=_with(case, each.question.key, each.answer))
        return case

    def remarks(self, case: Case) -> Mapping[QuestionKey, Remark]:
        """What waits to stand beside the answers of a case."""
        remarks = (each for each in self._waiting.values() if isinstance(each, WaitingRemark))
        return {each.key: each.remark for each in remarks if each.case.id == case.id}

    def _add(self, waiting: Waiting) -> None:
        self._waiting[_place(waiting)] = waiting
        try:
            self._write()
        finally:
            self.changed.emit()

    def _write(self) -> None:
        """Write what waits, in the order given; what can never be written waits no longer."""
        for key, each in list(self._waiting.items()):
            try:
                self._write_one(each)
            except NotWrittenError as error:
                self.reason = error
                raise
            except StorageError:
                del self._waiting[key]
                raise
            del self._waiting[key]
        self.reason = None

    def _write_one(self, waiting: Waiting) -> None:
        """By the hand that gave it, whoever is at work by now."""
        history = self._workspace.history
        hand, history.hand = history.hand, waiting.hand
        try:
            waiting.write(self._workspace)
        finally:
            history.hand = hand


def _place(waiting: Waiting) -> object:
    case = waiting.case
    if isinstance(waiting, WaitingRemark):
        return "remark", case.id, waiting.key
    return "answer", case.id, case.person, case.asks, waiting.question.key


def _is_same(one: Case, other: Case) -> bool:
    return (one.id, one.person, one.asks) == (other.id, other.person, other.asks)


def _with(case: Case, key: QuestionKey, answer: Answer | None) -> Mapping[QuestionKey, Answer]:
    others = {name: given for name, given in case.sheet.items() if name != key}
    return others if answer is None else {**others, key: answer}
