"""What the companies of a territory scored: all of them, by groups, and month by month."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop.territory.coding import NOTHING, Coded, Numbers, months_of
from desktop.territory.figures.values import GROUPINGS, Grouping, GroupMeans, Maturity, Mean, MonthMean
from desktop.territory.wanted import Chosen

Integers = NDArray[np.signedinteger]


def maturity(chosen: Chosen) -> Maturity:
    """The means of those chosen."""
    scores, rows = chosen.scores, chosen.scored
    overall = Points(scores.overall[rows])
    columns = {name: Points(scores.values[place][rows]) for place, name in enumerate(scores.dimensions)}
    return Maturity(
        questionnaire=scores.questionnaire,
        overall=overall.mean,
        dimensions={name: column.mean for name, column in columns.items()},
        groups={name: _groups(chosen, name, overall, columns) for name in GROUPINGS},
    )


def by_month(chosen: Chosen) -> tuple[MonthMean, ...]:
    """What all rounds chosen scored, also several of one company, by the month in which they were changed."""
    scores, rounds = chosen.scores, chosen.territory.rounds
    rows = np.flatnonzero(
        chosen.rounds[scores.round] & (scores.overall >= 0) & (rounds.day[scores.round] >= 0)
    )
    months = months_of(rounds.day[scores.round[rows]])
    if not rows.size:
        return ()
    first = int(months.min())
    means = Points(scores.overall[rows]).means(months - first, int(months.max()) - first + 1)
    return tuple(MonthMean(first + place, mean) for place, mean in enumerate(means) if mean.n)


def mean_of(values: Integers) -> Mean:
    """The mean of hundredths of a point; -1 is none."""
    return Points(values).mean


class Points:
    """A column of hundredths of a point, -1 for none, made ready to be added up by several groupings."""

    def __init__(self, values: Integers) -> None:
        there = values != NOTHING
        self._places = None if there.all() else np.flatnonzero(there)
        # Sums of hundredths stay far below what a float holds exactly.
        self._values = self._of(values).astype(np.float64)

    @property
    def mean(self) -> Mean:
        """The mean of all."""
        return Mean(int(self._values.sum()), int(self._values.size))

    def means(self, codes: Numbers, count: int) -> list[Mean]:
        """The mean of each of `count` groups; a code for each row of the column."""
        own = self._of(codes)
        numbers = np.bincount(own, minlength=count)
        sums = np.bincount(own, self._values, minlength=count)
        return [Mean(int(total), int(n)) for total, n in zip(sums.tolist(), numbers.tolist(), strict=True)]

    def _of(self, column: Integers) -> Integers:
        """What a column has in the rows that have a score."""
        return column if self._places is None else column[self._places]


def grouped(chosen: Chosen, grouping: Grouping) -> Coded:
    """The groups of all companies; provinces are told apart by their region too, with a slash before them."""
    companies = chosen.territory.companies
    if grouping == "province":
        return companies.provinces
    columns: Mapping[str, Coded] = {
        "sector": companies.sector,
        "size": companies.size,
        "region": companies.region,
        "office": companies.office,
    }
    return columns[grouping]


def _groups(
    chosen: Chosen, grouping: Grouping, overall: "Points", columns: "Mapping[str, Points]"
) -> tuple[GroupMeans, ...]:
    column = grouped(chosen, grouping)
    codes = column.codes[chosen.scored_companies].astype(np.int64) + 1
    names = ("", *column.names)
    of_all = overall.means(codes, len(names))
    of_each = {name: column.means(codes, len(names)) for name, column in columns.items()}
    return tuple(
        _group(name, mean, {each: found[place] for each, found in of_each.items()})
        for place, (name, mean) in enumerate(zip(names, of_all, strict=True))
        if mean.n
    )


def _group(name: str, overall: Mean, dimensions: Mapping[str, Mean]) -> GroupMeans:
    within, slash, own = name.rpartition("/")
    return GroupMeans(own if slash else name, overall, dimensions, within)
