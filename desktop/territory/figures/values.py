"""The values that figures of a territory are made of: exact sums, with how many companies stand behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Grouping = Literal["sector", "size", "region", "province", "office"]
GROUPINGS: tuple[Grouping, ...] = ("sector", "size", "region", "province", "office")


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean as the sum of exact hundredths of a point and how many were added; rounded where it is shown."""

    total: int
    n: int

    @property
    def points(self) -> Fraction | None:
        """The mean in points, None of nothing."""
        return Fraction(self.total, self.n * 100) if self.n else None


@dataclass(frozen=True, slots=True)
class GroupMeans:
    """A group by name, empty for those that do not say; `within` is the region of a province."""

    name: str
    overall: Mean
    dimensions: Mapping[str, Mean]
    within: str = ""


@dataclass(frozen=True, slots=True)
class Maturity:
    """What companies scored in a questionnaire: each its last round; all of them, and by groups."""

    questionnaire: str
    overall: Mean
    dimensions: Mapping[str, Mean]
    groups: Mapping[Grouping, tuple[GroupMeans, ...]]


@dataclass(frozen=True, slots=True)
class MonthMean:
    """The rounds of a month, counted from January 1970 as 0, and what they scored."""

    month: int
    mean: Mean


@dataclass(frozen=True, slots=True)
class PairedChange:
    """Companies that scored in both of two rounds: what they scored then and later, each company once."""

    stages: tuple[str, str]
    before: Mean
    after: Mean
    dimensions: Mapping[str, tuple[Mean, Mean]]
    better: int
    same: int
    worse: int


@dataclass(frozen=True, slots=True)
class CompetenceDemand:
    """Companies whose level is known, those below the level they should have, and those of no known level."""

    competence: str
    known: int
    lacking: int
    unknown: int


@dataclass(frozen=True, slots=True)
class AreaDemand:
    """Companies that lack something of an area, and those that need to reach each level from 1 to 4."""

    area: str
    lacking: int
    by_level: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Demand:
    """What courses are needed for, by the last rounds of `companies` companies."""

    companies: int
    areas: tuple[AreaDemand, ...]
    competences: tuple[CompetenceDemand, ...]


@dataclass(frozen=True, slots=True)
class GivenServices:
    """Services of one kind: how many, for how many companies, their value and the aid in it, in cents."""

    name: str
    count: int
    companies: int
    price_cents: int
    aid_cents: int


@dataclass(frozen=True, slots=True)
class Services:
    """Services given, by kind (training, consulting, other) and by category; `agreed` are still to come."""

    total: GivenServices
    kinds: tuple[GivenServices, ...]
    categories: tuple[GivenServices, ...]
    agreed: GivenServices


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """How many got so far: of those who came from events, None without any events, and of all."""

    name: str
    from_events: int | None
    of_all: int | None
