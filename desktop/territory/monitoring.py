"""What a region wants to know of its firms: what they need, where, in which trades, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.territory.benchmarking import latest_scores
from desktop.territory.cells import may_show, shown_cells
from desktop.territory.changing import Change, change_of
from desktop.territory.facts import Facts, Firm
from desktop.territory.money import Money, agreed_money, money_of
from desktop.territory.needing import Needing, lacking_counts, latest_needs, needing
from desktop.territory.spread import mean_of
from desktop.territory.suppression import LEAST


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the firms of which it is known lack something."""

    known: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Line:
    """Firms of one size, sector or place (`key` is empty where it is not known); None is not told.

    `mean` is in hundredths of a point, `shares` by area.
    """

    key: str
    firms: int
    mean: int | None
    shares: Mapping[str, Share | None]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Firms by one thing; `others` are those of the lines not told, together."""

    lines: tuple[Line, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Monitoring:
    """A territory in figures, none of fewer than five firms, nor from which one follows.

    `stages` are firms by the rounds they did; `scored` those with a score in `questionnaire`, whose mean is
    `mean`; `services` are those given by category where they may be told, `all_services` all of them,
    `agreed_services` those still to be given.
    """

    firms: int
    stages: Mapping[str, int]
    visitors: int
    questionnaire: str | None
    scored: int
    mean: int | None
    areas: Mapping[str, Share | None]
    competences: Mapping[str, Share | None]
    breakdowns: Mapping[str, Breakdown]
    change: Change | None
    services: Mapping[str, Money]
    all_services: Money | None
    agreed_services: Money | None = None


def monitor(facts: Facts, areas: Mapping[str, str], least_coverage: int) -> Monitoring:
    """The figures; `areas` gives the area of each competence."""
    questionnaire = _asked_most(facts)
    latest = latest_scores(facts, least_coverage)
    scores = {
        firm: each.overall
        for (firm, of), each in latest.items()
        if of == questionnaire and each.overall is not None
    }
    needs = latest_needs(facts)
    by_area = needing(needs, areas)
    money, all_money = money_of(facts.services)
    return Monitoring(
        firms=len(facts.firms),
        stages=_stages(facts),
        visitors=sum(each.visitors for each in facts.events),
        questionnaire=questionnaire,
        scored=len(scores) if len(scores) >= LEAST else 0,
        mean=mean_of(scores.values()) if len(scores) >= LEAST else None,
        areas={name: _share(len(found.known), len(found.lacking)) for name, found in by_area.items()},
        competences={name: _share(*found) for name, found in lacking_counts(needs, areas).items()},
        breakdowns={name: _breakdown(facts, part, scores, by_area) for name, part in BREAKDOWNS.items()},
        change=change_of(facts, questionnaire),
        services=money,
        all_services=all_money,
        agreed_services=agreed_money(facts.services),
    )


BREAKDOWNS: Mapping[str, Callable[[Firm], str | None]] = {
    "size": lambda firm: firm.size,
    "sector": lambda firm: firm.sector,
    "region": lambda firm: firm.region,
    "province": lambda firm: firm.province,
}


def _asked_most(facts: Facts, preferred: str = "dma-sme") -> str | None:
    """The European assessment, else the questionnaire most rounds answered."""
    counts: dict[str, int] = {}
    for each in facts.scores:
        counts[each.questionnaire] = counts.get(each.questionnaire, 0) + 1
    if preferred in counts:
        return preferred
    return max(sorted(counts), key=counts.__getitem__, default=None)


def _stages(facts: Facts) -> Mapping[str, int]:
    found: dict[str, set[int]] = {}
    for each in facts.rounds.values():
        found.setdefault(each.stage, set()).add(each.firm)
    return {stage: len(firms) for stage, firms in sorted(found.items()) if may_show([len(firms)])}


def _share(known: int, lacking: int) -> Share | None:
    return Share(known, lacking) if known and may_show([lacking, known - lacking]) else None


def _breakdown(
    facts: Facts,
    part: Callable[[Firm], str | None],
    scores: Mapping[int, int],
    by_area: Mapping[str, Needing],
) -> Breakdown:
    firms: dict[str, set[int]] = {}
    for firm in facts.firms.values():
        firms.setdefault(part(firm) or "", set()).add(firm.id)
    shown = shown_cells({key: len(found) for key, found in firms.items()})
    told = sorted(shown, key=lambda key: (not key, -len(firms[key]), key))
    scored = {key: frozenset(found & scores.keys()) for key, found in firms.items()}
    means = shown_cells({key: len(found) for key, found in scored.items()})
    shares = {area: _shares(found, firms, shown) for area, found in by_area.items()}
    lines = (
        Line(
            key,
            len(firms[key]),
            mean_of(scores[firm] for firm in scored[key]) if key in means and scored[key] else None,
            {area: of.get(key) for area, of in shares.items()},
        )
        for key in told
    )
    return Breakdown(tuple(lines), len(facts.firms) - sum(len(firms[key]) for key in shown))


def _shares(found: Needing, firms: Mapping[str, set[int]], shown: frozenset[str]) -> Mapping[str, Share]:
    lacking = {key: len(found.lacking & of) for key, of in firms.items()}
    others = found.known - found.lacking
    fine = {key: len(others & of) for key, of in firms.items()}
    told = [key for key in shown_cells(lacking, fine) if key in shown and lacking[key] + fine[key]]
    return {key: Share(lacking[key] + fine[key], lacking[key]) for key in told}
