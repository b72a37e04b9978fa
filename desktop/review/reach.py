"""Which scores and levels answers can lead to, found with the scoring code itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from desktop.answers import Answer, visibility
from desktop.content.questionnaires.questionnaire import Level, QuestionKey, Questionnaire
from desktop.review.answers_apart import best_answer, worst_answer
from desktop.review.budget import Budget, TooManyWaysError
from desktop.review.firms import all_firms, fact_tests
from desktop.review.means import Values, all_means, highest_mean, lowest_mean
from desktop.review.worlds import World, worlds
from desktop.scores import Scorecard, score

_ZERO, _FULL = Fraction(0), Fraction(100)
_FIRMS_LOOKED_AT = 8


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest score (0-100, exact) that answers can lead to."""

    low: Fraction
    high: Fraction

    def with_value(self, *values: Fraction | None) -> "Range":
        """The range widened to hold the values."""
        known = [value for value in values if value is not None]
        return Range(min(self.low, *known), max(self.high, *known)) if known else self


@dataclass(frozen=True, slots=True)
class Reach:
    """The scores of all firms that answer every question they are asked, none with "don't know".

    A range is None where nothing ever counts. `levels` are the ids of the overall levels that are reached,
    `holes` of those that no answers can reach, both in order. Where `is_exact` is false there were too many
    ways to try: the ranges can be reached, but there may be more. A level in neither list was not found and
    not ruled out.
    """

    overall: Range | None
    dimensions: Mapping[str, Range | None]
    levels: tuple[str, ...]
    holes: tuple[str, ...]
    is_exact: bool


