"""Any rows that tables may hold: each value of its column's kind, each reference to a row that is there."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import BigInteger, Table

from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.moving.carried import kind_of, tables
from desktop.storage.preference import OF_THE_HUB

_SHARED = ("merged", *OF_THE_HUB)
_LETTERS = "aZ0 _-%'\"\\\n\t\x01\x7fàßЖ中😀\u200f\ufeff"
_NAMED = ("uid", "uuid", "sha256", "stage", "names")


def fill(folder: Path, chance: Random) -> None:
    """Make a workspace with a few rows in every table that moves, and a preference of the desk."""
    database = FileDatabase(folder)
    database.prepare()
    database.close()
    there: dict[str, list[dict[str, Any]]] = {}
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        for table in tables():
            there[table.name] = list(_rows(table, there, chance))
            for row in there[table.name]:
                names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
                file.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', tuple(row.values()))  # noqa: S608
        file.execute("INSERT INTO preference VALUES ('consultant', '\"Anna\"')")
        file.commit()
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def _rows(table: Table, there: dict[str, list[dict[str, Any]]], chance: Random) -> Iterator[dict[str, Any]]:
    found: set[tuple[Any, ...]] = set()
    for number in range(chance.randint(1, 4)):
        row = {column.name: _value(column, number, there, chance) for column in table.columns}
        if table.name == "preference":
            row["name"] = _SHARED[number]
        key = tuple(row[column.name] for column in table.primary_key.columns)
        if key not in found:
            found.add(key)
            yield row


def _value(column: Any, number: int, there: dict[str, list[dict[str, Any]]], chance: Random) -> Any:
    for key in column.foreign_keys:
        values = [row[key.column.name] for row in there[key.column.table.name]]
        return chance.choice([None, *values] if column.nullable else values)
    if column.name == "id":
        return number * 1000 + chance.randint(1, 1000)
    if column.name in _NAMED or column.unique or column.primary_key:
        return f"{number}{_text(chance)}"
    return None if column.nullable and chance.random() < 0.5 else _of_kind(column, chance)


def _of_kind(column: Any, chance: Random) -> Any:
    most = 2**63 if isinstance(column.type, BigInteger) else 2**31
    makers: dict[str, Callable[[], Any]] = {
        "number": lambda: chance.choice([0, 1, -most, most - 1, chance.randrange(-most, most)]),
        "moment": lambda: _moment(chance),
        "day": lambda: str(date.min + timedelta(days=chance.randrange((date.max - date.min).days))),
        "truth": lambda: chance.randint(0, 1),
        "bytes": lambda: chance.randbytes(chance.randint(0, 300)),
        "text": lambda: _text(chance),
    }
    return makers[kind_of(column)]()


def _text(chance: Random) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(0, 12)))


def _moment(chance: Random) -> str:
    found = datetime(1, 1, 1, tzinfo=UTC) + timedelta(microseconds=chance.randrange(10**17))
    return found.replace(tzinfo=None).isoformat(" ", chance.choice(["microseconds", "seconds"]))
