"""Benchmarks from the companies of a hub: the spread of their scores in groups of at least five."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from desktop.territory.facts import Facts, RoundScores
from desktop.territory.groups import Group, group_of, shown_groups
from desktop.territory.spread import Spread, spread_of

Part = tuple[str, str | None]
"""A questionnaire and a dimension of it; None stands for the whole."""


def latest_scores(facts: Facts, least_coverage: int) -> Mapping[tuple[int, str], RoundScores]:
    """What each firm scored last, by firm and questionnaire, where at least so many percent were answered."""
    found: dict[tuple[int, str], tuple[tuple[date, int], RoundScores]] = {}
    for scores in facts.scores:
        round_ = facts.rounds.get(scores.round)
        if round_ is None or scores.coverage < least_coverage:
            continue
        key, order = (round_.firm, scores.questionnaire), (round_.day, round_.id)
        if key not in found or found[key][0] < order:
            found[key] = (order, scores)
    return {key: scores for key, (_, scores) in found.items()}


def spreads(facts: Facts, least_coverage: int) -> Mapping[Part, Mapping[Group, Spread]]:
    """Of each questionnaire and each of its dimensions the spread in every group that may be shown."""
    values: dict[Part, dict[int, int]] = {}
    for (firm, questionnaire), scores in sorted(latest_scores(facts, least_coverage).items()):
        for dimension, value in _values(scores):
            if value is not None:
                values.setdefault((questionnaire, dimension), {})[firm] = value
    groups = {firm.id: group_of(firm) for firm in facts.firms.values()}
    return {part: dict(_spreads(of, groups)) for part, of in values.items()}


def _values(scores: RoundScores) -> Iterable[tuple[str | None, int | None]]:
    yield None, scores.overall
    yield from scores.dimensions.items()


def _spreads(values: Mapping[int, int], groups: Mapping[int, Group]) -> Iterator[tuple[Group, Spread]]:
    """Shown or not is decided for each part by those who have a score in it."""
    shown = shown_groups(groups[firm] for firm in values)
    members: dict[Group, list[int]] = {group: [] for group in sorted(shown)}
    for firm, value in values.items():
        own = groups[firm]
        for end in range(len(own) + 1):
            if own[:end] in members:
                members[own[:end]].append(value)
    for group, found in members.items():
        yield group, spread_of(found)
