"""What a move carries: which tables, which of their rows, and how each column is read on either side."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Table, UniqueConstraint

from desktop.models import Base
from desktop.storage.preference import OF_THE_HUB

Kind: TypeAlias = Literal["moment", "day", "truth", "number", "bytes", "text"]
_STAYING: Final = frozenset(("desk_key", "taken", "waiting", "person"))
"""Of this computer alone, or of the server's people."""
_SHARED: Final = (*OF_THE_HUB, "merged")
_KINDS: Final[tuple[tuple[type, Kind], ...]] = (
    (DateTime, "moment"),
    (Date, "day"),
    (Boolean, "truth"),
    (Integer, "number"),
    (LargeBinary, "bytes"),
)
_NEAREST: Final = """CASE WHEN {name} < '0001-01-01' THEN '0001-01-02'
WHEN {name} >= '10000-01-01' THEN '9999-12-30' ELSE {name} END"""  # as a desk reads what no calendar knows
_ON_SERVER: Final[dict[Kind, str]] = {
    "moment": f"to_char({_NEAREST}, 'YYYY-MM-DD HH24:MI:SS.US')",
    "day": f"to_char({_NEAREST}, 'YYYY-MM-DD')",
    "truth": "CAST({name} AS integer)",
}


def tables() -> tuple[Table, ...]:
    """The tables that are carried, each after those it refers to."""
    return tuple(table for table in Base.metadata.sorted_tables if table.name not in _STAYING)


def kind_of(column: "Column[object]") -> Kind:
    """What a column holds."""
    found = getattr(column.type, "impl_instance", column.type)
    return next((kind for known, kind in _KINDS if isinstance(found, known)), "text")


def columns_of(table: Table) -> str:
    """The columns as a statement names them, in order."""
    return ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118 - a collection, not a dict


def rows_carried(table: Table) -> str:
    """The condition of the rows that are carried, for a statement; empty where all are."""
    if table.name != "preference":
        return ""
    names = ", ".join(f"'{name}'" for name in _SHARED)
    return f" WHERE name IN ({names})"


def in_file(table: Table) -> str:
    """Asks a file for the rows of a table, in the order of their keys."""
    return f'SELECT {columns_of(table)} FROM "{table.name}"{rows_carried(table)} ORDER BY {_keys(table)}'  # noqa: S608 - our own names


def on_server(table: Table) -> str:
    """Asks a server for the same rows in the same order; moments and days are as a file writes them."""
    said = (_ON_SERVER.get(kind_of(each), "{name}").format(name=f'"{each.name}"') for each in table.columns)
    keys = _keys(table, ' COLLATE "C"')
    return f'SELECT {", ".join(said)} FROM "{table.name}"{rows_carried(table)} ORDER BY {keys}'  # noqa: S608 - our own names


def _keys(table: Table, of_texts: str = "") -> str:
    """The columns of the primary key, texts in the order of their bytes."""
    keys = table.primary_key.columns
    return ", ".join(f'"{each.name}"{of_texts if kind_of(each) == "text" else ""}' for each in keys)


def indexed_texts(table: Table) -> Iterator[str]:
    """The columns of texts that an index holds, which a server keeps short."""
    unique = {
        column.name
        for each in table.constraints
        if isinstance(each, UniqueConstraint)
        for column in each.columns
    }
    for column in table.columns:
        if kind_of(column) == "text" and (column.primary_key or column.index or column.name in unique):
            yield column.name
