"""Which rows of a table may be shown beside their total, where each row tells of several counts."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from desktop.territory.suppression import hidden_cells, one_sum

Key = TypeVar("Key", bound=Hashable)
_TOTAL: tuple[bool, object] = (True, None)


def shown_cells(*measures: Mapping[Key, int]) -> frozenset[Key]:
    """The rows that may be shown; each measure counts firms by row, and its total is shown beside them.

    Measures are what a row tells of its firms, such as those that lack something and those that do not. A row
    is shown where none of them is of a few, nor follows from others; none where a total is of a few.
    """
    hidden = [_hidden(counts) for counts in measures]
    if any(_TOTAL in each for each in hidden):
        return frozenset()
    return frozenset(key for key in measures[0] if all((False, key) not in each for each in hidden))


def shown_sums(firms: Mapping[Key, int], *amounts: Mapping[Key, int]) -> frozenset[Key]:
    """The rows whose amounts may be shown beside their total, given how many firms stand behind each row."""
    hidden = [_hidden(firms, values) for values in amounts]
    if any(_TOTAL in each for each in hidden):
        return frozenset()
    return frozenset(key for key in firms if all((False, key) not in each for each in hidden))


def may_show(counts: Sequence[int]) -> bool:
    """Whether figures may be shown that tell of so many firms each."""
    return not hidden_cells(dict(enumerate(counts)))


def _hidden(
    firms: Mapping[Key, int], values: Mapping[Key, int] | None = None
) -> frozenset[tuple[bool, object]]:
    cells: dict[tuple[bool, object], int] = {(False, key): count for key, count in firms.items()}
    sums = one_sum(_TOTAL, tuple(cells))
    cells[_TOTAL] = sum(firms.values())
    if values is None:
        return hidden_cells(cells, sums)
    amounts: dict[tuple[bool, object], int] = {(False, key): value for key, value in values.items()}
    amounts[_TOTAL] = sum(values.values())
    return hidden_cells(cells, sums, values=amounts)
