"""What changed from one round to the next, for companies that have both."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop.territory.coding import NOTHING, Mask, Numbers
from desktop.territory.columns import Scores
from desktop.territory.figures.maturity import mean_of
from desktop.territory.figures.values import Mean, PairedChange
from desktop.territory.wanted import Chosen

STAGES = ("T0", "T1", "T2")


def changes(chosen: Chosen) -> tuple[PairedChange, ...]:
    """T0 to T1 and T1 to T2; the later round is in the period, the stage that is wanted does not count."""
    return tuple(_change(chosen, pair) for pair in pairwise(STAGES))


def pairs(chosen: Chosen, stages: tuple[str, str]) -> tuple[Numbers, Numbers]:
    """The rows of scores of the companies that have both rounds, in the order of the companies."""
    rounds, scores = chosen.territory.rounds, chosen.scores
    there = chosen.companies[rounds.company] & _has_overall(scores, rounds.ids.size)
    before = _row_by_company(chosen, there & (rounds.turn == int(stages[0][1:])))
    later = chosen.in_period(rounds.day) & (rounds.turn == int(stages[1][1:]))
    after = _row_by_company(chosen, there & later)
    both = (before != NOTHING) & (after != NOTHING)
    return before[both], after[both]


def _has_overall(scores: Scores, count: int) -> Mask:
    found = np.zeros(count, np.bool_)
    found[scores.round[scores.overall >= 0]] = True
    return found


def _row_by_company(chosen: Chosen, rounds: Mask) -> Numbers:
    """The row of scores of each company's round, -1 where it has none of these."""
    rows = np.flatnonzero(rounds[chosen.scores.round])
    found = np.full(chosen.territory.companies.count, NOTHING)
    found[chosen.territory.rounds.company[chosen.scores.round[rows]]] = rows
    return found


def _change(chosen: Chosen, stages: tuple[str, str]) -> PairedChange:
    scores = chosen.scores
    before, after = pairs(chosen, stages)
    moved = scores.overall[after] - scores.overall[before]
    return PairedChange(
        stages=stages,
        before=mean_of(scores.overall[before]),
        after=mean_of(scores.overall[after]),
        dimensions={
            name: _both(scores.values[place][before], scores.values[place][after])
            for place, name in enumerate(scores.dimensions)
        },
        better=int((moved > 0).sum()),
        same=int((moved == 0).sum()),
        worse=int((moved < 0).sum()),
    )


def _both(before: NDArray[np.int16], after: NDArray[np.int16]) -> tuple[Mean, Mean]:
    """The means of companies that have a score in both."""
    there = (before != NOTHING) & (after != NOTHING)
    return mean_of(before[there]), mean_of(after[there])
