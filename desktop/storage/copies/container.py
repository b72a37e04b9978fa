"""A workspace in one file: a first line that says what is in it, then the bytes of its database."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

import msgspec
from msgspec import Meta

from desktop import VERSION
from desktop.errors import StorageError, system_reason
from desktop.text import say
from desktop.whole_files import replace_whole_from

ENDS = ".sestante-copy"
FORMAT = 1
Reason = Literal["asked", "daily", "update", "restore"]
"""Why a copy was made: somebody asked, the day began, before an update of the schema, before a restore."""
_LONGEST_LINE = 64 * 1024
_CHUNK = 1024 * 1024
_SEALED = re.compile(rb'(\{.*),"seal":"([0-9a-f]{64})"\}\n', re.DOTALL)
_Count = Annotated[int, Meta(ge=0, le=2**53)]

_NO_COPY = say("{path} is not a copy of a Sestante workspace. Choose a file that ends in .sestante-copy.")
_LINE_DAMAGED = say(
    "{path} is damaged: its first line, which says what is in it, is not as it was written. "
    "Choose another copy."
)
_NEWER = say(
    "{path} was made by Sestante {version}, which is newer than this one ({own}). The copy was left "
    "untouched: install Sestante {version} or later, and try again."
)
_CUT = say(
    "{path} is damaged: its database should be {size} bytes long, but has {found}. The copying was "
    "interrupted, or the disk is failing. Choose another copy."
)
_CHANGED = say("{path} is damaged: its database is not as it was written. Choose another copy.")
_NOT_READ = say("{path} cannot be read: {reason}.")
_NOT_WRITTEN = say(
    "The copy {path} could not be written: {reason}. Nothing half done was left there: "
    "free space or choose another place, and try again."
)


class CopyFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the first line of a copy says; nothing of it is personal.

    `workspace` is empty where it had no id yet. `size` and `sha256` are of the database. `vault` is what
    stood beside an encrypted database, as it stood. `state` tells whether the database changed since.
    """

    kind: Literal["sestante-copy"]
    format: Literal[1]
    workspace: Annotated[str, Meta(pattern=r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$")]
    made_at: Annotated[datetime, Meta(tz=True)]
    reason: Reason
    version: Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]
    schema: Annotated[str, Meta(pattern=r"^[0-9]{4}$")]
    companies: _Count
    rounds: _Count
    files: _Count
    size: _Count
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    is_encrypted: bool
    vault: Annotated[str, Meta(max_length=20_000)] | None = None
    state: Annotated[str, Meta(max_length=64)] = ""


class _Beginning(msgspec.Struct, frozen=True):
    kind: Literal["sestante-copy"]
    format: Annotated[int, Meta(ge=1)]
    version: Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]


def refuse_newer(path: Path, version: str) -> StorageError:
    """The error for a copy that only a later Sestante understands."""
    return StorageError(_NEWER, path=path, version=version, own=VERSION)


def measure(database: Path) -> tuple[int, str]:
    """Size and checksum of a file."""
    digest, size = hashlib.sha256(), 0
    with database.open("rb") as file:
        for piece in iter(partial(file.read, _CHUNK), b""):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


def pack(facts: CopyFacts, database: Path, target: Path) -> None:
    """Write a copy, whole or not at all; StorageError says why not."""
    try:
        replace_whole_from(target, _pieces(facts, database))
    except OSError as error:
        raise StorageError(_NOT_WRITTEN, path=target, reason=system_reason(error)) from error


def read_facts(path: Path) -> CopyFacts:
    """What a copy says it holds; StorageError where it is none, is damaged, or asks for a later Sestante."""
    try:
        with path.open("rb") as file:
            return _facts(file, path)
    except OSError as error:
        raise StorageError(_NOT_READ, path=path, reason=system_reason(error)) from error


def unpack(path: Path, target: Path) -> CopyFacts:
    """Write the database of a copy to a new file; StorageError where the copy is not whole."""
    try:
        with path.open("rb") as file:
            facts = _facts(file, path)
            with target.open("xb") as out:
                _pour(file, out, facts, path)
    except OSError as error:
        raise StorageError(_NOT_READ, path=path, reason=system_reason(error)) from error
    return facts


def verify(path: Path) -> CopyFacts:
    """Read a copy to its end; StorageError where it is not as it was written."""
    try:
        with path.open("rb") as file:
            facts = _facts(file, path)
            _pour(file, None, facts, path)
    except OSError as error:
        raise StorageError(_NOT_READ, path=path, reason=system_reason(error)) from error
    return facts


def _pieces(facts: CopyFacts, database: Path) -> Iterator[bytes]:
    line = msgspec.json.encode(facts)
    yield line[:-1] + b',"seal":"' + hashlib.sha256(line).hexdigest().encode() + b'"}\n'
    with database.open("rb") as file:
        yield from iter(partial(file.read, _CHUNK), b"")


def _facts(file: BinaryIO, path: Path) -> CopyFacts:
    line = file.readline(_LONGEST_LINE)
    if not line.startswith(b'{"kind":"sestante-copy",'):
        raise StorageError(_NO_COPY, path=path)
    found = _SEALED.fullmatch(line)
    if found is None or hashlib.sha256(found[1] + b"}").hexdigest().encode() != found[2]:
        raise StorageError(_LINE_DAMAGED, path=path)
    try:
        beginning = msgspec.json.decode(found[1] + b"}", type=_Beginning)
        if beginning.format > FORMAT:
            raise refuse_newer(path, beginning.version)
        return msgspec.json.decode(found[1] + b"}", type=CopyFacts)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise StorageError(_LINE_DAMAGED, path=path) from error


def _pour(file: BinaryIO, out: BinaryIO | None, facts: CopyFacts, path: Path) -> None:
    """Never more than what the first line says, however long the file is."""
    digest, left = hashlib.sha256(), facts.size
    while left and (piece := file.read(min(_CHUNK, left))):
        digest.update(piece)
        left -= len(piece)
        if out is not None:
            out.write(piece)
    beyond = len(file.read(1))
    if left or beyond:
        found = facts.size - left if left else path.stat().st_size - file.tell() + beyond + facts.size
        raise StorageError(_CUT, path=path, size=facts.size, found=found)
    if digest.hexdigest() != facts.sha256:
        raise StorageError(_CHANGED, path=path)
