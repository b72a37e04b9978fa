"""What could not be written yet: kept and shown until a later save succeeds."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.content.steps import StepChange
from desktop.errors import NotWrittenError, SestanteError, StorageError
from desktop.storage import Remark
from desktop.ui.desk.waiting import (
    Waiting,
    WaitingAnswer,
    WaitingBeginning,
    WaitingCompany,
    WaitingLimits,
    WaitingPerson,
    WaitingRemark,
    WaitingStep,
    in_belief_of,
    with_answer,
)
from desktop.workspace import Case, Workspace


class Unsaved(QObject):
    """What waits to be written; of two things for the same place the last counts.

    Signals: `changed` after something began to wait, or was written; `begun` after a company that waited was
    made; `refused` carries the error that says why something that waited can never be written.
    """

    changed = Signal()
    begun = Signal()
    refused = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: dict[object, Waiting] = {}
        self.reason: StorageError | None = None
        self.begun_case: Case | None = None  # of the company made last
        self._to_tell: list[SestanteError | Case] = []

    @property
    def count(self) -> int:
        """How much waits."""
        return len(self._waiting)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What waits, in the order in which it was given."""
        return tuple(self._waiting.values())

    @property
    def only_in_memory(self) -> tuple[Waiting, ...]:
        """What of it is gone where the program ends."""
        return self.waiting

    @property
    def is_kept(self) -> bool:
        """Whether something waits, all of it where it outlives the program."""
        return self.count > 0 and not self.only_in_memory

    def save(self, case: Case, question: Question, answer: Answer | None) -> Case:
        """Write an answer down, after all that waits; StorageError where it has to wait too."""
        self._add(WaitingAnswer(case, self._workspace.history.hand, question, answer))
        return self.shown_in(replace(case, sheet=with_answer(case, question.key, answer)))

    def save_remark(self, case: Case, key: QuestionKey, remark: Remark, seen: Remark | None = None) -> Case:
        """Write down what stands beside an answer, after all that waits, as `save`; the case comes back."""
        self._add(WaitingRemark(case, self._workspace.history.hand, key, remark, seen))
        return self.shown_in(case)

    def save_company(self, case: Case | None, company: Company) -> Case:
        """Write a profile down, as `save`; the first time this makes the case."""
        hand = self._workspace.history.hand
        if case is None:
            self._add(WaitingBeginning(hand, company))
            if self.begun_case is None:
                raise LookupError("a company was begun without a case")
            return self.begun_case
        self._add(WaitingCompany(case, hand, company))
        return self._workspace.case(case.id)

    def save_limits(self, case: Case, limits: Constraints) -> Case:
        """Write down what the plan must fit, as `save`."""
        self._add(WaitingLimits(case, self._workspace.history.hand, limits))
        return self._workspace.case(case.id)

    def save_step(self, case: Case, change: StepChange, seen: StepChange | None = None) -> Case:
        """Write down what became of a step, as `save`."""
        self._add(WaitingStep(case, self._workspace.history.hand, change, seen))
        return self._workspace.case(case.id)

    def save_person(self, person: WaitingPerson) -> WaitingPerson:
        """Write down who is to answer, as `save`; SestanteError where the name is empty or taken."""
        self._add(person)
        return person

    def go_on(self, waiting: Iterable[Waiting]) -> None:
        """Take over what waited when this workspace was open before, and try again."""
        self._waiting.update((each.place, each) for each in waiting)
        if self._waiting:
            self.try_again()

    def forget(self, case_ids: Iterable[int]) -> None:
        """What was given in these cases is not wanted any more: they were deleted."""
        gone = set(case_ids)
        self._waiting = {
            place: each
            for place, each in self._waiting.items()
            if each.case is None or each.case.id not in gone
        }
        self.changed.emit()

    def after(self, case: Case) -> Case:
        """A case that something else was just written of: what waits is tried again, and shown in it."""
        if self._waiting:
            self.try_again()
        return self.shown_in(case)

    def try_again(self) -> bool:
        """Whether everything that waited is written now; what never can be is told, and waits no longer."""
        try:
            self._write(None)
        except NotWrittenError:
            return False
        finally:
            self._tell()
        return True

    def shown_in(self, case: Case) -> Case:
        """The case with what waits for it."""
        for each in self._waiting.values():
            case = each.shown_in(case)
        return case

    def remarks(self, case: Case) -> Mapping[QuestionKey, Remark]:
        """What waits to stand beside the answers of a case."""
        remarks = (each for each in self._waiting.values() if isinstance(each, WaitingRemark))
        return {each.key: each.remark for each in remarks if each.case.id == case.id}

    def steps(self, case: Case) -> Mapping[str, StepChange]:
        """What waits to be said of the steps of a case, by their keys."""
        steps = (each for each in self._waiting.values() if isinstance(each, WaitingStep))
        return {each.change.key: each.change for each in steps if each.case.id == case.id}

    def people(self, case: Case, page: str) -> tuple[WaitingPerson, ...]:
        """Who waits to be among those who answer in a case."""
        people = (each for each in self._waiting.values() if isinstance(each, WaitingPerson))
        return tuple(each for each in people if each.case.id == case.id and each.page == page)

    @property
    def beginning(self) -> Company | None:
        """The company that waits to be made."""
        made = (each for each in self._waiting.values() if isinstance(each, WaitingBeginning))
        return next((each.company for each in made), None)

    def _add(self, waiting: Waiting) -> None:
        earlier = self._waiting.pop(waiting.place, None)  # what is given last is written last
        waiting = in_belief_of(waiting, earlier)
        self._waiting[waiting.place] = waiting
        try:
            self._write(waiting)
        finally:
            self._tell()

    def _tell(self) -> None:
        """Once all is in order again: who is told may well want something else written."""
        told, self._to_tell = self._to_tell, []
        self.changed.emit()
        for each in told:
            self.begun.emit() if isinstance(each, Case) else self.refused.emit(each)

    def _write(self, own: Waiting | None) -> None:
        """Write what waits, in the order given; what can never be written waits no longer.

        Why something can never be written is raised where it is the user's `own` wish now, else told.
        """
        for place, each in list(self._waiting.items()):
            try:
                self._write_one(each, is_own=each is own)
            except NotWrittenError as error:
                self.reason = error
                raise
            except SestanteError as error:
                del self._waiting[place]
                if each is own:
                    raise
                self._to_tell.append(error)
            else:
                del self._waiting[place]
        self.reason = None

    def _write_one(self, waiting: Waiting, *, is_own: bool) -> None:
        """By the hand that gave it, whoever is at work by now."""
        history = self._workspace.history
        hand, history.hand = history.hand, waiting.hand
        try:
            made = waiting.write(self._workspace)
        finally:
            history.hand = hand
        if made is not None:
            self.begun_case = made
            if not is_own:
                self._to_tell.append(made)
