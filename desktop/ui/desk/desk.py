"""The company on the desk, with all that pages need beside it."""

from dataclasses import replace as with_values
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.content.steps import StepChange
from desktop.storage import Hand
from desktop.ui.arrivals.arrivals import Arrivals
from desktop.ui.desk.bare_desk import BareDesk
from desktop.ui.desk.beside_answers import BesideAnswers
from desktop.ui.desk.clashes import Clashes, with_news
from desktop.ui.desk.evidence_adding import EvidenceAdding
from desktop.ui.desk.kept_settings import KeptSettings
from desktop.ui.desk.known_route import KnownRoute
from desktop.ui.desk.moving import Moving
from desktop.ui.desk.neighbours import Neighbours
from desktop.ui.desk.recent import Recent
from desktop.ui.desk.turning import Turning
from desktop.ui.desk.waiting import with_answer
from desktop.workspace import Case, Place, Workspace

if TYPE_CHECKING:
    from desktop.ui.questions.route import Route


class Desk(BareDesk):
    """What every page gets: the open case, what can be written of it, and what is known beside it.

    Signals, besides those of a bare desk: `texts_chosen` comes after the questionnaires were put into another
    language; `noted` carries a line that is worth a short look; `due_changed` comes after something was
    written down that is due, or done; `session_wished` carries what is wished of the workspace as a whole
    (`ui/safety/wishes.py`).
    """

    texts_chosen = Signal()
    noted = Signal(str)
    due_changed = Signal()
    session_wished = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.beside = BesideAnswers(self)
        self.clashes = Clashes(workspace.server, self)
        self.clashes.failed.connect(self.save_failed)
        self.neighbours = Neighbours(self)
        self.adding = EvidenceAdding(self)
        self.turning = Turning(self)
        self.moves = Moving(self)
        self.recent = Recent()
        self.settings = KeptSettings(workspace.folder, self)
        self.settings.failed.connect(self.save_failed)
        self.arrivals = Arrivals(self)
        self.arrivals.round_changed.connect(self._on_round_changed)
        self.is_left = False  # the workspace is being left, which tells by itself what cannot be saved
        self._route = KnownRoute()

    def route(self) -> "Route":
        """The way through the questions of the open case."""
        return self._route.of(self.workspace, self.open_case)

    def choose_texts(self, language: str) -> None:
        """Put the questionnaires into another language, as far as they have it."""
        self.workspace.library.show_texts_in(language)
        self._route.forget()
        self.texts_chosen.emit()

    def begin_anew(self) -> None:
        """The workspace holds something else now: nothing of before is on the desk."""
        name = self.workspace.preferences.read().consultant
        self.visit.listen(is_asking=False)
        self.workspace.history.hand = Hand(by=name)
        self.beside.forget()
        self.moves.forget()
        self._route.forget()
        self.arrivals.run = None
        if self.workspace.hub.events.is_stand:  # as the copy was made
            self.save_outside(self.workspace.hub.events.leave_mode)
        self.recent.drafts.clear()  # a round of its number may be another company's now
        self.protection.cover_all()
        self.clear()

    def begin_round(self) -> None:
        """Begin the next round of the company and put it on the desk."""
        self.take(lambda: self.workspace.rounds.begin(self.open_case))

    def remove_round(self) -> None:
        """Delete the round, which is the last one, and put the one before on the desk."""
        self.take(self._without_round)

    def save_company(self, company: Company) -> None:
        """Write the profile down; the first time this makes the case.

        Other people than before are those the plan is for, whoever it was for until now.
        """
        if self.case is None:
            self.take(lambda: self.unsaved.save_company(None, company))
            return
        limits = self.case.constraints
        if limits.people is not None and company.people != self.case.company.people:
            self.save_constraints(replace(limits, people=None))
        self.save_case(lambda case: self.unsaved.save_company(case, company))

    def choose_questionnaires(self, ids: tuple[str, ...]) -> None:
        """Replace the questionnaires of the round."""
        self.save_case(lambda case: self.workspace.choose_questionnaires(case.id, ids))

    def add_questionnaire(self, identity: str) -> None:
        """Put one more questionnaire into the round, and make it the place to go on."""
        self.choose_questionnaires((*self.open_case.questionnaire_ids, identity))
        self.save_place(Place("questions", identity, None))

    def save_answer(self, question: Question, answer: Answer | None) -> None:
        """Write an answer down, or take it away; one that cannot be written now is shown all the same."""
        self.save_case(lambda case: self.unsaved.save(case, question, answer))

    def save_constraints(self, constraints: Constraints) -> None:
        """Write down what the plan must fit."""
        self.save_case(lambda case: self.unsaved.save_limits(case, constraints))

    def save_step(self, change: StepChange, seen: StepChange | None = None) -> None:
        """Write down what became of a step of the plan, where this was seen; a course's is its decision."""
        self.save_case(lambda case: self.unsaved.save_step(case, change, seen))

    def take_news(self, fresh: Case) -> None:
        """Put the open case on the desk as another desk left it; what waits for a choice stays as it was."""
        case = self.open_case
        self.case = self.unsaved.shown_in(with_news(case, fresh, self.clashes))

    def believe(self, key: QuestionKey, answer: Answer | None) -> None:
        """An answer is shown as it was: whoever changed it since is not overwritten."""
        self.case = with_values(self.open_case, sheet=with_answer(self.open_case, key, answer))

    def believe_profile(self, company: Company) -> None:
        """The profile is shown like this, whatever another desk has written since."""
        self.case = with_values(self.open_case, company=company)

    def try_constraints(self, constraints: Constraints) -> None:
        """Let the plan fit other limits, which are not written down before `save_constraints`."""
        case = self.open_case
        written = case.written_limits or case.constraints
        self.case = with_values(case, constraints=constraints, written_limits=written)

    def _without_round(self) -> Case:
        gone = self.open_case
        before = self.workspace.rounds.remove(gone)
        self.unsaved.forget([gone.id])  # its number may be given to another round
        self.clashes.forget([gone.id])
        return before

    def _on_round_changed(self, case_id: int) -> None:
        if self.case is not None and self.case.id == case_id:
            self.open(case_id)
