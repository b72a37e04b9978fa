"""An earlier and a later version of a questionnaire compared: what changed, and what that does to scores."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.content.questionnaires.pairing import Pair, Pairing, pair
from desktop.content.questionnaires.question_differences import DECIDES_SCORES, Difference, find_differences
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.text import Sentence, say


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """A question of both versions, with what distinguishes them."""

    pair: Pair
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class OverallChange:
    """A change in how the overall score and the levels are made: a dimension's weight, or anything else."""

    words: Sentence
    is_weight: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one questionnaire side by side.

    `reasons` says by dimension why its scores are not comparable; dimensions left out stay comparable.
    `overall` says what changed in how the overall score and the levels are made.
    """

    earlier: Questionnaire
    later: Questionnaire
    pairing: Pairing
    questions: tuple[ComparedQuestion, ...]
    reasons: Mapping[str, tuple[Sentence, ...]]
    overall: tuple[OverallChange, ...]


def compare(earlier: Questionnaire, later: Questionnaire) -> Comparison:
    """Two versions of one questionnaire compared."""
    pairing = pair((earlier,), (later,))
    questions = tuple(
        ComparedQuestion(entry, tuple(find_differences(entry, pairing))) for entry in pairing.pairs
    )
    dimensions = dict.fromkeys(entry.id for entry in (*later.dimensions, *earlier.dimensions))
    reasons = {name: tuple(_dimension_reasons(name, pairing, questions)) for name in dimensions}
    return Comparison(
        earlier,
        later,
        pairing,
        questions,
        {name: found for name, found in reasons.items() if found},
        tuple(_overall_reasons(earlier, later)),
    )


def _dimension_reasons(
    dimension: str, pairing: Pairing, questions: Iterable[ComparedQuestion]
) -> Iterator[Sentence]:
    yield from (say("`{id}` is new", id=each.id) for each in pairing.added if _counts(each, dimension))
    yield from (say("`{id}` is gone", id=each.id) for each in pairing.removed if _counts(each, dimension))
    for entry in questions:
        later, earlier = entry.pair.later, entry.pair.earlier
        if not any(_counts(each, dimension) for each in (later, *earlier)):
            continue
        for former in earlier[1:]:
            yield say("`{former}` is part of `{id}` now", former=former.id, id=later.id)
        for difference in entry.differences:
            if difference.aspect in DECIDES_SCORES:
                yield say("`{id}`: {change}", id=later.id, change=difference.words)


def _counts(question: Question, dimension: str) -> bool:
    return question.is_scored and question.dimension == dimension


def _overall_reasons(earlier: Questionnaire, later: Questionnaire) -> Iterator[OverallChange]:
    yield from _dimension_differences(earlier, later)
    if earlier.levels != later.levels:
        yield OverallChange(say("other levels"))
    if earlier.required_coverage != later.required_coverage:
        words = say(
            "coverage {before} -> {after}", before=earlier.required_coverage, after=later.required_coverage
        )
        yield OverallChange(words)
    if earlier.unanswered_counts_zero != later.unanswered_counts_zero:
        yield OverallChange(say("what is unanswered counts differently"))
    if earlier.is_personal != later.is_personal:
        yield OverallChange(say("other people answer it (`answered_by`)"))


def _dimension_differences(earlier: Questionnaire, later: Questionnaire) -> Iterator[OverallChange]:
    before = {entry.id: entry.weight for entry in earlier.dimensions}
    after = {entry.id: entry.weight for entry in later.dimensions}
    for name in (name for name in after if name not in before):
        yield OverallChange(say("dimension `{name}` is new", name=name))
    for name in (name for name in before if name not in after):
        yield OverallChange(say("dimension `{name}` is gone", name=name))
    for name, weight in after.items():
        if before.get(name, weight) != weight:
            words = say(
                "dimension `{name}`: weight {before} -> {after}", name=name, before=before[name], after=weight
            )
            yield OverallChange(words, is_weight=True)
