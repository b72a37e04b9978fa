"""What changed since an earlier round: score by score and competence by competence, as far as comparable."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.content.questionnaires.comparing import Comparison, compare
from desktop.content.questionnaires.question_differences import Aspect
from desktop.dossier.dossier import AssessmentResult, Dossier, EarlierRound
from desktop.scores import CompetenceScore, Score


@dataclass(frozen=True, slots=True)
class Change:
    """One value then and now, None where nothing told; `name` is the id of a dimension or competence.

    Scores go from 0 to 100, competences from 0 to 4. Where it is not comparable, the questions it rests on
    are not the same, and a difference says nothing.
    """

    name: str
    then: Fraction | None
    now: Fraction | None
    is_comparable: bool = True

    @property
    def difference(self) -> Fraction | None:
        """How much it rose; None where that cannot be told."""
        if self.then is None or self.now is None or not self.is_comparable:
            return None
        return self.now - self.then


@dataclass(frozen=True, slots=True)
class QuestionnaireProgress:
    """A questionnaire of both rounds, each in its version: its overall score and its dimensions.

    `gone` are the ids of dimensions that only the earlier version has.
    """

    then: AssessmentResult
    now: AssessmentResult
    overall: Change
    dimensions: tuple[Change, ...]
    gone: tuple[str, ...]

    @property
    def is_same_version(self) -> bool:
        """Whether the same questions were asked."""
        return self.then.questionnaire.hash == self.now.questionnaire.hash

    @property
    def changes(self) -> tuple[Change, ...]:
        """The overall score, then the dimensions."""
        return (self.overall, *self.dimensions)


@dataclass(frozen=True, slots=True)
class Progress:
    """An earlier round beside this one; `only_then` and `only_now` were answered in one of them alone.

    The levels of competences are whole numbers.
    """

    earlier: EarlierRound
    questionnaires: tuple[QuestionnaireProgress, ...]
    competences: tuple[Change, ...]
    only_then: tuple[AssessmentResult, ...]
    only_now: tuple[AssessmentResult, ...]


def last_round(dossier: Dossier) -> EarlierRound | None:
    """The latest of the earlier rounds."""
    return max(dossier.earlier, key=lambda earlier: earlier.answered_on, default=None)


def progress_since(earlier: EarlierRound, dossier: Dossier) -> Progress:
    """What changed from an earlier round to the one of the dossier."""
    pairs = list(_pairs(earlier.results, dossier.results))
    compared = [(then, now, compare(then.questionnaire, now.questionnaire)) for then, now in pairs]
    paired = {id(result) for pair in pairs for result in pair}
    return Progress(
        earlier,
        tuple(_questionnaire(then, now, found) for then, now, found in compared),
        tuple(_competences(earlier, dossier, [found for _, _, found in compared])),
        tuple(result for result in earlier.results if id(result) not in paired),
        tuple(result for result in dossier.results if id(result) not in paired),
    )


def _pairs(
    then: Iterable[AssessmentResult], now: Iterable[AssessmentResult]
) -> Iterator[tuple[AssessmentResult, AssessmentResult]]:
    """The results of the same questionnaire, whatever its id was then."""
    before = {result.questionnaire.id: result for result in then}
    for result in now:
        names = (result.questionnaire.id, *result.questionnaire.former_ids)
        if found := next((before[name] for name in names if name in before), None):
            yield found, result


def _questionnaire(
    then: AssessmentResult, now: AssessmentResult, comparison: Comparison
) -> QuestionnaireProgress:
    before, after = then.scorecard, now.scorecard
    is_whole = not comparison.reasons and not comparison.overall
    dimensions = tuple(
        _change(name, before.dimensions.get(name), score, is_comparable=name not in comparison.reasons)
        for name, score in after.dimensions.items()
    )
    gone = tuple(name for name in before.dimensions if name not in after.dimensions)
    overall = _change("", before.overall, after.overall, is_comparable=is_whole)
    return QuestionnaireProgress(then, now, overall, dimensions, gone)


def _change(name: str, then: Score | None, now: Score, *, is_comparable: bool) -> Change:
    return Change(name, then.headline if then else None, now.headline, is_comparable)


def _competences(
    earlier: EarlierRound, dossier: Dossier, comparisons: Iterable[Comparison]
) -> Iterator[Change]:
    """The competences assessed in both rounds, in the order of the catalogue."""
    same = {found.later.id: found.earlier.id for found in comparisons if _asks_the_same(found)}
    is_same_round = {result.questionnaire.id for result in dossier.results} == set(same) and {
        result.questionnaire.id for result in earlier.results
    } == set(same.values())
    for name in dossier.library.catalogue.competences:
        then, now = earlier.competences.get(name), dossier.competences.get(name)
        if then is None or now is None or then.level is None or now.level is None:
            continue
        told = _rests_on_the_same(then, now, same)
        yield Change(name, Fraction(then.level), Fraction(now.level), is_same_round or told)


def _asks_the_same(comparison: Comparison) -> bool:
    """Whether nothing changed that decides scores or which competences an answer tells about."""
    aspects = {difference.aspect for entry in comparison.questions for difference in entry.differences}
    return not comparison.reasons and Aspect.COMPETENCES not in aspects


def _rests_on_the_same(then: CompetenceScore, now: CompetenceScore, same: Mapping[str, str]) -> bool:
    before = {part.questionnaire for part in then.evidence}
    after = {part.questionnaire for part in now.evidence}
    return bool(after) and after <= set(same) and {same[name] for name in after} == before
