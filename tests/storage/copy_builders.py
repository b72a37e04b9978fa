"""Copies as others might send them: forged first lines, other databases inside, damaged bytes."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.storage.copies.container import read_facts, unpack
from desktop.storage.copies.making import workspace_of


def facts_of(copy: Path) -> dict[str, Any]:
    """The first line as plain values, without its seal."""
    with copy.open("rb") as file:
        line = json.loads(file.readline())
    del line["seal"]
    return dict(line)


def write_forged(copy: Path, line: bytes, database: bytes) -> Path:
    """A copy whose first line says anything, with a seal that is right."""
    seal = hashlib.sha256(line).hexdigest().encode()
    copy.write_bytes(line[:-1] + b',"seal":"' + seal + b'"}\n' + database)
    return copy


def forged(copy: Path, **changes: Any) -> Path:
    """The copy with other facts in its first line."""
    with copy.open("rb") as file:
        file.readline()
        database = file.read()
    line = json.dumps({**facts_of(copy), **changes}, separators=(",", ":")).encode()
    return write_forged(copy, line, database)


def with_other_database(copy: Path, change: Callable[[Path], None]) -> Path:
    """The copy with a changed database, for which size and checksum are right."""
    database = copy.with_suffix(".inner")
    unpack(copy, database)
    change(database)
    data = database.read_bytes()
    database.unlink()
    line = facts_of(copy) | {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    return write_forged(copy, json.dumps(line, separators=(",", ":")).encode(), data)


def run_sql(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def copy_of_former(database: Path, copy: Path) -> Path:
    """A copy of a database as an earlier Sestante would have made it."""
    with closing(sqlite3.connect(database)) as connection:
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        companies = connection.execute("SELECT count(*) FROM company").fetchone()[0]
        rounds = connection.execute("SELECT count(*) FROM round").fetchone()[0]
        workspace = workspace_of(connection)
    data = database.read_bytes()
    line = {
        "kind": "sestante-copy",
        "format": 1,
        "workspace": workspace,
        "made_at": "2026-01-04T10:00:00Z",
        "reason": "update",
        "version": "0.1.0",
        "schema": revision,
        "companies": companies,
        "rounds": rounds,
        "files": 0,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "is_encrypted": False,
    }
    write_forged(copy, json.dumps(line, separators=(",", ":")).encode(), data)
    read_facts(copy)
    return copy


def another_name(copy: Path, name: str) -> Path:
    """The same copy in a file of its own."""
    return Path(shutil.copy(copy, copy.with_name(name)))
