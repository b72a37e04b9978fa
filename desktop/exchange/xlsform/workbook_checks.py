"""What an .xlsx file must be before it is parsed: a small archive of small XML parts without tricks."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from desktop.errors import ContentError, Problem, system_reason
from desktop.text import Sentence, say

MAXIMUM_BYTES = 5_000_000
MAXIMUM_UNPACKED = 30_000_000
MAXIMUM_PARTS = 1_000
MAXIMUM_TAGS = 400_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a workbook may be: bytes packed and unpacked, and the tags of its XML."""

    packed: int = MAXIMUM_BYTES
    unpacked: int = MAXIMUM_UNPACKED
    tags: int = MAXIMUM_TAGS


FORM = Limits()
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_TRICKS = (b"<!DOCTYPE", b"<!ENTITY")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']")
DAMAGED = (
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    UnicodeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zipfile, the XML parser and openpyxl raise on files that are broken on purpose or by accident."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of a checked file, and what its parts tell that the library does not."""

    data: bytes
    merged: tuple[tuple[str, str], ...]
    has_external_links: bool
    has_macros: bool


def refuse(path: Path | str, sentence: Sentence, code: str) -> ContentError:
    """The error that says why a workbook is refused."""
    return ContentError(Problem(str(path), 0, sentence, code))


def read_checked(path: Path, limits: Limits = FORM) -> Contents:
    """The file at `path`, refused with ContentError where it is too large, none of its kind, or hostile."""
    data = _read(path, limits)
    if data.startswith(_OLD_EXCEL):
        sentence = say("this is an old .xls file or one with a password; save it as .xlsx without a password")
        raise refuse(path, sentence, "X003")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _checked(path, data, archive, limits)
    except ContentError:
        raise
    except DAMAGED:
        raise refuse(
            path, say("this is not an .xlsx file, or a damaged one; save it again as .xlsx"), "X003"
        ) from None


def _read(path: Path, limits: Limits) -> bytes:
    try:
        if not path.exists():
            raise refuse(path, say("there is no such file; check the name"), "X002")
        if not path.is_file():
            raise refuse(path, say("this is not a file that can be read; name an .xlsx file"), "X002")
        size = path.stat().st_size
        if size > limits.packed:
            sentence = say(
                "the file has {size} bytes; at most {most} are read; remove pictures and sheets that do not "
                "belong to the form",
                size=size,
                most=limits.packed,
            )
            raise refuse(path, sentence, "X001")
        with path.open("rb") as stream:
            return stream.read(limits.packed + 1)
    except OSError as error:
        raise refuse(
            path, say("the file cannot be read: {reason}", reason=system_reason(error)), "X002"
        ) from None


def _checked(path: Path, data: bytes, archive: zipfile.ZipFile, limits: Limits) -> Contents:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAXIMUM_PARTS or unpacked > limits.unpacked:
        sentence = say(
            "the file unpacks to {unpacked} bytes in {count} parts; at most {most} "
            "in {most_parts} are read; copy the form's sheets to a new file",
            unpacked=unpacked,
            count=len(parts),
            most=limits.unpacked,
            most_parts=MAXIMUM_PARTS,
        )
        raise refuse(path, sentence, "X004")
    merged: list[tuple[str, str]] = []
    tags = 0
    for name, content in _xml_parts(archive, parts):
        tags += content.count(b"<")
        if tags > limits.tags:
            sentence = say(
                "the file has far more cells than a form needs; copy the form's sheets to a new file"
            )
            raise refuse(path, sentence, "X004")
        if content.startswith(_UTF_16) or any(trick in content for trick in _TRICKS):
            raise refuse(
                path, say("the file holds XML that no spreadsheet program writes; save it again"), "X004"
            )
        merged.extend((name, found.decode()) for found in _MERGED.findall(content))
    names = [part.filename.lower() for part in parts]
    return Contents(
        data,
        tuple(merged),
        has_external_links=any(name.startswith("xl/externallinks/") for name in names),
        has_macros="xl/vbaproject.bin" in names,
    )


def _xml_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Every part but pictures and the like; none yields more than the size it declares."""
    for part in parts:
        if not part.filename.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".bin", ".emf", ".wmf")):
            yield part.filename, archive.read(part)
