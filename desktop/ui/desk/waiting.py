"""What waits to be written: with the case it was given in, and by whose hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from desktop.answers import Answer
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.content.steps import StepChange, course_of, with_state
from desktop.storage import Hand, Remark
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class WaitingAnswer:
    """An answer with the case it was given in, and by whose hand."""

    case: Case
    hand: Hand
    question: Question
    answer: Answer | None

    @property
    def place(self) -> object:
        """The later of two in the same place counts."""
        return "answer", self.case.id, self.case.person, self.case.asks, self.question.key

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.save_answer(self.case, self.question, self.answer)

    def shown_in(self, case: Case) -> Case:
        """The case as it will be."""
        one, other = self.case, case
        if (one.id, one.person, one.asks) != (other.id, other.person, other.asks):
            return case
        return replace(case, sheet=with_answer(case, self.question.key, self.answer))


@dataclass(frozen=True, slots=True)
class WaitingRemark:
    """What is to stand beside an answer of a case, and by whose hand."""

    case: Case
    hand: Hand
    key: QuestionKey
    remark: Remark
    seen: Remark | None = None

    @property
    def place(self) -> object:
        """The later of two in the same place counts."""
        return "remark", self.case.id, self.key

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.visits.save_remark(self.case, self.key, self.remark, self.seen)

    def shown_in(self, case: Case) -> Case:
        """The case as it is: remarks stand beside it."""
        return case


@dataclass(frozen=True, slots=True)
class WaitingCompany:
    """The profile of a company."""

    case: Case
    hand: Hand
    company: Company

    @property
    def place(self) -> object:
        """The later of two in the same place counts."""
        return "company", self.case.id

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.save_profile(self.case.id, self.company, self.case.company)

    def shown_in(self, case: Case) -> Case:
        """The case as it will be."""
        return replace(case, company=self.company) if case.id == self.case.id else case


@dataclass(frozen=True, slots=True)
class WaitingBeginning:
    """A company that is not there yet; it gets this UUID where one is given."""

    hand: Hand
    company: Company
    case: None = None
    uuid: str = ""

    @property
    def place(self) -> object:
        """There is one at most: whoever comes back to the empty page finds it there."""
        return "beginning"

    def write(self, workspace: Workspace) -> Case:
        """Write it down, which makes its case; StorageError where that is not possible."""
        made = self.made(workspace)
        if made is not None:  # nobody had heard of it
            return workspace.save_company(made.id, self.company)
        return workspace.create_case(self.company, self.uuid)

    def made(self, workspace: Workspace) -> Case | None:
        """The case where a server has made it before; None where it has not."""
        if workspace.server is None or not self.uuid:
            return None
        round_id = workspace.server.round_of(self.uuid)
        return None if round_id is None else workspace.case(round_id)

    def shown_in(self, case: Case) -> Case:
        """The case as it is: this is another one."""
        return case


@dataclass(frozen=True, slots=True)
class WaitingLimits:
    """What the plan must fit."""

    case: Case
    hand: Hand
    limits: Constraints

    @property
    def place(self) -> object:
        """The later of two in the same place counts."""
        return "limits", self.case.id

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.save_constraints(self.case, self.limits)

    def shown_in(self, case: Case) -> Case:
        """The case as it will be."""
        return replace(case, constraints=self.limits) if case.id == self.case.id else case


@dataclass(frozen=True, slots=True)
class WaitingStep:
    """What became of a step of the plan, and what is noted of it."""

    case: Case
    hand: Hand
    change: StepChange
    seen: StepChange | None = None

    @property
    def place(self) -> object:
        """The later of two in the same place counts."""
        return "step", self.case.id, self.change.key

    def write(self, workspace: Workspace) -> None:
        """Write it down; StorageError where that is not possible."""
        workspace.visits.change_step(self.case, self.change, self.seen)

    def shown_in(self, case: Case) -> Case:
        """The case as it will be: what became of a course is a decision."""
        taken = course_of(self.change.key)
        if taken is None or case.id != self.case.id:
            return case
        limits = case.constraints
        for role in (taken.role, *self.change.roles):
            limits = with_state(limits, taken._replace(role=role), self.change.state)
        return replace(case, constraints=limits)


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Somebody who is to answer: new, or (with a number) under another name or role."""

    case: Case
    hand: Hand
    page: Literal["people", "voices"]
    label: str
    role: Role
    number: int | None = None

    @property
    def place(self) -> object:
        """The later of two in the same place counts."""
        return "person", self.case.id, self.page, self.number or self.label.casefold().strip()

    def write(self, workspace: Workspace) -> None:
        """Write it down; SestanteError where the name is empty or taken, or nothing can be written."""
        people = workspace.people if self.page == "people" else workspace.voices
        if self.number is None:
            people.add(self.case, self.label, self.role)
        else:
            people.change(self.case, self.number, self.label, self.role)

    def shown_in(self, case: Case) -> Case:
        """The case as it is: who answers stands beside it."""
        return case


Waiting: TypeAlias = (
    WaitingAnswer
    | WaitingRemark
    | WaitingCompany
    | WaitingBeginning
    | WaitingLimits
    | WaitingStep
    | WaitingPerson
)


def in_belief_of(waiting: Waiting, earlier: Waiting | None) -> Waiting:
    """What waits in place of something else that waited: what it was given over is what was seen before."""
    if isinstance(waiting, WaitingBeginning) or earlier is None or isinstance(earlier, WaitingBeginning):
        return waiting
    if isinstance(waiting, WaitingRemark) and isinstance(earlier, WaitingRemark):
        return replace(waiting, case=earlier.case, seen=earlier.seen)
    if isinstance(waiting, WaitingStep) and isinstance(earlier, WaitingStep):
        return replace(waiting, case=earlier.case, seen=earlier.seen)
    return replace(waiting, case=earlier.case)


def after_delivery(waiting: Waiting, earlier: Waiting) -> Waiting:
    """What waits in place of something else that was written after all: that is what is there now."""
    match waiting, earlier:
        case WaitingAnswer(), WaitingAnswer():
            sheet = with_answer(waiting.case, earlier.question.key, earlier.answer)
            return replace(waiting, case=replace(waiting.case, sheet=sheet))
        case WaitingRemark(), WaitingRemark():
            return replace(waiting, seen=earlier.remark)
        case WaitingCompany(), WaitingCompany():
            return replace(waiting, case=replace(waiting.case, company=earlier.company))
        case WaitingLimits(), WaitingLimits():
            return replace(waiting, case=replace(waiting.case, written_limits=earlier.limits))
        case WaitingStep(), WaitingStep():
            return replace(waiting, seen=earlier.change)
    return waiting


def with_answer(case: Case, key: QuestionKey, answer: Answer | None) -> Mapping[QuestionKey, Answer]:
    """The answers of a case with this one, or (None) without any to the question."""
    others = {name: given for name, given in case.sheet.items() if name != key}
    return others if answer is None else {**others, key: answer}
