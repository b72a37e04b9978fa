"""Who needs what: the firms whose level in a competence is known, and those that lack it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.territory.facts import Facts, RoundNeeds


@dataclass(frozen=True, slots=True)
class Needing:
    """The firms of which a level is known, and those of them whose level is below what they should have."""

    known: frozenset[int]
    lacking: frozenset[int]


def latest_needs(facts: Facts) -> Mapping[int, RoundNeeds]:
    """What each firm needs by its latest round of which anything is known."""
    found: dict[int, tuple[tuple[date, int], RoundNeeds]] = {}
    for needs in facts.needs:
        round_ = facts.rounds.get(needs.round)
        if round_ is None or all(level is None for level, _ in needs.levels.values()):
            continue
        order = (round_.day, round_.id)
        if round_.firm not in found or found[round_.firm][0] < order:
            found[round_.firm] = (order, needs)
    return {firm: needs for firm, (_, needs) in found.items()}


def needing(latest: Mapping[int, RoundNeeds], areas: Mapping[str, str]) -> Mapping[str, Needing]:
    """By competence who needs it; `areas` puts competences together, each under its own name or an area's."""
    known: dict[str, set[int]] = {name: set() for name in areas.values()}
    lacking: dict[str, set[int]] = {name: set() for name in areas.values()}
    for firm, needs in latest.items():
        for competence, (level, target) in needs.levels.items():
            area = areas.get(competence)
            if area is None or level is None:
                continue
            known[area].add(firm)
            if level < target:
                lacking[area].add(firm)
    return {name: Needing(frozenset(known[name]), frozenset(lacking[name])) for name in known}
