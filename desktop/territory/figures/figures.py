"""All figures of what was chosen of a territory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.territory.figures.change import changes
from desktop.territory.figures.demand import demand
from desktop.territory.figures.funnel import funnel
from desktop.territory.figures.given import services
from desktop.territory.figures.maturity import by_month, maturity
from desktop.territory.figures.reached import Reached, Target, reached
from desktop.territory.figures.values import (
    Demand,
    FunnelStep,
    Maturity,
    MonthMean,
    PairedChange,
    Services,
)
from desktop.territory.wanted import Chosen, Wanted


@dataclass(frozen=True)
class Figures:
    """The figures of `companies` companies, of which `assessed` have a round that scored.

    `waiting` rounds of the whole territory are not counted yet.
    """

    wanted: Wanted
    companies: int
    assessed: int
    waiting: int
    maturity: Maturity
    months: tuple[MonthMean, ...]
    changes: tuple[PairedChange, ...]
    demand: Demand
    services: Services
    funnel: tuple[FunnelStep, ...]
    reached: tuple[Reached, ...]


@dataclass(frozen=True)
class Ground:
    """What figures need besides: the area of each competence, the targets, and today."""

    areas: Mapping[str, str]
    targets: tuple[Target, ...]
    today: date


def figures_of(chosen: Chosen, ground: Ground) -> Figures:
    """All figures; some tens of milliseconds for 80,000 companies with two rounds each."""
    return Figures(
        wanted=chosen.wanted,
        companies=int(chosen.companies.sum()),
        assessed=int(chosen.answered.size),
        waiting=chosen.territory.waiting,
        maturity=maturity(chosen),
        months=by_month(chosen),
        changes=changes(chosen),
        demand=demand(chosen, ground.areas),
        services=services(chosen),
        funnel=funnel(chosen),
        reached=reached(chosen.territory, ground.targets, ground.today),
    )
