"""What the companies of a territory scored: all of them, by groups, and month by month."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from desktop.territory.coding import NOTHING, Coded, Mask, Numbers, months_of
from desktop.territory.figures.values import GROUPINGS, Grouping, GroupMeans, Maturity, Mean, MonthMean
from desktop.territory.wanted import Chosen

Integers = NDArray[np.signedinteger]


def maturity(chosen: Chosen) -> Maturity:
    """The means of those chosen."""
    scores, rows = chosen.scores, chosen.scored
    columns = dict(zip(scores.dimensions, scores.values[rows].T, strict=True))
    overall = scores.overall[rows]
    return Maturity(
        questionnaire=scores.questionnaire,
        overall=mean_of(overall),
        dimensions={name: mean_of(column) for name, column in columns.items()},
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
    means = _means(scores.overall[rows], months - first, int(months.max()) - first + 1)
    return tuple(MonthMean(first + place, mean) for place, mean in enumerate(means) if mean.n)


def mean_of(values: Integers) -> Mean:
    """The mean of hundredths of a point; -1 is none."""
    there = values[values != NOTHING]
    return Mean(int(there.sum(dtype=np.int64)), int(there.size))


def grouped(chosen: Chosen, grouping: Grouping) -> Coded:
    """The groups of all companies; provinces are told apart by their region too, with a slash before them."""
    companies = chosen.territory.companies
    if grouping == "province":
        return _provinces(companies.region, companies.province)
    columns: Mapping[str, Coded] = {
        "sector": companies.sector,
        "size": companies.size,
        "region": companies.region,
        "office": companies.office,
    }
    return columns[grouping]


def _provinces(region: Coded, province: Coded) -> Coded:
    wide = len(province.names) + 1
    both = (region.codes.astype(np.int64) + 1) * wide + province.codes + 1
    there = np.unique(both)
    regions, provinces = ("", *region.names), ("", *province.names)
    names = tuple(f"{regions[each // wide]}/{provinces[each % wide]}" for each in there.tolist())
    return Coded(names, np.searchsorted(there, both).astype(np.int32))


def _groups(
    chosen: Chosen, grouping: Grouping, overall: Numbers, columns: Mapping[str, Integers]
) -> tuple[GroupMeans, ...]:
    column = grouped(chosen, grouping)
    codes = column.codes[chosen.scored_companies] + 1
    names = ("", *column.names)
    of_all = _means(overall, codes, len(names))
    of_each = {name: _means(values, codes, len(names)) for name, values in columns.items()}
    return tuple(
        _group(name, mean, {each: found[place] for each, found in of_each.items()})
        for place, (name, mean) in enumerate(zip(names, of_all, strict=True))
        if mean.n
    )


def _group(name: str, overall: Mean, dimensions: Mapping[str, Mean]) -> GroupMeans:
    within, slash, own = name.rpartition("/")
    return GroupMeans(own if slash else name, overall, dimensions, within)


def _means(values: Integers, codes: Integers, count: int) -> list[Mean]:
    """The mean of each group; sums of hundredths stay far below what a float holds exactly."""
    there: Mask = values != NOTHING
    numbers = np.bincount(codes[there], minlength=count)
    sums = np.bincount(codes[there], values[there], minlength=count)
    return [Mean(int(total), int(n)) for total, n in zip(sums, numbers, strict=True)]
