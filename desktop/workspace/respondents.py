"""Those who answer in a case, for themselves or for the company: their list, and how far each of them is."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.answers import Facts, Progress, Respondent, progress, questions_for
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import LONGEST_LABEL, without_controls
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.errors import SestanteError
from desktop.rounds import all_asked, sheet_of
from desktop.text import say
from desktop.workspace.case import Asks, Case, Place
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.answers import AnswerSheet
    from desktop.storage import StoredRespondent

_NO_LABEL = say("Write a name or a nickname; it only has to tell this person apart from the others.")
_TAKEN = say("Somebody is already called {label}; add an initial or a number.")
_GONE = say("This person is no longer in the list; choose another one.")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answers; the label is for the list alone, and `progress` leaves out what the role told."""

    id: int
    label: str
    answers: Respondent
    progress: Progress

    @property
    def role(self) -> Role:
        """The role in the company."""
        return self.answers.role

    @property
    def has_finished(self) -> bool:
        """Whether no question is open."""
        return self.progress.answered == self.progress.shown


class Respondents:
    """The people of a workspace's cases and what they `ask` about. Every save is on disk when it returns.

    It is one list of people, whatever they answer; what each has answered is read for one purpose alone.
    """

    asks: Asks

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores

    def questionnaires(self, case: Case) -> tuple[Questionnaire, ...]:
        """What each person answers in this round, in the versions the round began with."""
        found = all_asked(self._library, case.pinned)
        is_personal = self.asks == "personal"
        return tuple(each for each in found if each.is_personal is is_personal)

    def ids(self, case: Case) -> tuple[str, ...]:
        """The ids of the questionnaires that each person answers."""
        return tuple(each.id for each in self.questionnaires(case))

    def questions(
        self, case: Case, questionnaire: Questionnaire, sheet: "AnswerSheet"
    ) -> tuple[Question, ...]:
        """The questions shown to somebody by her or his own answers."""
        return questions_for(questionnaire, sheet, Facts.of(case.company))

    def everybody(self, case: Case) -> tuple[Person, ...]:
        """Everybody who was added, in that order."""
        return tuple(self._person(case, stored) for stored in self._stores.reader.respondents(case.id))

    def load(self, case: Case, person_id: int) -> Person:
        """One person with her or his answers; SestanteError where nobody is there any more."""
        for person in self.everybody(case):
            if person.id == person_id:
                return person
        raise SestanteError(_GONE)

    def add(self, case: Case, label: str, role: Role) -> Person:
        """Somebody new; SestanteError where the label is empty or taken."""
        person_id = self._stores.respondents.add(case.id, self._label(case, label), role)
        return self.load(case, person_id)

    def change(self, case: Case, person_id: int, label: str, role: Role) -> Person:
        """Another label or role; answers that only the former role was asked for are kept."""
        self._stores.respondents.change(case.id, person_id, self._label(case, label, person_id), role)
        return self.load(case, person_id)

    def remove(self, case: Case, person_id: int) -> None:
        """Delete somebody with all answers for good; what was agreed stays, without saying by whom.

        Not even the file's bytes tell the answers then.
        """
        self._stores.respondents.remove(case.id, person_id)
        self._stores.empty_log()

    def case_of(self, case: Case, person_id: int) -> Case:
        """The case as one person answers it: what a front end then asks, saves and scores is hers or his.

        It begins in the first questionnaire with an open question, and is never stored as the place where
        the user is: a later start shows nobody's answers.
        """
        sheet = self.load(case, person_id).answers.sheet
        return replace(case, person=person_id, asks=self.asks, sheet=sheet, place=self._first(case, sheet))

    def _first(self, case: Case, sheet: "AnswerSheet") -> Place:
        for questionnaire in self.questionnaires(case):
            done = progress(self.questions(case, questionnaire, sheet), sheet)
            if done.answered < done.shown:
                return Place("questions", questionnaire.id)
        return Place()

    def _label(self, case: Case, label: str, own: int | None = None) -> str:
        wanted = without_controls(label)[:LONGEST_LABEL].strip()
        if not wanted:
            raise SestanteError(_NO_LABEL)
        for other in self._stores.reader.respondents(case.id):
            if other.id != own and other.label.casefold() == wanted.casefold():
                raise SestanteError(_TAKEN, label=other.label)
        return wanted

    def _person(self, case: Case, stored: "StoredRespondent") -> Person:
        questionnaires = self.questionnaires(case)
        told = stored.answers if self.asks == "personal" else stored.about_company
        sheet = sheet_of(told, questionnaires, ())
        answers = Respondent.of(stored.role, sheet, questionnaires)
        return Person(stored.id, stored.label, answers, self._progress(case, answers))

    def _progress(self, case: Case, answers: Respondent) -> Progress:
        shown = (self.questions(case, each, answers.sheet) for each in self.questionnaires(case))
        unlike = {question.key: question for questions in shown for question in questions}
        return progress(tuple(unlike.values()), answers.sheet)
