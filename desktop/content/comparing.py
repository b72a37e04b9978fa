"""An earlier and a later version of a questionnaire compared: what changed, and what that does to scores."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.content.pairing import Pair, Pairing, pair
from desktop.content.question_differences import DECIDES_SCORES, Difference, find_differences
from desktop.content.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """A question of both versions, with what distinguishes them."""

    pair: Pair
    differences: tuple[Difference, ...]


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
    reasons: Mapping[str, tuple[str, ...]]
    overall: tuple[str, ...]


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
) -> Iterator[str]:
    yield from (f"`{each.id}` is new" for each in pairing.added if _counts(each, dimension))
    yield from (f"`{each.id}` is gone" for each in pairing.removed if _counts(each, dimension))
    for entry in questions:
        later, earlier = entry.pair.later, entry.pair.earlier
        if not any(_counts(each, dimension) for each in (later, *earlier)):
            continue
        yield from (f"`{former.id}` is part of `{later.id}` now" for former in earlier[1:])
        for difference in entry.differences:
            if difference.aspect in DECIDES_SCORES:
                yield f"`{later.id}`: {difference.words}"


def _counts(question: Question, dimension: str) -> bool:
    return question.is_scored and question.dimension == dimension


def _overall_reasons(earlier: Questionnaire, later: Questionnaire) -> Iterator[str]:
    before = {entry.id: entry.weight for entry in earlier.dimensions}
    after = {entry.id: entry.weight for entry in later.dimensions}
    yield from (f"dimension `{name}` is new" for name in after if name not in before)
    yield from (f"dimension `{name}` is gone" for name in before if name not in after)
    for name, weight in after.items():
        if before.get(name, weight) != weight:
            yield f"dimension `{name}`: weight {before[name]} -> {weight}"
    if earlier.levels != later.levels:
        yield "other levels"
    if earlier.required_coverage != later.required_coverage:
        yield f"coverage {earlier.required_coverage} -> {later.required_coverage}"
    if earlier.unanswered_counts_zero != later.unanswered_counts_zero:
        yield "what is unanswered counts differently"
    if earlier.is_personal != later.is_personal:
        yield "other people answer it (`answered_by`)"
