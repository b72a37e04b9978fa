"""Whether a database from elsewhere has our tables and nothing besides: no triggers, views or odd columns."""

import re
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from desktop.storage.engine import migrate
from desktop.storage.migrations import REVISIONS

Shape: TypeAlias = dict[str, Any]
_CHECK = re.compile(r"\bcheck\s*\(([^()]*)\)", re.IGNORECASE)
_SIMPLE = re.compile(r"[^a-z0-9=<>!]+")


def find_foreign_part(connection: sqlite3.Connection, revision: str) -> str:
    """The first table or other thing that is not as Sestante makes it in a revision; empty where all is."""
    for kind, name in connection.execute("SELECT type, name FROM sqlite_master"):
        if kind not in ("table", "index"):
            return f"{kind} {name}"
    found, wanted = shape_of(connection), _wanted(revision)
    differing = [name for name in (*wanted, *found) if found.get(name) != wanted.get(name)]
    return f"table {differing[0]}" if differing else ""


def shape_of(connection: sqlite3.Connection) -> Shape:
    """Each table with its columns, keys, references, indexes and checks, in a form that can be compared."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    return {name: _table(connection, name, sql or "") for name, sql in connection.execute(query).fetchall()}


@cache
def _wanted(revision: str) -> Shape:
    """As the migrations make it from nothing, which is what the models make."""
    with tempfile.TemporaryDirectory() as folder:
        blank = Path(folder) / "blank.db"
        migrate(blank, "head" if revision == REVISIONS[-1] else revision)
        with closing(sqlite3.connect(blank)) as connection:
            return shape_of(connection)


def _table(connection: sqlite3.Connection, name: str, sql: str) -> tuple[Any, ...]:
    def pragma(what: str, of: str = name) -> list[tuple[Any, ...]]:
        quoted = of.replace('"', '""')
        return [tuple(row) for row in connection.execute(f'PRAGMA {what}("{quoted}")')]

    columns = ((row[1], row[2].upper(), *row[3:7]) for row in pragma("table_xinfo"))
    references = (row[2:7] for row in pragma("foreign_key_list"))
    indexes = (
        (*row[2:5], *(each[2:5] for each in pragma("index_xinfo", row[1]) if each[5]))
        for row in pragma("index_list")
    )
    listed = (row[3:6] for row in pragma("table_list") if row[0] == "main")
    checks = (_SIMPLE.sub("", each.lower()) for each in _CHECK.findall(sql))
    words = re.findall(r"\bcheck\b", sql, re.IGNORECASE)
    return tuple(sorted(map(repr, part)) for part in (columns, references, indexes, listed, checks, words))
