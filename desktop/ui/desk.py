"""The company on the desk: what all pages read from and write to, with one signal when it changes."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import replace as with_values
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.content.steps import StepChange
from desktop.errors import NotWrittenError, StorageError, system_reason
from desktop.settings import Settings, read_settings, write_settings
from desktop.storage import Hand
from desktop.text import say
from desktop.ui.arrivals.arrivals import Arrivals
from desktop.ui.evidence_adding import EvidenceAdding
from desktop.ui.rounds.protection import Protection
from desktop.ui.unsaved import Unsaved
from desktop.workspace import Case, Place, Workspace
from desktop.workspace.company_listing import Wish

if TYPE_CHECKING:
    from desktop.storage import Change, Evidence, Remark
    from desktop.ui.questions.route import Route
    from desktop.ui.waiting import Waiting
    from desktop.workspace.copies import Copy

_NOT_REMEMBERED = say("The settings could not be kept for the next time: {reason}.")


Saved = TypeVar("Saved")


@dataclass(frozen=True, slots=True)
class Turned:
    """What undo or redo has turned round; no change where there was none to turn."""

    change: "Change | None"
    act: Literal["undo", "redo"]

    @property
    def shows_on_plan(self) -> bool:
        """Whether the page of the plan shows such a change by itself."""
        return self.change is None or self.change.what in ("step", "constraints", "evidence")


@dataclass(slots=True)
class Visit:
    """What holds while one company is open, and is forgotten with it.

    `told_by` is who of the company answers; `history_of` the question whose history is wanted, none for all;
    `is_from_list` whether the question shown was chosen among the open points, `last_point` which.
    """

    told_by: str = ""
    history_of: QuestionKey | None = None
    is_from_list: bool = False
    last_point: str = ""


class Desk(QObject):
    """The workspace and the case that is open in it, if any.

    Signals: `case_changed` comes after every save and after another case was opened; `save_failed` carries
    the error that says why something could not be written; `texts_chosen` comes after the questionnaires
    were put into another language; `turned` after undo and redo, with what was `Turned`; `noted` carries
    a line that is worth a short look; `due_changed` after something was written down that is due, or done;
    `session_wished` carries what is wished of the workspace as a whole (`ui/safety/wishes.py`).
    """

    case_changed = Signal()
    save_failed = Signal(object)
    texts_chosen = Signal()
    noted = Signal(str)
    turned = Signal(object)
    due_changed = Signal()
    session_wished = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.unsaved = Unsaved(workspace, self)
        self.unsaved.refused.connect(self.save_failed)
        self.visit = Visit()
        self.adding = EvidenceAdding(self)
        self._case: Case | None = None if workspace.has_several else workspace.last_case()
        self.wish = Wish()  # what the list of companies was searched for last
        self.listed_last: int | None = None  # the company opened from it last
        self.chosen_rounds: frozenset[int] | None = None  # those found when several were to be printed
        self.arrivals = Arrivals(self)
        self.arrivals.round_changed.connect(self._on_round_changed)
        self.protection = Protection(workspace, self)
        self._put_off: set[tuple[int, str]] = set()
        self._route: tuple[Case, Route] | None = None
        self._heard = ""
        self._remarks: tuple[int, Mapping[QuestionKey, Remark]] = (0, {})
        self.is_left = False  # the workspace is being left, which tells by itself what cannot be saved
        self.copy_looked_at: Path | None = None  # a copy of the workspace, by the page that brings back
        self.last_copy: Copy | None = None  # how the last plan left, until the window closes

    @property
    def case(self) -> Case | None:
        """The open case, if any; another company begins a visit of its own."""
        return self._case

    @case.setter
    def case(self, case: Case | None) -> None:
        if (self._case and self._case.id) != (case and case.id):
            self.listen(is_asking=False)
            self.visit = Visit()
        self._case = case

    @property
    def open_case(self) -> Case:
        """The open case; only pages that need one may ask."""
        if self.case is None:
            raise LookupError("no case is open")
        return self.case

    def route(self) -> "Route":
        """The way through the questions of the open case; worked out again only after an answer."""
        from desktop.ui.questions.route import Route

        case = self.open_case
        if self._route is None or not _asks_the_same(self._route[0], case):
            self._route = case, Route(self.workspace, case)
        return self._route[1]

    def open(self, case_id: int) -> None:
        """Put another company, or another round of this one, on the desk."""
        self._take(lambda: self.workspace.case(case_id))

    def begin_round(self) -> None:
        """Begin the next round of the company and put it on the desk."""
        self._take(lambda: self.workspace.rounds.begin(self.open_case))

    def remove_round(self) -> None:
        """Delete the round, which is the last one, and put the one before on the desk."""
        self._take(self._without_round)

    def put_away(self) -> None:
        """Leave the company where several can be chosen from; nothing is lost."""
        if self.case is not None and self.workspace.has_several:
            self.clear()

    def clear(self) -> None:
        """Put no company on the desk, so that a new one can be written down."""
        self.case = None
        self.case_changed.emit()

    def begin_anew(self) -> None:
        """The workspace holds something else now: nothing of before is on the desk."""
        name = self.workspace.preferences.read().consultant
        self.workspace.history.hand = Hand(by=name)
        self.visit, self._heard = Visit(), ""
        self._remarks = (0, {})
        self._route, self.arrivals.run = None, None
        self._put_off.clear()
        self.protection.cover_all()
        self.clear()

    def save_company(self, company: Company) -> None:
        """Write the profile down; the first time this makes the case.

        Other people than before are those the plan is for, whoever it was for until now.
        """
        case = self.case
        if case is None:
            self._save(lambda: self.unsaved.save_company(None, company))
            return
        if case.constraints.people is not None and company.people != case.company.people:
            self.save_constraints(replace(case.constraints, people=None))
        self._save(lambda: self.unsaved.save_company(case, company))

    def choose_questionnaires(self, ids: tuple[str, ...]) -> None:
        """Replace the questionnaires of the round."""
        self._save(lambda: self.workspace.choose_questionnaires(self.open_case.id, ids))

    def add_questionnaire(self, identity: str) -> None:
        """Put one more questionnaire into the round, and make it the place to go on."""
        self.choose_questionnaires((*self.open_case.questionnaire_ids, identity))
        self.save_place(Place("questions", identity, None))

    def save_answer(self, question: Question, answer: Answer | None) -> None:
        """Write an answer down, or take it away; one that cannot be written now is shown all the same."""
        self._save(lambda: self.unsaved.save(self.open_case, question, answer))

    def remarks(self) -> "Mapping[QuestionKey, Remark]":
        """What stands beside answers; where the disk is gone what was read last, with what waits for it."""
        case = self.open_case
        if self._remarks[0] != case.id:
            self._remarks = case.id, {}
        with suppress(StorageError):
            self._remarks = case.id, self.workspace.visits.remarks(case)
        return {**self._remarks[1], **self.unsaved.remarks(case)}

    def evidence(self, subject: str) -> "tuple[Evidence, ...]":
        """The files that show something; none while the disk is gone."""
        with suppress(StorageError):
            return self.workspace.visits.evidence(self.open_case, subject)
        return ()

    def save_remark(self, key: QuestionKey, remark: "Remark") -> None:
        """Write down what stands beside an answer; one that cannot be written now is shown all the same."""
        self._save(lambda: self.unsaved.save_remark(self.open_case, key, remark))

    def go_on_with(self, waiting: "Iterable[Waiting]") -> None:
        """Show, and write down, what could not be written when the workspace was open before."""
        self.unsaved.go_on(waiting)
        if self.case is not None:
            self.case = self.unsaved.shown_in(self.case)
        elif self.unsaved.begun_case is not None:
            self.case = self.unsaved.begun_case

    def remove_evidence(self, evidence_id: int) -> None:
        """Take a file away."""
        self._save(partial(self._removed_evidence, evidence_id))

    def listen(self, *, is_asking: bool) -> None:
        """From now on the company's person who answers tells the changes, or nobody does."""
        told_by = self.visit.told_by if is_asking else ""
        if self._case is not None and told_by != self._heard:
            history = self.workspace.history
            history.hand = with_values(history.hand, told_by=told_by, told_in=self._case.id)
            self._heard = told_by

    def save_case(self, save: Callable[[Case], Case]) -> None:
        """Write something down in a way of its own; `save` gives the case back as it is then."""
        self._save(lambda: save(self.open_case))

    def undo(self) -> "Change | None":
        """Undo the last change of the case and tell which; None where there is nothing to undo."""
        return self._turn(self.workspace.history.undo, "undo")

    def redo(self) -> "Change | None":
        """Redo the change undone last and tell which; None where there is none."""
        return self._turn(self.workspace.history.redo, "redo")

    def save_constraints(self, constraints: Constraints) -> None:
        """Write down what the plan must fit."""
        self._save(lambda: self.unsaved.save_limits(self.open_case, constraints))

    def save_step(self, change: StepChange) -> None:
        """Write down what became of a step of the plan; a course's is its decision."""
        self._save(lambda: self.unsaved.save_step(self.open_case, change))

    def make_move(self) -> None:
        """Move the case to later versions of its questionnaires."""
        self._save(lambda: self._after(self.workspace.moves.make))

    def undo_move(self) -> None:
        """Bring versions and answers back as they were before the unconfirmed move."""
        self._save(lambda: self._after(self.workspace.moves.undo))

    def confirm_move(self) -> None:
        """Accept the move for good."""
        self._save(lambda: self._after(self.workspace.moves.confirm))

    def put_off(self, what: str) -> None:
        """Do not speak of something about this case until the next start."""
        self._put_off.add((self.open_case.id, what))

    def is_put_off(self, what: str) -> bool:
        """Whether the user does not want to be told of it now."""
        return (self.open_case.id, what) in self._put_off

    def save_place(self, place: Place) -> None:
        """Remember where the user is; nothing shown depends on it: a full disk is told with an answer."""
        if self.case is None or self.case.place == place:
            return
        try:
            self.case = self.workspace.save_place(self.case, place)
        except NotWrittenError:
            self.case = with_values(self.case, place=place)
        except StorageError as error:
            self.save_failed.emit(error)

    def remember_visit(self) -> None:
        """Say that the case is looked at now, wherever the user goes in it."""
        case = self.open_case
        self.save_aside(partial(self.workspace.save_place, case, case.place))

    @property
    def texts_in(self) -> str:
        """The language chosen for the texts of questionnaires; empty where it is the application's."""
        return self.workspace.library.shown_in

    def choose_texts(self, language: str) -> None:
        """Put the questionnaires into another language, as far as they have it."""
        self.workspace.library.show_texts_in(language)
        self._route = None
        self.texts_chosen.emit()

    @property
    def settings(self) -> Settings:
        """What is remembered for the next time."""
        return read_settings(self.workspace.folder, Settings())

    def save_settings(self, settings: Settings) -> None:
        """Remember them for the next time."""
        try:
            write_settings(self.workspace.folder, settings)
        except OSError as error:
            self.save_failed.emit(StorageError(_NOT_REMEMBERED, reason=system_reason(error)))

    def try_constraints(self, constraints: Constraints) -> None:
        """Let the plan fit other limits, which are not written down before `save_constraints`."""
        self.case = with_values(self.open_case, constraints=constraints)

    def save_aside(self, save: Callable[[], object]) -> bool:
        """Write down what only the page asking for it shows; whether that succeeded, else it is told."""
        if self.protection.refuses(self.case):
            return False
        try:
            save()
        except StorageError as error:
            self.save_failed.emit(error)
            return False
        return True

    def save_people(self, save: Callable[[], Saved]) -> Saved | None:
        """Write down something about people who answer; None where that failed, which is told."""
        if self.protection.refuses(self.case):
            return None
        try:
            saved = save()
        except StorageError as error:
            self.save_failed.emit(error)
            return None
        self.case_changed.emit()
        return saved

    def _on_round_changed(self, case_id: int) -> None:
        if self.case is not None and self.case.id == case_id:
            self.open(case_id)

    def _without_round(self) -> Case:
        gone = self.open_case
        before = self.workspace.rounds.remove(gone)
        self.unsaved.forget([gone.id])  # its number may be given to another round
        return before

    def _removed_evidence(self, evidence_id: int) -> Case:
        self.workspace.visits.remove_evidence(self.open_case, evidence_id)
        return self.open_case

    def _turn(self, turn: Callable[[Case], "Change | None"], act: Literal["undo", "redo"]) -> "Change | None":
        case, turned = self.open_case, []

        def turned_case() -> Case:
            if self.unsaved.count:
                self.unsaved.try_again()  # it is the last change, once it is written
            turned.append(turn(case))
            return self.workspace.case(case.id)

        self._save(turned_case)
        if not turned:
            return None
        self.turned.emit(Turned(turned[0], act))
        return turned[0]

    def _after(self, act: Callable[[int], None]) -> Case:
        act(self.open_case.id)
        return self.workspace.case(self.open_case.id)

    def _save(self, save: Callable[[], Case]) -> None:
        if not self.protection.refuses(self.case):
            self._take(save)

    def _take(self, take: Callable[[], Case]) -> None:
        """Put a case on the desk, and tell where that fails."""
        try:
            self.case = self.unsaved.after(take())
        except StorageError as error:
            if self.case is not None:
                self.case = self.unsaved.shown_in(self.case)
            self.save_failed.emit(error)
            return
        self.case_changed.emit()


def _asks_the_same(before: Case, after: Case) -> bool:
    """Whether two states of a case differ in nothing the questions depend on."""
    return before is after or (
        before.id == after.id
        and before.sheet is after.sheet
        and before.company is after.company
        and before.pinned is after.pinned
    )
