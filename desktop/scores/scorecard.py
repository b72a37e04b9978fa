"""Scores of a questionnaire: exact values from 0 to 100 as intervals, with levels, coverage and origin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desktop.answers import AnswerSheet, Facts, Visibility, visibility
from desktop.content.questionnaires.questionnaire import Level, Question, Questionnaire
from desktop.scores.sums import mean, total, weighted
from desktop.scores.worth import ONE, UNANSWERED, ZERO, Worth, known_share, worth

_GATEWAY_SHARE = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one question adds to its dimension: `points` earned of at most `of`, on the dimension's 0-100.

    `points` is None while the question is unanswered; `of` of a question with follow-ups includes theirs.
    """

    question: str
    points: Fraction | None
    of: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100. `headline` counts "don't know" as 0; the truth lies between `low` and `high`.

    All three are None where nothing applies; `headline` also while nothing is answered. `coverage` is the
    answered share (0-1) of what applies; `level` is None where the coverage is too small.
    """

    low: Fraction | None
    headline: Fraction | None
    high: Fraction | None
    coverage: Fraction
    level: Level | None
    contributions: tuple[Contribution, ...] = ()

    @property
    def is_too_little_known(self) -> bool:
        """Whether too few questions were answered, but with "don't know", to say where a company stands."""
        return self.level is None and self.headline is not None


_NOTHING = Score(None, None, None, ZERO, None)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A shown question and what it is worth with its follow-ups; `made_of` is all that this depends on."""

    question: Question
    made_of: tuple[object, ...]
    worth: Worth | None
    known: Fraction


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores of one questionnaire: overall and by dimension, in the questionnaire's order."""

    questionnaire: Questionnaire
    overall: Score
    dimensions: Mapping[str, Score]
    _units: Mapping[str, Mapping[str, _Unit]] = field(default_factory=dict, compare=False, repr=False)
    _shown: Visibility | None = field(default=None, compare=False, repr=False)


