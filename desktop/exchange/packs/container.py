"""The zip around a pack, of one form alone: the same content gives the same bytes, and no others are read."""

import io
import stat
import struct
from collections.abc import Iterator, Mapping
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.names import reason_against
from desktop.exchange.packs.pack import LARGEST_FILE, MOST_FILES
from desktop.text import Sentence, as_written, say

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
MOST_BYTES: Final = 20_000_000
MOST_MANIFEST: Final = 400_000
SIGNATURE_BYTES: Final = 64
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = (stat.S_IFREG | 0o644) << 16
_LOCAL: Final = b"PK\x03\x04"
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_ENCRYPTED: Final = 1
_FAILURES: Final = (BadZipFile, EOFError, IndexError, NotImplementedError, OSError, OverflowError)
_MORE_FAILURES: Final = (RuntimeError, UnicodeError, ValueError, struct.error)
_AGAIN: Final = say("ask the hub for the pack again")
_TOO_LARGE: Final = say("{file} is larger than {most} bytes: this is not a hub's pack.", most=MOST_BYTES)
_NO_PACK: Final = say("{file} is not a hub's pack. Choose a file that ends in .sestante-pack.")
_CUT: Final = say("{file} is incomplete or has something after its end; {again}.", again=_AGAIN)
_UNFIT: Final = say("{file} cannot be used: {reason}. Nothing was installed; {again}.", again=_AGAIN)


def archive_of(manifest: bytes, signature: bytes | None, files: Mapping[str, bytes]) -> bytes:
    """The bytes of a pack: its manifest, its signature where it has one, its files by name."""
    entries = {MANIFEST: manifest}
    if signature is not None:
        entries[SIGNATURE] = signature
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, data in (*entries.items(), *sorted(files.items())):
            info = ZipInfo(name, _FIRST_DAY)
            info.create_system, info.external_attr = 3, _PLAIN_FILE
            archive.writestr(info, data)
    return stream.getvalue()


def entries_of(data: bytes, file: str) -> dict[str, bytes]:
    """What stands in a stranger's zip by name; PackError, naming `file`, where it is refused."""
    _refuse_other_files(data, file)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            for reason in _reasons_against(infos):
                raise unfit(file, reason)
            return {info.filename: archive.read(info) for info in infos}
    except (*_FAILURES, *_MORE_FAILURES):
        raise unfit(file, say("it is damaged")) from None


def unfit(file: str, reason: Sentence) -> PackError:
    """The error of a pack that is refused for a reason, which is part of a sentence."""
    return PackError(_UNFIT, file=file, reason=reason)


def _refuse_other_files(data: bytes, file: str) -> None:
    """What is no pack at all, and what would take long to read, before anything is made of it."""
    if len(data) > MOST_BYTES:
        raise PackError(_TOO_LARGE, file=file)
    if not data.startswith(_LOCAL):
        raise PackError(_NO_PACK, file=file)
    if len(data) < _END.size:
        raise PackError(_CUT, file=file)
    mark, disk, first_disk, here, count, size, start, comment = _ended(data)
    if mark != _END_MARK or comment or disk or first_disk or here != count:
        raise PackError(_CUT, file=file)
    if count > MOST_FILES + 2:
        raise unfit(
            file, say("it holds {count} files, at most {most} are read", count=count, most=MOST_FILES)
        )
    if start + size + _END.size != len(data):
        raise PackError(_CUT, file=file)


def _ended(data: bytes) -> tuple[bytes, int, int, int, int, int, int, int]:
    mark, disk, first_disk, here, count, size, start, comment = _END.unpack(data[-_END.size :])
    return mark, disk, first_disk, here, count, size, start, comment


def _reasons_against(infos: list[ZipInfo]) -> Iterator[Sentence]:
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        about = {"name": as_written(name)}
        if name.casefold() in seen:
            yield say("`{name}` is in it twice", **about)
        seen.add(name.casefold())
        if name not in (MANIFEST, SIGNATURE) and (reason := reason_against(name)) is not None:
            yield say("`{name}` is refused: {reason}", reason=reason, **about)
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            yield say("`{name}` is a link or a folder, not a file", **about)
        if info.flag_bits & _ENCRYPTED:
            yield say("`{name}` is encrypted", **about)
        if info.compress_type != ZIP_STORED or info.compress_size != info.file_size:
            yield say("`{name}` is packed as Sestante never does", **about)
        if info.file_size > _most(name):
            yield say("`{name}` is larger than {most} bytes", most=_most(name), **about)


def _most(name: str) -> int:
    return {MANIFEST: MOST_MANIFEST, SIGNATURE: SIGNATURE_BYTES}.get(name, LARGEST_FILE)
