"""Who needs what: the firms whose level in a competence is known, and those that lack it."""

from collections import Counter
from collections.abc import Iterable, Mapping
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
        if round_ is None or not needs.tells:
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


def lacking_counts(
    latest: Mapping[int, RoundNeeds], competences: Iterable[str]
) -> Mapping[str, tuple[int, int]]:
    """Of how many firms each competence is known, and how many of them lack it."""
    known, lacking = Counter[str](), Counter[str]()
    for needs in latest.values():
        told = [(name, level, target) for name, (level, target) in needs.levels.items() if level is not None]
        known.update(name for name, _, _ in told)
        lacking.update(name for name, level, target in told if level < target)
    return {name: (known[name], lacking[name]) for name in competences}
