"""Connections to a workspace's file, plain or encrypted; SQLCipher is imported for encrypted files alone."""

import sqlite3
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Key:
    """The key of an encrypted file: 32 random bytes, never shown and never written down plainly."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")


def connect(
    path: Path, key: Key | None = None, *, is_read_only: bool = False, is_for_any_thread: bool = False
) -> sqlite3.Connection:
    """A connection whose rows give their columns by name; a wrong key shows at the first read.

    Only one thread may use it at a time, and only the one that made it unless it is for any.
    """
    dialect = module(key)
    mode = "?mode=ro" if is_read_only else ""
    connection: sqlite3.Connection = dialect.connect(
        f"{path.absolute().as_uri()}{mode}", uri=True, check_same_thread=not is_for_any_thread
    )
    connection.row_factory = dialect.Row
    unlock(connection, key)
    return connection


def unlock(connection: Any, key: Key | None) -> None:
    """Give a fresh connection its key, before anything else."""
    if key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE")  # it would write to the terminal
        connection.execute(f"PRAGMA key=\"x'{key.raw.hex()}'\"")
        connection.execute("PRAGMA temp_store=MEMORY")  # sorting must not write readable files


def module(key: Key | None) -> ModuleType:
    """The database module for a key."""
    if key is None:
        return sqlite3
    from sqlcipher3 import dbapi2

    return dbapi2  # type: ignore[no-any-return]


def database_errors(*others: type[BaseException]) -> tuple[type[BaseException], ...]:
    """What the modules in use raise, and others; an error of theirs carries `sqlite_errorcode`."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    own = (sqlite3.Error,) if cipher is None else (sqlite3.Error, cipher.Error)
    return (*own, *others)
