"""A whole workspace put back from a copy, without the companies that were erased since."""

from collections.abc import Set as AbstractSet
from contextlib import closing

from desktop.storage.connecting import connect
from desktop.storage.copies.examining import OpenedCopy
from desktop.storage.copies.making import make_portable
from desktop.storage.database import Database

_REMEMBER = "INSERT OR IGNORE INTO erased (uuid, erased_on, reason) VALUES (?, ?, ?)"
_ERASED = "SELECT uuid, erased_on, reason FROM erased"


def replace_with_copy(database: Database, copy: OpenedCopy, wanted: AbstractSet[str]) -> None:
    """Let the workspace be what the copy was; StorageError leaves it as it is.

    What was erased here stays erased, but for the UUIDs that are `wanted` all the same.
    """
    with database.reading() as rows:
        erased = [tuple(row) for row in rows(_ERASED)]
    with closing(connect(copy.database, copy.key)) as connection:
        for pragma in ("foreign_keys=ON", "secure_delete=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        for uuid, *told in erased:
            if uuid in wanted:
                continue
            connection.execute("DELETE FROM company WHERE uuid = ?", (uuid,))
            connection.execute(_REMEMBER, (uuid, *told))
        connection.executemany("DELETE FROM erased WHERE uuid = ?", [(uuid,) for uuid in wanted])
        connection.commit()
        make_portable(connection)
    database.replace_with(copy.database, copy.facts.vault, copy.key)
