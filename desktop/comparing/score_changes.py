"""A score then and now, and the exact part that each cause has in the difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.comparing.causes import Cause

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score (0-100) then and now, None where nothing told; `name` is a dimension's id, "" for overall.

    `parts` add up to the difference, exactly; they are empty where one of the two scores is missing.
    """

    name: str
    then: Fraction | None
    now: Fraction | None
    parts: Mapping[Cause, Fraction]

    @property
    def difference(self) -> Fraction | None:
        """How much it rose, None where that cannot be told."""
        return None if self.then is None or self.now is None else self.now - self.then


def change_along(name: str, then: Fraction | None, after: Iterable[Fraction | None]) -> ScoreChange:
    """The change along a way of scores, one after each cause.

    Where a cause leaves nothing to score, the way on to the next score is its part too: what it swept away
    cannot be compared with what came instead.
    """
    scores = list(after)
    now = scores[-1]
    if then is None or now is None:
        return ScoreChange(name, then, now, {})
    parts = dict.fromkeys(Cause, _ZERO)
    last, swept = then, None
    for cause, score in zip(Cause, scores, strict=True):
        if score is None:
            swept = swept or cause
        else:
            parts[swept or cause] += score - last
            last, swept = score, None
    return ScoreChange(name, then, now, parts)


def whole_points(change: ScoreChange) -> Mapping[Cause, int]:
    """The parts as whole points that add up to the difference of the rounded scores.

    They are rounded down, and what is missing goes to the parts that lost most; a part that is nothing stays
    nothing. Empty where there are no parts.
    """
    if change.then is None or change.now is None:
        return {}
    points = {cause: part.__floor__() for cause, part in change.parts.items()}
    missing = round(change.now) - round(change.then) - sum(points.values())
    told = [cause for cause, part in change.parts.items() if part]
    told.sort(key=lambda cause: change.parts[cause] - points[cause], reverse=missing > 0)
    for cause in told[: abs(missing)]:
        points[cause] += 1 if missing > 0 else -1
    return points
