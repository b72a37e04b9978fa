"""Which figures must stay hidden where they leave the hub, so that no small group of companies is told."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.territory.exposure import find_exposed

LEAST = 5
"""Companies of the smallest group that is told of."""

Cell = TypeVar("Cell", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sum(Generic[Cell]):
    """A figure that is the sum of others, all of them shown beside it."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The parts, then their total."""
        return (*self.parts, self.total)


def hidden_cells(
    companies: Mapping[Cell, int],
    sums: Sequence[Sum[Cell]] = (),
    *,
    values: Mapping[Cell, int] | None = None,
    least: int = LEAST,
) -> frozenset[Cell]:
    """The cells to hide: groups of 1 to `least` - 1 companies, and what they could be computed from.

    `companies` is how many stand behind each cell. Where the cells show something else that adds up, such as
    cents, it is in `values`, of 0 and more. A cell of no company is shown. Whoever knows all cells that are
    shown and all sums, and that hidden cells are not empty, finds at least two values for each hidden cell;
    and no hidden cells of a sum are together fewer than `least` companies. Everything that hangs on a hidden
    cell, such as its mean, is to be hidden with it; all cells that are published together belong in one call.
    """
    return _Hiding(companies, sums, values, least).hidden()


def one_sum(total: Cell, parts: Iterable[Cell]) -> tuple[Sum[Cell], ...]:
    """The sum of a list of groups with their total."""
    return (Sum(total, tuple(parts)),)


class _Hiding(Generic[Cell]):
    """Hides more and more until nothing can be computed."""

    def __init__(
        self,
        companies: Mapping[Cell, int],
        sums: Sequence[Sum[Cell]],
        values: Mapping[Cell, int] | None,
        least: int,
    ) -> None:
        self._companies = companies
        self._sums = sums
        self._values = companies if values is None else values
        self._are_counts = values is None
        self._least = least
        self._order = {cell: number for number, cell in enumerate(companies)}
        self._hidden = {cell for cell, count in companies.items() if 0 < count < least}

    def hidden(self) -> frozenset[Cell]:
        while self._close_sums() or self._cover_exposed():
            pass
        return frozenset(self._hidden)

    def _close_sums(self) -> bool:
        """Hide one more cell of each sum whose hidden cells are alone or too few; whether any was."""
        weak = [each.cells for each in self._sums if self._is_weak(each)]
        return sum(self._hide_one(cells) for cells in weak) > 0

    def _is_weak(self, each: Sum[Cell]) -> bool:
        inside = [cell for cell in each.cells if cell in self._hidden]
        if not inside or len(inside) == 1:
            return bool(inside)
        counts = [self._companies[cell] for cell in inside]
        if each.total in self._hidden:
            return False
        return (sum(counts) if self._are_counts else max(counts)) < self._least

    def _cover_exposed(self) -> bool:
        """Hide one more cell beside those that what is shown still gives away; whether any was."""
        exposed = self._exposed()
        if not exposed:
            return False
        beside = [each.cells for each in self._sums if not exposed.isdisjoint(each.cells)]
        return any(self._hide_one(cells) for cells in (*beside, tuple(self._order)))

    def _exposed(self) -> set[Cell]:
        cells = sorted(self._hidden, key=self._order.__getitem__)
        place = {cell: number for number, cell in enumerate(cells)}
        rows = list(self._equations(place))
        lowest = 1 if self._are_counts else 0
        found = find_exposed(rows, [self._values[cell] - lowest for cell in cells])
        return {cells[number] for number in found}

    def _equations(self, place: Mapping[Cell, int]) -> Iterator[dict[int, int]]:
        for each in self._sums:
            row = {place[cell]: 1 for cell in each.parts if cell in place}
            if each.total in place:
                row[place[each.total]] = -1
            if row:
                yield row

    def _hide_one(self, cells: Sequence[Cell]) -> bool:
        """Hide the smallest cell that is shown and not empty, a total last."""
        totals = {each.total for each in self._sums}
        shown = [cell for cell in cells if cell not in self._hidden and self._companies[cell]]
        if not shown:
            return False
        self._hidden.add(
            min(shown, key=lambda cell: (cell in totals, self._companies[cell], self._order[cell]))
        )
        return True
