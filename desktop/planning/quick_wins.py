"""The quick wins of a company: small steps it can take by itself, those for its priorities first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from desktop.content.catalogues.advice_file import ActionEntry
from desktop.planning.plan import Need, Step
from desktop.planning.priorities import priorities
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
        """What orders the quick wins of one competence, and those that serve no priority."""
        return Fraction(self.value, self.action.minutes)


def choose_quick_wins(request: PlanRequest, done: Collection[str] = ()) -> tuple[QuickWin, ...]:
    """At most ten quick wins, two for each competence: the best for each priority, then the most per minute.

    `done` are the ids of actions whose effect the answers already show. Hours, weeks and budget of the
    request play no part: a quick win costs minutes and nothing else.
    """
    stakes = weigh(request)
    found = [win for need in stakes.needs for win in _wins_for(need, request, stakes, done)]
    found.sort(key=lambda win: (-win.value_per_minute, -win.need.priority, win.action.id))
    chosen = list(_one_for_each(priorities(stakes.needs), found))
    for win in [win for win in found if win not in chosen]:
        alike = sum(other.need.competence == win.need.competence for other in chosen)
        if alike < MOST_FOR_ONE_COMPETENCE and len(chosen) < MOST_QUICK_WINS:
            chosen.append(win)
    return tuple(chosen)


def _one_for_each(needs: Iterable[Need], found: Iterable[QuickWin]) -> Iterator[QuickWin]:
    """The first of each need; minutes alone would put a long but vital step, such as a first backup, last."""
    firsts: dict[str, QuickWin] = {}
    for win in found:
        firsts.setdefault(win.need.competence, win)
    return (firsts[need.competence] for need in needs if need.competence in firsts)


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
