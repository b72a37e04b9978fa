"""Cells of a table that may be shown: none tells of a few firms, nor does what is left over of the total."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from desktop.territory.groups import FEWEST

Key = TypeVar("Key", bound=Hashable)


def shown_cells(cells: Mapping[Key, Sequence[frozenset[int]]], *, has_total: bool = True) -> frozenset[Key]:
    """The cells that may be shown beside each other and, where there is one, beside their total.

    A cell tells of one or several sets of firms, such as those that lack something and those that do not:
    each must be empty or of at least five. With a total the same holds for those of the hidden cells
    together; of the others the smallest are hidden until it does.
    """
    shown = [key for key, sets in cells.items() if all(map(_is_safe, sets))]
    shown.sort(key=lambda key: (min((len(each) for each in cells[key] if each), default=0), str(key)))
    while has_total and shown and not _is_rest_safe(cells, frozenset(shown)):
        del shown[0]
    return frozenset(shown)


def may_show_total(cells: Mapping[Key, Sequence[frozenset[int]]]) -> bool:
    """Whether the cells together tell of no few firms either."""
    return all(map(_is_safe, _together(cells.values())))


def _is_rest_safe(cells: Mapping[Key, Sequence[frozenset[int]]], shown: frozenset[Key]) -> bool:
    return all(map(_is_safe, _together(sets for key, sets in cells.items() if key not in shown)))


def _together(rows: Iterable[Sequence[frozenset[int]]]) -> list[frozenset[int]]:
    return [frozenset[int]().union(*sets) for sets in zip(*rows, strict=True)]


def _is_safe(firms: frozenset[int]) -> bool:
    return not firms or len(firms) >= FEWEST