def score(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> Scorecard:
    """The scores of the answers given so far; hidden questions are left out."""
    return _scored(Scorecard(questionnaire, _NOTHING, {}), sheet, visibility(questionnaire, sheet, facts))


def rescore(card: Scorecard, question: Question, sheet: AnswerSheet, facts: Facts) -> Scorecard:
    """The scores after one answer changed; only what can have changed is computed again.

    `sheet` holds the changed answers, `card` the scores before.
    """
    questionnaire = card.questionnaire
    if question.id in questionnaire.watched or question.follow_ups or card._shown is None:
        return _scored(card, sheet, visibility(questionnaire, sheet, facts))
    return _scored(card, sheet, card._shown, question.dimension)


def _scored(card: Scorecard, sheet: AnswerSheet, shown: Visibility, only: str | None = None) -> Scorecard:
    """The scores of one dimension or of all; those whose units are the same as before stay as they are."""
    questionnaire = card.questionnaire
    dimensions, units = dict(card.dimensions), dict(card._units)
    for dimension in questionnaire.dimensions:
        name = dimension.id
        if only in (None, name):
            before = card._units.get(name)
            units[name] = _units(questionnaire, name, (sheet, shown), before or {})
            if units[name] != before:
                dimensions[name] = _dimension_score(questionnaire, tuple(units[name].values()))
    return Scorecard(questionnaire, _overall(questionnaire, dimensions), dimensions, units, shown)


def _units(
    questionnaire: Questionnaire,
    dimension: str,
    asked: tuple[AnswerSheet, Visibility],
    before: Mapping[str, _Unit],
) -> Mapping[str, _Unit]:
    found: dict[str, _Unit] = {}
    for question in questionnaire.scored(dimension):
        if question.id in asked[1].ids:
            made_of = _made_of(questionnaire, question, *asked)
            unit = before.get(question.id)
            if unit is None or unit.made_of != made_of:
                value = _unit(questionnaire, question, *asked)
                known = question.weight * _coverage(questionnaire, question, *asked)
                unit = _Unit(question, made_of, value, known)
            found[question.id] = unit
    return found


def _dimension_score(questionnaire: Questionnaire, found: tuple[_Unit, ...]) -> Score:
    units = [(unit.question, unit.worth) for unit in found if unit.worth is not None]
    of = total(question.weight for question, _ in units)
    if of == 0:
        return _NOTHING
    hundredth = of / 100
    shares = [(question.weight / hundredth, unit) for question, unit in units]
    contributions = tuple(
        Contribution(question.id, None if unit.headline is None else share * unit.headline, share)
        for (question, _), (share, unit) in zip(units, shares, strict=True)
    )
    known = total(unit.known for unit in found if unit.worth is not None)
    return _finished(
        questionnaire,
        span=_span(units, shares),
        coverage=known / of,
        contributions=contributions,
    )


def _made_of(
    questionnaire: Questionnaire, question: Question, sheet: AnswerSheet, shown: Visibility
) -> tuple[object, ...]:
    if not question.follow_ups:
        return (sheet.get(question.key),)
    states = (
        (sheet.get(each.key), each.id in shown.ids, each.id in shown.closed, each.id in shown.waiting)
        for each in _scored_follow_ups(questionnaire, question)
    )
    return (sheet.get(question.key), *states)


def _span(
    units: list[tuple[Question, Worth]], shares: list[tuple[Fraction, Worth]]
) -> tuple[Fraction, Fraction | None, Fraction]:
    """Lowest, headline and highest score of some questions; one sum does where all of it is certain."""
    low = weighted((share, unit.low) for share, unit in shares)
    if all(unit.is_certain and unit.headline is not None for _, unit in shares):
        return low, low, low
    return low, _headline(units), weighted((share, unit.high) for share, unit in shares)


def _headline(units: list[tuple[Question, Worth]]) -> Fraction | None:
    share = mean((q.weight, unit.headline) for q, unit in units if unit.headline is not None)
    return None if share is None else 100 * share


def _finished(
    questionnaire: Questionnaire,
    *,
    span: tuple[Fraction, Fraction | None, Fraction],
    coverage: Fraction,
    contributions: tuple[Contribution, ...] = (),
) -> Score:
    low, headline, high = span
    is_covered = headline is not None and coverage >= questionnaire.required_coverage
    level = questionnaire.level_of(headline) if headline is not None and is_covered else None
    return Score(low, headline, high, coverage, level, contributions)


def _overall(questionnaire: Questionnaire, dimensions: Mapping[str, Score]) -> Score:
    parts = [
        (dimension.weight, dimensions[dimension.id])
        for dimension in questionnaire.dimensions
        if dimensions[dimension.id].low is not None and dimension.weight > 0
    ]
    of = total(weight for weight, _ in parts)
    if of == 0:
        return _NOTHING
    return _finished(
        questionnaire,
        span=(
            weighted((weight, part.low or ZERO) for weight, part in parts) / of,
            mean((weight, part.headline) for weight, part in parts if part.headline is not None),
            weighted((weight, part.high or ZERO) for weight, part in parts) / of,
        ),
        coverage=weighted((weight, part.coverage) for weight, part in parts) / of,
    )


def _unit(
    questionnaire: Questionnaire, question: Question, sheet: AnswerSheet, shown: Visibility
) -> Worth | None:
    """A question with its follow-ups inside its fixed weight."""
    counts_zero = questionnaire.unanswered_counts_zero
    gateway = worth(question, sheet.get(question.key), unanswered_counts_zero=counts_zero)
    if gateway is None or not question.follow_ups:
        return gateway
    is_gateway_known = gateway.low == gateway.high
    parts: list[tuple[Fraction, Worth]] = []
    for follow_up in _scored_follow_ups(questionnaire, question):
        if follow_up.id in shown.ids:
            part = worth(follow_up, sheet.get(follow_up.key), unanswered_counts_zero=counts_zero)
            if part is not None:
                parts.append((follow_up.weight, part))
        elif follow_up.id in shown.closed:
            parts.append((follow_up.weight, Worth(ZERO, ZERO, ZERO if is_gateway_known else ONE)))
        elif follow_up.id in shown.waiting:
            parts.append((follow_up.weight, UNANSWERED))
    if not parts:
        return gateway
    of = total(weight for weight, _ in parts)
    below = mean((weight, part.headline) for weight, part in parts if part.headline is not None)
    below = gateway.headline if below is None else below
    return Worth(
        _mixed(gateway.low, weighted((weight, part.low) for weight, part in parts) / of),
        None if gateway.headline is None or below is None else _mixed(gateway.headline, below),
        _mixed(gateway.high, weighted((weight, part.high) for weight, part in parts) / of),
    )


def _mixed(gateway: Fraction, below: Fraction) -> Fraction:
    return _GATEWAY_SHARE * gateway + (1 - _GATEWAY_SHARE) * below


def _scored_follow_ups(questionnaire: Questionnaire, question: Question) -> Iterator[Question]:
    for name in question.follow_ups:
        follow_up = questionnaire.questions[name]
        if follow_up.is_scored:
            yield follow_up


def _coverage(
    questionnaire: Questionnaire, question: Question, sheet: AnswerSheet, shown: Visibility
) -> Fraction:
    shares = [(question.weight, known_share(question, sheet.get(question.key)))]
    shares.extend(
        (follow_up.weight, known_share(follow_up, sheet.get(follow_up.key)))
        for follow_up in _scored_follow_ups(questionnaire, question)
        if follow_up.id in shown.ids
    )
    shares.extend(
        (follow_up.weight, ZERO)
        for follow_up in _scored_follow_ups(questionnaire, question)
        if follow_up.id in shown.waiting
    )
    return mean((weight, share) for weight, share in shares if share is not None) or ZERO
