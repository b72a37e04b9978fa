"""A copy opened for looking into: its database unpacked aside, checked, and brought to today's schema."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sqlalchemy.exc import SQLAlchemyError

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.copies.comparing import STATES, States, states_of
from desktop.storage.copies.container import CopyFacts, read_facts, refuse_newer, unpack
from desktop.storage.copies.exactness import find_foreign_part
from desktop.storage.copies.making import contents_of, make_portable, scratch_in, workspace_of
from desktop.storage.copies.protected import ProtectedError
from desktop.storage.engine import migrate
from desktop.storage.migrations import APPLICATION_ID, REVISIONS
from desktop.storage.reasons import reason_of
from desktop.text import say

Unlock: TypeAlias = Callable[[str], Key]
"""Takes the key out of the text of a vault; StorageError where that cannot be done."""

_PROTECTED = say("{path} is protected: write the passphrase that belonged to it when it was made.")
_NO_VAULT = say("{path} is protected, and nothing in it holds the key. Choose another copy.")
_WRONG_KEY = say("{path} is damaged: what holds its key and its database do not belong together.")
_DAMAGED = say("{path} is damaged: {reason}. Choose another copy.")
_UNSOUND = say("the parts of its database do not fit together")
_DISAGREE = say("{path} is damaged: its first line and its database do not agree. Choose another copy.")
_OTHER_PROGRAM = say("{path} holds a database of another program. It was not used: choose another copy.")
_FOREIGN = say(
    "{path} holds a database that is not as Sestante makes it ({part}). It was not used: choose another copy."
)


@dataclass(frozen=True, slots=True)
class OpenedCopy:
    """A copy's database in a scratch file, whole, ours, and of today's schema."""

    facts: CopyFacts
    database: Path
    key: Key | None


@contextmanager
def opened_copy(
    path: Path, folder: Path, own: Key | None = None, unlock: Unlock | None = None
) -> Iterator[OpenedCopy]:
    """Look into a copy, inside of the data folder; StorageError says why that cannot be done.

    The copy itself is only read. A protected one is opened with the workspace's own key where that fits.
    """
    facts = read_facts(path)
    if facts.schema > REVISIONS[-1]:
        raise refuse_newer(path, facts.version)
    with scratch_in(folder) as scratch:
        database = scratch / "copy.db"
        facts = unpack(path, database)
        key = _key(path, database, facts, own, unlock) if facts.is_encrypted else None
        try:
            _check(path, database, key, facts)
            _bring_up_to_date(path, database, key, facts)
        except database_errors(SQLAlchemyError, UnicodeError) as error:
            cause = getattr(error, "orig", None) or error
            raise StorageError(_DAMAGED, path=path, reason=reason_of(cause)) from error
        yield OpenedCopy(facts, database, key)


def _key(path: Path, database: Path, facts: CopyFacts, own: Key | None, unlock: Unlock | None) -> Key:
    if own is not None and _opens(database, own):
        return own
    if facts.vault is None:
        raise StorageError(_NO_VAULT, path=path)
    if unlock is None:
        raise ProtectedError(_PROTECTED, path=path)
    key = unlock(facts.vault)
    if not _opens(database, key):
        raise StorageError(_WRONG_KEY, path=path)
    return key


def _opens(database: Path, key: Key) -> bool:
    try:
        with closing(connect(database, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except database_errors():
        return False
    return True


def _check(path: Path, database: Path, key: Key | None, facts: CopyFacts) -> None:
    with closing(connect(database, key)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StorageError(_OTHER_PROGRAM, path=path)
        foreign = find_foreign_part(connection, facts.schema) if facts.schema in REVISIONS else facts.schema
        if foreign:
            raise StorageError(_FOREIGN, path=path, part=foreign)
        is_sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        if not is_sound or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise StorageError(_DAMAGED, path=path, reason=_UNSOUND)
        if not _agrees(connection, facts):
            raise StorageError(_DISAGREE, path=path)


def _agrees(connection: sqlite3.Connection, facts: CopyFacts) -> bool:
    revisions = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
    told = {"companies": facts.companies, "rounds": facts.rounds, "files": facts.files}
    return (
        revisions == [facts.schema]
        and contents_of(connection) == told
        and workspace_of(connection) == facts.workspace
    )


def _bring_up_to_date(path: Path, database: Path, key: Key | None, facts: CopyFacts) -> None:
    if facts.schema == REVISIONS[-1]:
        return
    migrate(database, key=key)
    with closing(connect(database, key)) as connection:
        make_portable(connection)
        if foreign := find_foreign_part(connection, REVISIONS[-1]):
            raise StorageError(_FOREIGN, path=path, part=foreign)


def states_in(copy: OpenedCopy) -> States:
    """The companies of an opened copy."""
    with closing(connect(copy.database, copy.key)) as connection:
        return states_of(connection.execute(STATES))
