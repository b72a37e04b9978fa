"""Two rounds of one company compared, questionnaire by questionnaire."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.answers import Facts
from desktop.comparing.path import RoundAnswers, Way, way_between
from desktop.comparing.question_changes import QuestionChange, question_changes
from desktop.comparing.score_changes import ScoreChange, change_along
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.scores import Scorecard, score


@dataclass(frozen=True, slots=True)
class QuestionnaireChange:
    """A questionnaire of both rounds: its overall score, its dimensions as they are now, its questions."""

    then: Questionnaire
    now: Questionnaire
    overall: ScoreChange
    dimensions: tuple[ScoreChange, ...]
    questions: tuple[QuestionChange, ...]


@dataclass(frozen=True, slots=True)
class RoundComparison:
    """What changed between two rounds; `only_then` and `only_now` were taken in one of them alone."""

    questionnaires: tuple[QuestionnaireChange, ...]
    only_then: tuple[Questionnaire, ...]
    only_now: tuple[Questionnaire, ...]


def compare_rounds(then: RoundAnswers, now: RoundAnswers, facts: Facts) -> RoundComparison:
    """An earlier and a later round of one company, with the facts of today for both."""
    way = way_between(then, now, facts)
    paired = {id(each) for pair in way.versions for each in pair}
    return RoundComparison(
        tuple(_change(versions, way, facts) for versions in way.versions),
        tuple(each for each in then.questionnaires if id(each) not in paired),
        tuple(each for each in now.questionnaires if id(each) not in paired),
    )


def _change(versions: tuple[Questionnaire, Questionnaire], way: Way, facts: Facts) -> QuestionnaireChange:
    old, new = versions
    then = score(old, way.then, facts)
    after = [score(new, sheet, facts) for sheet in way.after.values()]
    overall = change_along("", then.overall.headline, (card.overall.headline for card in after))
    dimensions = tuple(
        change_along(each.id, _headline(then, each.id), (_headline(card, each.id) for card in after))
        for each in new.dimensions
    )
    return QuestionnaireChange(old, new, overall, dimensions, tuple(question_changes(versions, way, facts)))


def _headline(card: Scorecard, dimension: str) -> Fraction | None:
    found = card.dimensions.get(dimension)
    return None if found is None else found.headline
