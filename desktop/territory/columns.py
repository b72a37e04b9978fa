"""All that figures of a territory are made of, in columns: companies, rounds, scores, needs, services."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop.territory.coding import Coded, Hundredths, Mask, Numbers


@dataclass(frozen=True, eq=False)
class Companies:
    """The companies in the order of their ids, those put away too.

    The names of `size` are in their order, the smallest first; `event` is the number of the one a company
    came from, -1 for none; `has_plan` says whose plan was made here or came in.
    """

    ids: Numbers
    region: Coded
    province: Coded
    sector: Coded
    size: Coded
    office: Coded
    officer: Coded
    event: Numbers
    has_plan: Mask

    @property
    def count(self) -> int:
        """How many there are."""
        return self.ids.size

    @cached_property
    def provinces(self) -> Coded:
        """The provinces with their regions and a slash before them, so that no two of a name are one."""
        wide = len(self.province.names) + 1
        both = (self.region.codes.astype(np.int64) + 1) * wide + self.province.codes + 1
        there, codes = np.unique(both, return_inverse=True)
        regions, provinces = ("", *self.region.names), ("", *self.province.names)
        names = tuple(f"{regions[each // wide]}/{provinces[each % wide]}" for each in there.tolist())
        return Coded(names, codes.astype(np.int32))


@dataclass(frozen=True, eq=False)
class Rounds:
    """The rounds in the order of their ids: the place of the company, T0 as 0, T1 as 1, the day since 1970.

    `has_scores` says which scored in any questionnaire.
    """

    ids: Numbers
    company: Numbers
    turn: Numbers
    day: Numbers
    has_scores: Mask


@dataclass(frozen=True, eq=False)
class Scores:
    """What rounds, by their places, scored in one questionnaire, in hundredths of a point; -1 for nothing.

    `values` is an array of dimensions by rounds.
    """

    questionnaire: str
    dimensions: tuple[str, ...]
    round: Numbers
    overall: Numbers
    coverage: Numbers
    values: Hundredths


@dataclass(frozen=True, eq=False)
class Needs:
    """What rounds, by their places, have and should have; -1 where nothing is known.

    `levels` and `targets` are arrays of competences by rounds, so that a competence lies together in memory.
    """

    competences: tuple[str, ...]
    round: Numbers
    levels: NDArray[np.int8]
    targets: NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Services:
    """The services that are not cancelled, amounts in cents; the place of the company, or -1."""

    company: Numbers
    category: Coded
    kind: Coded
    price: Numbers
    aid: Numbers
    day: Numbers
    is_given: Mask


@dataclass(frozen=True, eq=False)
class Visitors:
    """Who came to events, by the number of the event; the day of the event, and who left a name."""

    event: Numbers
    day: Numbers
    is_listed: Mask


@dataclass(frozen=True, eq=False)
class Territory:
    """One state of the workspace.

    `events` are names by number; `questionnaires` tell how many rounds scored in each, `waiting` how many are
    still to be counted.
    """

    companies: Companies
    rounds: Rounds
    needs: Needs
    services: Services
    visitors: Visitors
    events: Mapping[int, str]
    questionnaires: Mapping[str, int]
    waiting: int

    @cached_property
    def first_day(self) -> Numbers:
        """The day of each company's first round that scored, -1 where none did."""
        rounds = self.rounds
        found = np.full(self.companies.count, np.iinfo(np.int64).max)
        there = rounds.has_scores & (rounds.day >= 0)
        np.minimum.at(found, rounds.company[there], rounds.day[there])
        return np.where(found == np.iinfo(np.int64).max, -1, found)
