"""A whole workspace put back from a copy, without the companies that were erased since."""

from collections.abc import Set as AbstractSet
from contextlib import closing

from desktop.errors import StorageError
from desktop.models import Base
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.copies.examining import OpenedCopy
from desktop.storage.copies.making import make_portable, vault_beside
from desktop.storage.erasing import forget
from desktop.storage.file_database import FileDatabase
from desktop.storage.places import VAULT_NAME
from desktop.storage.reasons import reason_of
from desktop.storage.vault.exporting import rewrite, take_place
from desktop.text import say

_NO_VAULT = say(
    "{path} is missing, and the passphrase opens nothing without it. Nothing was restored: put a copy of "
    "it in its place, from a safety copy of the data folder."
)
_NOT_ENCRYPTED = say(
    "The copy could not be encrypted: {reason}. Everything is as it was: "
    "free space on the disk, and try again."
)
_TABLES = frozenset(Base.metadata.tables)
_REMEMBER = "INSERT OR IGNORE INTO erased (uuid, erased_on, reason) VALUES (?, ?, ?)"
_ERASED = "SELECT uuid, erased_on, reason FROM erased"


def replace_with_copy(database: FileDatabase, copy: OpenedCopy, wanted: AbstractSet[str]) -> None:
    """Let the workspace be what the copy was; StorageError leaves it as it is.

    What was erased here stays erased, but for the UUIDs that are `wanted` all the same. A workspace that is
    encrypted stays so, behind its own passphrase, whatever the copy has.
    """
    with database.reading() as rows:
        erased = [tuple(row) for row in rows(_ERASED)]
    with closing(connect(copy.database, copy.key)) as connection:
        for pragma in ("foreign_keys=ON", "secure_delete=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        for uuid, *told in erased:
            if uuid in wanted:
                continue
            forget(connection, _TABLES, [uuid])
            connection.execute(_REMEMBER, (uuid, *told))
        connection.executemany("DELETE FROM erased WHERE uuid = ?", [(uuid,) for uuid in wanted])
        connection.commit()
        make_portable(connection)
    key, vault = _protection(database, copy)
    if key != copy.key:
        _encrypt(copy, key)
    database.replace_with(copy.database, vault, key)


def _protection(database: FileDatabase, copy: OpenedCopy) -> tuple[Key | None, str | None]:
    """The key, and what holds it: those of the workspace where it has any, else those of the copy."""
    if database.key is None:
        return copy.key, copy.facts.vault
    vault = vault_beside(database.path)
    if vault is None:
        raise StorageError(_NO_VAULT, path=database.path.with_name(VAULT_NAME))
    return database.key, vault


def _encrypt(copy: OpenedCopy, key: Key | None) -> None:
    try:
        rewrite(copy.database, copy.key, key)
        take_place(copy.database, leaves_readable=copy.key is None)
    except database_errors(OSError) as error:
        raise StorageError(_NOT_ENCRYPTED, reason=reason_of(error)) from error
