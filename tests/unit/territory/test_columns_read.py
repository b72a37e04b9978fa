"""Columns that come as long texts, in any order and with days of any length."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.rows import Row
from desktop.storage.territory_columns import Found, ask, in_order
from desktop.storage.territory_sql import Question
from tests.examples import examples

ASKED = Question("told", numbers={"ids": "id"}, names={"place": "place"}, days={"day": "day"})
moments = st.one_of(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(str),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)).map("{} 12:00:00.000000".format),
)
places = st.one_of(st.none(), st.text("abcà", max_size=3), st.just("a\x1fb"))


class Database:
    """Rows in the order in which they were told."""

    def __init__(self, file: sqlite3.Connection) -> None:
        file.row_factory = sqlite3.Row
        self._file = file

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        return self._file.execute(sql, values).fetchall()

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        return [self(sql, **values) for sql in asked]

    def each(self, sql: str, /, **values: Any) -> list[Row]:
        return self(sql, **values)


def found(rows: Sequence[tuple[int, str | None, str]]) -> Found:
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE TABLE told (id INTEGER, place TEXT, day TEXT)")
        file.executemany("INSERT INTO told VALUES (?, ?, ?)", rows)
        return ask(Database(file), ASKED)


@examples(200)
@given(st.lists(st.tuples(st.integers(1, 10**9), places, moments), unique_by=lambda row: row[0], max_size=8))
def test_each_row_keeps_what_it_told(rows: list[tuple[int, str | None, str]]) -> None:
    read = in_order(found(rows))
    names = (*read.names["place"].names, "")
    told = [
        (number, names[code], date.fromordinal(date(1970, 1, 1).toordinal() + day).isoformat())
        for number, code, day in zip(
            read.numbers["ids"].tolist(),
            read.names["place"].codes.tolist(),
            read.days["day"].tolist(),
            strict=True,
        )
    ]
    assert told == [
        (number, (place or "").replace("\x1f", ""), day[:10])
        for number, place, day in sorted(rows, key=itemgetter(0))
    ]


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-01", "2026-11-23T", "2026-1-1"])
def test_a_damaged_day_is_none_and_hides_no_other(day: str) -> None:
    read = found([(1, "a", "2026-11-23"), (2, "b", day)])
    assert read.days["day"].tolist()[0] == (date(2026, 11, 23) - date(1970, 1, 1)).days
    assert (read.days["day"].tolist()[1] >= 0) == (day[:10] == "2026-11-23")
