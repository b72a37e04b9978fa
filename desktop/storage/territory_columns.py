"""Columns of a table as arrays, made of the one row of long texts that a question brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.storage.rows import Rows
from desktop.storage.territory_sql import Question
from desktop.territory.coding import APART, Coded, Numbers, coded, days, numbers


@dataclass(frozen=True, eq=False)
class Found:
    """What a question found, by the names of its columns."""

    count: int
    numbers: Mapping[str, Numbers]
    names: Mapping[str, Coded]
    days: Mapping[str, Numbers]
    lines: Mapping[str, NDArray[Any]]
    counts: Mapping[str, int]


def ask(rows: Rows, asked: Question, columns: int = 0, **values: Any) -> Found:
    """Ask a question whose lines hold so many columns; a database that is still to be made has no rows."""
    row = _row(rows, asked, values)
    count = int(row.get("count", 0))
    texts = {name: str(value or "") for name, value in row.items()}
    return Found(
        count=count,
        numbers={name: numbers(texts.get(name, ""), count) for name in asked.numbers},
        names={name: coded(texts.get(name, ""), count) for name in asked.names},
        days={name: days(texts.get(name, ""), count) for name in asked.days},
        lines={name: read(texts.get(name, ""), count, columns) for name, read in asked.lines.items()},
        counts={name: int(row.get(name, 0)) for name in asked.counts},
    )


def in_order(found: Found) -> Found:
    """What was found, in the order of its `ids`; a file gives it so, a server as it likes."""
    ids = found.numbers["ids"]
    if (ids[1:] > ids[:-1]).all():
        return found
    order = np.argsort(ids, kind="stable")
    return Found(
        count=found.count,
        numbers={name: column[order] for name, column in found.numbers.items()},
        names={name: Coded(column.names, column.codes[order]) for name, column in found.names.items()},
        days={name: column[order] for name, column in found.days.items()},
        lines={name: column[:, order] for name, column in found.lines.items()},
        counts=found.counts,
    )


def _row(rows: Rows, asked: Question, values: Mapping[str, Any]) -> Mapping[str, Any]:
    found = _only(rows, asked.sql, values)
    apart = max(0, int(found.get("count", 0)) - 1)
    if all(str(found.get(name) or "").count(APART) == apart for name in (*asked.names, *asked.days)):
        return found
    return _only(rows, asked.careful_sql, values)


def _only(rows: Rows, statement: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    found = rows(statement, mark=APART, **values)
    return dict(zip(found[0].keys(), found[0], strict=True)) if found else {}
