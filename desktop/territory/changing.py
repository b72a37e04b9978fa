"""What changed from the first assessment to the latest one, of the firms that did both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.territory.facts import Facts, FirmRound, latest_of
from desktop.territory.spread import mean_of
from desktop.territory.suppression import LEAST

FIRST = "T0"
Told: TypeAlias = Mapping[str | None, int | None]
"""Scores in hundredths of a point by dimension; None stands for the whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """The mean scores of the same `n` firms first and last, by dimension (None: overall), in hundredths."""

    n: int
    scores: Mapping[str | None, tuple[int, int]]


def change_of(facts: Facts, questionnaire: str | None) -> Change | None:
    """The change in a questionnaire; None where fewer than five firms did it twice."""
    first: dict[int, Told] = {}
    later: list[tuple[int, FirmRound, Told]] = []
    for each in facts.scores:
        round_ = facts.rounds.get(each.round)
        if round_ is None or each.questionnaire != questionnaire or each.overall is None:
            continue
        told: dict[str | None, int | None] = {None: each.overall}
        told.update(each.dimensions.items())
        if round_.stage == FIRST:
            first[round_.firm] = told
        else:
            later.append((round_.firm, round_, told))
    last = latest_of(later)
    both = sorted(first.keys() & last.keys())
    if len(both) < LEAST:
        return None
    return Change(len(both), dict(_means([first[firm] for firm in both], [last[firm] for firm in both])))


def _means(firsts: Sequence[Told], lasts: Sequence[Told]) -> Iterator[tuple[str | None, tuple[int, int]]]:
    """Only dimensions in which all have a score then and now, so that all means are of the same firms."""
    for name in firsts[0]:
        before = [value for each in firsts if (value := each.get(name)) is not None]
        after = [value for each in lasts if (value := each.get(name)) is not None]
        if len(before) == len(after) == len(firsts):
            yield name, (mean_of(before), mean_of(after))
