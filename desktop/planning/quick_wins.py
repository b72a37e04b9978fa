"""The quick wins of a company: small steps it can take by itself, what brings most for the time first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from desktop.content.advice_file import ActionEntry
from desktop.planning.plan import Need, Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes, weigh

MOST_QUICK_WINS = 10
MOST_FOR_ONE_COMPETENCE = 2


@dataclass(frozen=True, slots=True)
class QuickWin:
    """An action that takes the next step of a need; `value` are the points of the levels it leads to."""

    action: ActionEntry
    need: Need
    value: int

    @property
    def value_per_minute(self) -> Fraction:
        """What orders the quick wins."""
        return Fraction(self.value, self.action.minutes)


def choose_quick_wins(request: PlanRequest, done: Collection[str] = ()) -> tuple[QuickWin, ...]:
    """At most ten quick wins, two for each competence, the most valuable per minute first.

    `done` are the ids of actions whose effect the answers already show. Hours, weeks and budget of the
    request play no part: a quick win costs minutes and nothing else.
    """
    stakes = weigh(request)
    found = [win for need in stakes.needs for win in _wins_for(need, request, stakes, done)]
    found.sort(key=lambda win: (-win.value_per_minute, -win.need.priority, win.action.id))
    chosen: list[QuickWin] = []
    for win in found:
        alike = sum(other.need.competence == win.need.competence for other in chosen)
        if alike < MOST_FOR_ONE_COMPETENCE and len(chosen) < MOST_QUICK_WINS:
            chosen.append(win)
    return tuple(chosen)


def _wins_for(need: Need, request: PlanRequest, stakes: Stakes, done: Collection[str]) -> Iterator[QuickWin]:
    for action in request.catalogue.advice.actions.values():
        low, high = action.step
        is_next = action.competence == need.competence and low <= need.level < high
        if not is_next or action.id in done or not _fits(action, request):
            continue
        levels = range(need.level + 1, min(high, need.target) + 1)
        value = sum(stakes.company_points.get(Step(need.competence, level), 0) for level in levels)
        if value:
            yield QuickWin(action, need, value)


def _fits(action: ActionEntry, request: PlanRequest) -> bool:
    return action.role in request.people and action.suits(request.company)
