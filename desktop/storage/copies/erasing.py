"""A company taken out of the kept copies, so that none of them brings it back or can be read for it."""

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import msgspec

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect
from desktop.storage.copies.container import measure, pack, unpack, verify
from desktop.storage.copies.making import contents_of, scratch_in
from desktop.storage.copies.places import all_kept, is_there, read_places
from desktop.storage.erasing import erase_from_database_file
from desktop.text import say

_LOCKED = say(
    "{path} may still hold the company: it has another passphrase. Delete this copy if you no longer need it."
)
_UNREADABLE = say("{path} may still hold the company: it cannot be read. Delete this copy.")
_NOT_THERE = say(
    "The copies at the second place, {path}, may still hold the company: it is not there today. "
    "Delete those copies when you have it at hand."
)


def erase_from_kept(folder: Path, key: Key | None, *names: str) -> tuple[StorageError, ...]:
    """Take a company out of the copies of a data folder, also at the second place; what was not reached."""
    errors = []
    if (second := read_places(folder).second) and not is_there(second):
        errors.append(StorageError(_NOT_THERE, path=second))
    for copy in all_kept(folder):
        if copy.facts is None:
            errors.append(StorageError(_UNREADABLE, path=copy.path))
            continue
        try:
            _erase(copy.path, folder, key, names)
        except StorageError as error:
            errors.append(error)
    return tuple(errors)


def _erase(path: Path, folder: Path, key: Key | None, names: Collection[str]) -> None:
    with scratch_in(folder) as scratch:
        database = scratch / "copy.db"
        facts = unpack(path, database)
        own = key if facts.is_encrypted else None
        try:
            was_there = erase_from_database_file(database, own, *names)
        except StorageError:
            raise StorageError(_LOCKED if facts.is_encrypted else _UNREADABLE, path=path) from None
        if not was_there:
            return
        with closing(connect(database, own)) as file:
            contents = contents_of(file)
        size, sha256 = measure(database)
        pack(msgspec.structs.replace(facts, size=size, sha256=sha256, **contents), database, path)
        verify(path)
