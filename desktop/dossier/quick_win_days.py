"""By when each quick win can be done, if each role spends its weekly hours on its own ones in turn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from desktop.content.company import Constraints
from desktop.planning.quick_wins import QuickWin

_FRIDAY = 4
_MINUTES_OF_AN_HOUR = 60


def suggested_days(wins: Iterable[QuickWin], limits: Constraints, start: date) -> Iterator[date]:
    """A Friday for each quick win, in their order; `start` is the Monday on which the plan begins.

    What is longer than the hours of a week has as many weeks as it needs; without hours it is one a week.
    """
    spent: Counter[str] = Counter()
    for win in wins:
        role, minutes = win.action.role, win.action.minutes
        weekly = int(limits.hours(role) * _MINUTES_OF_AN_HOUR)
        room = weekly - spent[role] % weekly if weekly else 0
        if room < minutes <= weekly:
            spent[role] += room  # a short one is not begun on a Friday to be finished on a Monday
        spent[role] += minutes if weekly else 1
        yield start + timedelta(weeks=(spent[role] - 1) // (weekly or 1), days=_FRIDAY)
