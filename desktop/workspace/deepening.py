"""What each further questionnaire would tell of what a company needs, the most useful one first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.answers import AnswerSheet, Facts, Progress, progress, shown_questions
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Company
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.scores import CompetenceScore, score_competences
from desktop.scores.competences import LEAST_EVIDENCE

_NEW, _FIRMER = 2, 1


@dataclass(frozen=True, slots=True)
class Deeper:
    """A questionnaire that is not in the round, how much of it is answered already, and what it would tell.

    `known` are competences the company needs and the round does not ask about; `firmer` those it knows from
    at most one question, or only as a wide interval. Both begin with the most urgent. `value` weighs them by
    urgency, new ones twice; 0 where nothing needed would be told.
    """

    questionnaire: Questionnaire
    progress: Progress
    known: tuple[str, ...]
    firmer: tuple[str, ...]
    value: int
    is_wanted_by_hub: bool = False

    @property
    def open(self) -> int:
        """How many questions would be asked as things stand; an answer may open or close some."""
        return self.progress.shown - self.progress.answered

    @property
    def gain(self) -> int:
        """What it tells less what it takes: a minute outweighs a point of value."""
        return self.value - self.progress.minutes_left

    @property
    def is_worth_its_minutes(self) -> bool:
        """Whether it tells more than it takes."""
        return self.open > 0 and self.gain > 0

    @property
    def is_worth_asking(self) -> bool:
        """Whether to offer it: worth its minutes, wanted by the hub, or about no competence at all.

        What tells about no competence cannot be weighed, but somebody made it for a reason.
        """
        return self.open > 0 and (
            self.is_worth_its_minutes or self.is_wanted_by_hub or not self._tells_of_competences()
        )

    def _tells_of_competences(self) -> bool:
        questions = self.questionnaire.questions.values()
        return any(any(_competences(question)) for question in questions)


@dataclass(frozen=True, slots=True)
class Firm:
    """A company with the answers of its round."""

    company: Company
    sheet: AnswerSheet

    @property
    def facts(self) -> Facts:
        """What decides which questions the company sees."""
        return Facts.of(self.company)

    def progress(self, questionnaire: Questionnaire) -> Progress:
        """How far a questionnaire is, in the round or not; shared answers count."""
        return progress(shown_questions(questionnaire, self.sheet, self.facts), self.sheet)


def ways_deeper(
    firm: Firm, asked: tuple[Questionnaire, ...], others: Iterable[Questionnaire], catalogue: Catalogue
) -> tuple[Deeper, ...]:
    """What each of the others would add to what is asked, the most first; of equals in the order given."""
    urgencies = _urgencies(catalogue, firm.company)
    before = _scores(firm, asked, catalogue)
    found = []
    for questionnaire in others:
        told = _told(questionnaire.id, _scores(firm, (*asked, questionnaire), catalogue))
        needed = [name for name in urgencies if name in told]
        known = tuple(name for name in needed if name not in before)
        firmer = tuple(name for name in needed if name in before and _is_thin(before[name], catalogue))
        value = sum(_NEW * urgencies[name] for name in known)
        value += sum(_FIRMER * urgencies[name] for name in firmer)
        found.append(Deeper(questionnaire, firm.progress(questionnaire), known, firmer, value))
    return tuple(sorted(found, key=lambda deeper: -deeper.gain))


def not_asked(firm: Firm, asked: tuple[Questionnaire, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """The competences the company needs and has not answered anything about, the most urgent first."""
    found = _scores(firm, asked, catalogue)
    return tuple(
        name
        for name in _urgencies(catalogue, firm.company)
        if name not in found or found[name].headline is None
    )


def _competences(question: Question) -> Iterator[Mapping[str, int]]:
    yield question.competences
    yield from (choice.competences for choice in question.choices)
    yield from (row.competences for row in question.rows)


def _urgencies(catalogue: Catalogue, company: Company) -> dict[str, int]:
    """The priority (1-5) of each competence the company needs, the highest first."""
    needed = [name for name in catalogue.competences if catalogue.target_level(name, company) > 0]
    urgencies = {name: catalogue.targets[name].priority for name in needed}
    return dict(sorted(urgencies.items(), key=lambda pair: -pair[1]))


def _scores(
    firm: Firm, questionnaires: tuple[Questionnaire, ...], catalogue: Catalogue
) -> Mapping[str, CompetenceScore]:
    return score_competences(questionnaires, firm.sheet, firm.facts, catalogue.competence_bounds)


def _told(questionnaire_id: str, scores: Mapping[str, CompetenceScore]) -> frozenset[str]:
    """What a questionnaire tells about with questions that no other of the round asks."""
    shares = {
        name: sum(part.share for part in found.evidence if part.questionnaire == questionnaire_id)
        for name, found in scores.items()
    }
    return frozenset(name for name, share in shares.items() if share >= LEAST_EVIDENCE)


def _is_thin(found: CompetenceScore, catalogue: Catalogue) -> bool:
    """Whether a level rests on one question at most, or could as well be another."""
    certain = sum(part.share for part in found.evidence if part.worth.low == part.worth.high)
    reached = {
        sum(25 * bound >= least for least in catalogue.competence_bounds) for bound in (found.low, found.high)
    }
    return certain <= 1 or len(reached) > 1
