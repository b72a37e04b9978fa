"""Those who answer for themselves in a case: their list, their answers, and how far apart they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.answers import Facts, Progress, Respondent, progress, questions_for
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import LONGEST_LABEL, without_controls
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import SestanteError
from desktop.rounds import asked, sheet_of
from desktop.scores import levels_by_role, spread
from desktop.text import say
from desktop.workspace.case import Case, Place
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.scores import CompetenceSpread
    from desktop.storage import StoredRespondent

_NO_LABEL = say("Write a name or a nickname; it only has to tell this person from the others.")
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


class People:
    """The people of a workspace's cases. Every save has been written to disk when it returns."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores

    def questionnaires(self, case: Case) -> tuple[Questionnaire, ...]:
        """What each person answers in this round, in the versions the round began with."""
        found = (asked(self._library, pinned) for pinned in case.pinned)
        return tuple(each for each in found if each is not None and each.is_personal)

    def ids(self, case: Case) -> tuple[str, ...]:
        """The ids of the questionnaires that each person answers."""
        return tuple(each.id for each in self.questionnaires(case))

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
        """Delete somebody with all answers for good, so that not even the file's bytes tell them."""
        self._stores.respondents.remove(case.id, person_id)
        self._stores.empty_log()

    def case_of(self, case: Case, person_id: int) -> Case:
        """The case as one person answers it: what a front end then asks, saves and scores is hers or his.

        It is never stored as the place where the user is: a later start shows nobody's answers.
        """
        sheet = self.load(case, person_id).answers.sheet
        return replace(case, person=person_id, sheet=sheet, place=Place())

    def spread(self, case: Case) -> "Mapping[str, CompetenceSpread]":
        """How far apart people are in each competence, without saying who is where."""
        people = (person.answers for person in self.everybody(case))
        bounds = self._library.catalogue.competence_bounds
        return spread(self.questionnaires(case), people, Facts.of(case.company), bounds)

    def levels_by_role(self, case: Case) -> Mapping[Role, Mapping[str, int]]:
        """The level in the middle of each competence, for the roles in which somebody answered."""
        return levels_by_role(self.spread(case))

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
        sheet = sheet_of(stored.answers, questionnaires, ())
        answers = Respondent.of(stored.role, sheet, questionnaires)
        return Person(stored.id, stored.label, answers, self._progress(case, answers))

    def _progress(self, case: Case, answers: Respondent) -> Progress:
        facts = Facts.of(case.company)
        shown = (questions_for(each, answers.sheet, facts) for each in self.questionnaires(case))
        unlike = {question.key: question for questions in shown for question in questions}
        return progress(tuple(unlike.values()), answers.sheet)
