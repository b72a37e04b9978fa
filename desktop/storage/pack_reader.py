"""The packs of a workspace, read in plain SQL, so that a start need not wait for more."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.errors import StorageError
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.text import say

FORMER: Final = "@"
"""Stands in the id of a row between the pack's id and its serial where the pack is no longer in use."""
LARGEST: Final = 50_000_000
_NOT_WHOLE = say("The pack {name} that was installed cannot be read. Install it again from the hub's file.")
_GONE = say("The pack {name} is no longer installed.")
_PACKS = "SELECT id, serial, version, name, sha256, installed_at FROM pack ORDER BY installed_at, id"
_KEYS = "SELECT pack_id, public_key FROM pack_key"
_ARCHIVE = "SELECT name, sha256, archive FROM pack WHERE id = :id"
_KEY = "SELECT public_key, highest_serial, trusted_at FROM pack_key WHERE pack_id = :id"


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack in the database. `key` is the one trusted for packs of its id now.

    One that is former was replaced or removed; it is kept for what was answered with its questionnaires.
    """

    row_id: str
    serial: int
    version: str
    name: str
    sha256: str
    installed_at: datetime
    key: bytes

    @property
    def id(self) -> str:
        """The pack's own id."""
        return self.row_id.partition(FORMER)[0]

    @property
    def is_former(self) -> bool:
        """Whether it is no longer in use."""
        return FORMER in self.row_id


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """The key that packs of an id must be signed with, 32 bytes, and the highest serial installed so far."""

    public: bytes
    highest_serial: int
    trusted_at: datetime


class PackReader:
    """Reads packs and keys; StorageError says in a sentence what cannot be read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def installed(self) -> tuple[InstalledPack, ...]:
        """Those in use, the one installed first first."""
        return tuple(each for each in self.all() if not each.is_former)

    def former(self) -> tuple[InstalledPack, ...]:
        """Those that are kept for earlier answers alone."""
        return tuple(each for each in self.all() if each.is_former)

    def archive(self, row_id: str) -> bytes:
        """A pack's bytes as they came in; StorageError where it is gone or damaged."""
        with self._database.reading() as rows:
            found = next(iter(rows(_ARCHIVE, id=row_id)), None)
        if found is None:
            raise StorageError(_GONE, name=row_id)
        try:
            data = zlib.decompressobj().decompress(found["archive"], LARGEST)
        except (zlib.error, TypeError):
            raise StorageError(_NOT_WHOLE, name=found["name"]) from None
        if hashlib.sha256(data).hexdigest() != found["sha256"]:
            raise StorageError(_NOT_WHOLE, name=found["name"])
        return data

    def key(self, pack_id: str) -> TrustedKey | None:
        """The key trusted for packs of an id; None before the first."""
        with self._database.reading() as rows:
            found = next(iter(rows(_KEY, id=pack_id)), None)
        if found is None:
            return None
        return TrustedKey(bytes(found["public_key"]), found["highest_serial"], moment(found["trusted_at"]))

    def all(self) -> tuple[InstalledPack, ...]:
        """Those in use and those that are former, the one installed first first."""
        with self._database.reading() as rows:
            keys = {row["pack_id"]: bytes(row["public_key"]) for row in rows(_KEYS)}
            return tuple(
                InstalledPack(
                    row_id=row["id"],
                    serial=row["serial"],
                    version=row["version"],
                    name=row["name"],
                    sha256=row["sha256"],
                    installed_at=moment(row["installed_at"]),
                    key=keys.get(row["id"].partition(FORMER)[0], b""),
                )
                for row in rows(_PACKS)
            )
