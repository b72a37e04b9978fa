"""Rows of one column found in another one, by their ids."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop.territory.coding import NOTHING, Coded, Mask, Numbers
from desktop.territory.columns import Scores

Small = TypeVar("Small", np.int8, np.int16)


def places(ids: Numbers, wanted: Numbers) -> Numbers:
    """The places of ids among sorted ones; -1 where they are not there."""
    if not ids.size:
        return np.full(wanted.size, NOTHING)
    found = np.minimum(np.searchsorted(ids, wanted), ids.size - 1)
    return np.where(ids[found] == wanted, found, NOTHING)


def known(found: Numbers) -> Mask:
    """Which places are there."""
    return np.not_equal(found, NOTHING)


def put(column: Numbers, at: Numbers, values: Numbers) -> None:
    """Write values into a column at places, passing over those that are not there."""
    column[at[known(at)]] = values[known(at)]


def marked(ids: Numbers, wanted: Numbers) -> Mask:
    """Which of sorted ids are wanted."""
    found = places(ids, wanted)
    is_wanted = np.zeros(ids.size, np.bool_)
    is_wanted[found[known(found)]] = True
    return is_wanted


def spread(column: Coded, at: Numbers, count: int) -> Coded:
    """A column of some rows as one of all `count`."""
    codes = np.full(count, NOTHING, np.int32)
    codes[at[known(at)]] = column.codes[known(at)]
    return Coded(column.names, codes)


def widened(lines: NDArray[Small], places_: Sequence[int], count: int) -> NDArray[Small]:
    """Lines that stand at other places among `count`; -1 in the others."""
    if list(places_) == list(range(count)):
        return lines
    found = np.full((count, lines.shape[1]), NOTHING, lines.dtype)
    found[list(places_)] = lines
    return found


def together(questionnaire: str, parts: Sequence[Scores]) -> Scores:
    """Scores of several versions: dimensions of the last one first, then those that only earlier ones had."""
    names = tuple(dict.fromkeys(name for part in reversed(parts) for name in part.dimensions))
    if not parts:
        none = np.zeros(0, np.int64)
        return Scores(questionnaire, (), none, none, none, np.zeros((0, 0), np.int16))
    values = [
        widened(part.values, [names.index(name) for name in part.dimensions], len(names)) for part in parts
    ]
    return Scores(
        questionnaire,
        names,
        np.concatenate([part.round for part in parts]),
        np.concatenate([part.overall for part in parts]),
        np.concatenate([part.coverage for part in parts]),
        np.concatenate(values, axis=1),
    )
