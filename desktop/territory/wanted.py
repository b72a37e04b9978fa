"""Which companies and rounds of a territory figures are wanted of, and those that are found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from desktop.territory.coding import NOTHING, Coded, Mask, Numbers
from desktop.territory.columns import Scores, Territory

NOT_GIVEN = "-"
"""Wanted where companies that do not say are."""
_FIRST_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What figures are narrowed to; None wants all.

    `stage` is T0, T1, ..., or None for the last round of each company; `event` is its number, as text; the
    period goes by the day of a round, a service or an event, both ends belong to it.
    """

    questionnaire: str = ""
    stage: str | None = None
    region: str | None = None
    province: str | None = None
    sector: str | None = None
    size: str | None = None
    office: str | None = None
    officer: str | None = None
    event: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def narrows_companies(self) -> bool:
        """Whether companies are left out for what they are, whatever was done when."""
        names = (self.region, self.province, self.sector, self.size, self.office, self.officer, self.event)
        return any(name is not None for name in names)


class Chosen:
    """What is found of what is wanted."""

    def __init__(self, territory: Territory, scores: Scores, wanted: Wanted) -> None:
        self.territory = territory
        self.scores = scores
        self.wanted = wanted

    @cached_property
    def companies(self) -> Mask:
        """Which companies are wanted."""
        companies, wanted = self.territory.companies, self.wanted
        found = np.ones(companies.count, np.bool_)
        columns: Mapping[str, Coded] = {
            "region": companies.region,
            "province": companies.province,
            "sector": companies.sector,
            "size": companies.size,
            "office": companies.office,
            "officer": companies.officer,
        }
        for name, column in columns.items():
            if (value := getattr(wanted, name)) is not None:
                found &= column.codes == (NOTHING if value == NOT_GIVEN else column.code(value))
        if wanted.event is not None:
            found &= companies.event == int(wanted.event)
        return found

    @cached_property
    def rounds(self) -> Mask:
        """Which rounds are: of such companies, in the period and of the stage."""
        rounds, wanted = self.territory.rounds, self.wanted
        found = self.companies[rounds.company] & self.in_period(rounds.day)
        if wanted.stage is not None:
            found &= rounds.turn == int(wanted.stage[1:])
        return found

    @cached_property
    def answered(self) -> Numbers:
        """Of each company that has any, the place of its last round that scored in some questionnaire."""
        return self.last(np.flatnonzero(self.rounds & self.territory.rounds.has_scores))

    @cached_property
    def scored(self) -> Numbers:
        """Of each company that has one, the row of what its last round with the questionnaire scored."""
        rows = np.flatnonzero(self.rounds[self.scores.round] & (self.scores.overall >= 0))
        places = self.last(self.scores.round[rows])
        row_of = np.full(self.territory.rounds.ids.size, NOTHING)
        row_of[self.scores.round[rows]] = rows
        return row_of[places]

    @cached_property
    def scored_companies(self) -> Numbers:
        """The places of the companies of `scored`."""
        return self.territory.rounds.company[self.scores.round[self.scored]]

    def last(self, places: Numbers) -> Numbers:
        """Of some rounds, by their places, the last one of each company."""
        rounds = self.territory.rounds
        count = max(1, rounds.ids.size)
        latest = np.full(self.territory.companies.count, NOTHING)
        np.maximum.at(latest, rounds.company[places], rounds.turn[places] * count + places)
        return latest[latest != NOTHING] % count

    def in_period(self, days: Numbers) -> Mask:
        """Which days, counted since 1970, are within the period; with any, unknown ones are not."""
        found = np.ones(days.size, np.bool_)
        if self.wanted.since is not None:
            found &= days >= day_number(self.wanted.since)
        if self.wanted.until is not None:
            found &= (days <= day_number(self.wanted.until)) & (days != NOTHING)
        return found


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - _FIRST_DAY).days
