"""Events in open data: how many came, unless that tells of a few."""

from collections.abc import Iterator

from desktop.csv_writing import Cell
from desktop.territory.facts import Facts
from desktop.territory.suppression import LEAST


def event_rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """A row for each event in the order of days."""
    for each in facts.events:
        visitors = each.visitors if _is_told(each.visitors) else None
        is_told = visitors is not None and _is_told(each.listed) and _is_told(each.visitors - each.listed)
        yield each.name, each.place or None, each.held_on, visitors, each.listed if is_told else None


def _is_told(count: int) -> bool:
    return count == 0 or count >= LEAST