class _Found:
    """What has been reached so far."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.overall: Range | None = None
        self.dimensions: dict[str, Range | None] = dict.fromkeys(d.id for d in questionnaire.dimensions)
        self._levels: set[str] = set()

    def add_overall(self, *values: Fraction | None) -> None:
        """Overall scores that some answers have."""
        self.overall = _widened(self.overall, *values)
        self._levels |= {self.questionnaire.level_of(value).id for value in values if value is not None}

    def add_dimension(self, name: str, *values: Fraction | None) -> None:
        """Scores of a dimension that some answers have."""
        self.dimensions[name] = _widened(self.dimensions[name], *values)

    @property
    def missing_levels(self) -> tuple[Level, ...]:
        """The levels that no answers found so far reach."""
        return tuple(level for level in self.questionnaire.levels if level.id not in self._levels)

    @property
    def is_full(self) -> bool:
        """Whether every score can be anything from 0 to 100."""
        return all(span == Range(_ZERO, _FULL) for span in (self.overall, *self.dimensions.values()))

    @property
    def unlikely_levels(self) -> tuple[Level, ...]:
        """The missing levels that lie wholly above or below the range found."""
        if self.overall is None:
            return self.missing_levels
        reached = [
            self.questionnaire.level_of(value).bound for value in (self.overall.low, self.overall.high)
        ]
        return tuple(level for level in self.missing_levels if not reached[0] < level.bound < reached[1])

    def finished(self, holes: tuple[Level, ...], *, is_exact: bool) -> Reach:
        """What was found, as a value."""
        levels = tuple(level.id for level in self.questionnaire.levels if level.id in self._levels)
        return Reach(
            self.overall, dict(self.dimensions), levels, tuple(level.id for level in holes), is_exact
        )


def find_reach(questionnaire: Questionnaire, most_tries: int, *, takes_short_cut: bool = True) -> Reach:
    """All scores that can be reached; the short cut first tries one firm at its best and at its worst."""
    found = _Found(questionnaire)
    if takes_short_cut:
        _try_one_firm(questionnaire, found)
    is_exact = found.is_full or _try_worlds(found, most_tries, _add_extremes, lambda: found.is_full)
    holes = found.unlikely_levels if is_exact else ()
    if is_exact and len(found.missing_levels) > len(holes):
        is_searched = _try_worlds(found, most_tries, _add_all, lambda: not found.missing_levels)
        holes = found.missing_levels if is_searched else holes
    return found.finished(holes, is_exact=is_exact)


def _try_worlds(
    found: _Found,
    most_tries: int,
    add: Callable[[_Found, World, Budget], None],
    is_enough: Callable[[], bool],
) -> bool:
    """Add what is reached in each world; false where there were too many ways to try."""
    budget = Budget(most_tries)
    try:
        for world in worlds(found.questionnaire, budget):
            add(found, world, budget)
            if is_enough():
                break
    except TooManyWaysError:
        return False
    return True


def _widened(span: Range | None, *values: Fraction | None) -> Range | None:
    known = [value for value in values if value is not None]
    if not known:
        return span
    return Range(known[0], known[0]).with_value(*known) if span is None else span.with_value(*known)


def _try_one_firm(questionnaire: Questionnaire, found: _Found) -> None:
    """The firm that is asked most, at its best and, with the same questions open, at its worst."""
    best: dict[QuestionKey, Answer] = {q.key: best_answer(q) for q in questionnaire.questions.values()}
    firms = islice(all_firms(fact_tests(questionnaire.questions.values())), _FIRMS_LOOKED_AT)
    firm = max(firms, key=lambda facts: len(visibility(questionnaire, best, facts).shown))
    worst = {q.key: worst_answer(q) for q in questionnaire.questions.values() if q.is_scored}
    cards = tuple(score(questionnaire, sheet, firm) for sheet in ({**best, **worst}, best))
    for card in cards:
        found.add_overall(card.overall.headline)
        for name, part in card.dimensions.items():
            found.add_dimension(name, part.headline)
    for value in _mixtures(*cards):
        if not found.missing_levels:
            break
        found.add_overall(value)


def _mixtures(worst: Scorecard, best: Scorecard) -> Iterator[Fraction]:
    """Overall scores with more and more questions answered best, the others worst.

    This holds where both cards were asked the same: then each question adds its points by itself.
    """
    low, high = _shares(worst), _shares(best)
    if low.keys() != high.keys() or any(low[name][1] != high[name][1] for name in low):
        return
    total = sum((points for points, _ in low.values()), _ZERO)
    for name in sorted(low, key=lambda name: high[name][0] - low[name][0]):
        total += high[name][0] - low[name][0]
        yield total


def _shares(card: Scorecard) -> dict[str, tuple[Fraction, Fraction]]:
    """What each question adds to the overall score and what it could add."""
    weights = {d.id: d.weight for d in card.questionnaire.dimensions if card.dimensions[d.id].contributions}
    of = sum(weights.values(), _ZERO)
    return {
        part.question: (weights[name] * (part.points or _ZERO) / of, weights[name] * part.of / of)
        for name, found in card.dimensions.items()
        if name in weights and of
        for part in found.contributions
    }


def _add_extremes(found: _Found, world: World, budget: Budget) -> None:
    """The lowest and highest scores of a world."""
    ends: list[tuple[Fraction, Values]] = []
    for dimension in found.questionnaire.dimensions:
        parts = world.parts(dimension.id, budget)
        low, high = lowest_mean(parts), highest_mean(parts)
        found.add_dimension(dimension.id, low, high)
        can_vanish = all(None in values for _, values in parts)
        if dimension.weight > 0:
            ends.append((dimension.weight, frozenset({low, high, *((None,) if can_vanish else ())})))
    found.add_overall(lowest_mean(ends), highest_mean(ends))


def _add_all(found: _Found, world: World, budget: Budget) -> None:
    """Every overall score of a world."""
    dimensions = [
        (dimension.weight, all_means(world.parts(dimension.id, budget), budget))
        for dimension in found.questionnaire.dimensions
        if dimension.weight > 0
    ]
    found.add_overall(*all_means(dimensions, budget))
