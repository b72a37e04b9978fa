"""A database written once more beside itself with another key or none, checked before it takes the place."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect, unlock
from desktop.storage.vault.wiping import wipe
from desktop.text import say
from desktop.whole_files import flush_file, flush_folder

NEXT: Final = ".next"
BEFORE: Final = ".before"
_NOT_ALONE = say("{path} is used by another program. Close it, and try again; nothing was changed.")
_NOT_EQUAL = say(
    "{path} was not changed: what was written beside it is not the same as what it holds. "
    "The disk may not work as it should; make a copy of your data, and try again."
)


def rewrite(path: Path, old: Key | None, new: Key | None) -> None:
    """Make a checked copy of a database behind another key, or none, beside it, safe on the disk.

    StorageError where it cannot be trusted; sqlite's errors where files cannot be read or written.
    """
    beside = next_of(path)
    remove(beside)
    _empty_log(path, old)
    flush_file(path)
    counts = _export(path, old, beside, new)
    flush_file(beside)
    if _counted(beside, new) != counts:
        remove(beside)
        raise StorageError(_NOT_EQUAL, path=path)


def take_place(path: Path, *, leaves_readable: bool) -> None:
    """Put the checked copy in place of the database; what could be read before is overwritten.

    At every moment one whole database of the two has the name.
    """
    before = path.with_name(path.name + BEFORE)
    if leaves_readable:
        before.unlink(missing_ok=True)
        with suppress(OSError):  # not every disk lets a file have two names
            os.link(path, before)
    next_of(path).replace(path)
    flush_folder(path.parent)
    wipe(before)


def next_of(path: Path) -> Path:
    """Where the copy of a database is made."""
    return path.with_name(path.name + NEXT)


def remove(path: Path) -> None:
    """Overwrite and remove a database that nobody needs, with its journals."""
    for ending in ("", "-journal", "-wal", "-shm"):
        wipe(path.with_name(path.name + ending))


def _empty_log(path: Path, key: Key | None) -> None:
    """Bring everything into the file itself, so that nothing beside it belongs to it."""
    with closing(connect(path, key)) as connection:
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise StorageError(_NOT_ALONE, path=path)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _export(path: Path, old: Key | None, beside: Path, new: Key | None) -> Mapping[str, object]:
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(str(path))) as connection:
        unlock(connection, old)
        connection.isolation_level = None
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute("PRAGMA temp_store=MEMORY")
        literal = "" if new is None else f"x'{new.raw.hex()}'"
        connection.execute("ATTACH DATABASE ? AS beside KEY ?", (str(beside), literal))
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):  # it is flushed and checked once, at its end
            connection.execute(f"PRAGMA beside.{pragma}")
        connection.execute("SELECT sqlcipher_export('beside')").fetchall()
        for mark in ("application_id", "user_version"):
            value = connection.execute(f"PRAGMA main.{mark}").fetchone()[0]
            connection.execute(f"PRAGMA beside.{mark}={int(value)}")
        counts = _counts(connection)
        connection.execute("DETACH DATABASE beside")
    return counts


def _counted(path: Path, key: Key | None) -> Mapping[str, object]:
    """What a database holds, in numbers; empty where it is not whole."""
    with closing(connect(path, key, is_read_only=True)) as connection:
        if key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchall():
            return {}
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return {}
        return _counts(connection)


def _counts(connection: sqlite3.Connection | Any) -> Mapping[str, object]:
    """The rows of each table, the text of the schema, and whose file it is."""
    schema = connection.execute("SELECT type, name, sql FROM main.sqlite_master").fetchall()
    tables = [name for kind, name, _ in map(tuple, schema) if kind == "table"]
    rows = {
        name: connection.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]  # noqa: S608
        for name in tables
    }
    marks = [
        connection.execute(f"PRAGMA main.{each}").fetchone()[0] for each in ("application_id", "user_version")
    ]
    return {"rows": rows, "schema": sorted(map(repr, map(tuple, schema))), "marks": marks}
