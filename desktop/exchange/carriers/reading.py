"""A file from anybody, recognised by what is in it, and what it carries."""

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.errors import SestanteError, system_reason
from desktop.exchange.carriers.carried import (
    DAMAGED,
    EDITION,
    ENCRYPTED,
    FILE_TOO_LARGE,
    NO_CODES,
    NO_FILE,
    NOTHING,
    REFUSED,
    Carried,
    CarrierError,
)
from desktop.exchange.carriers.marks import HEAD_BYTES, MOST_AT_AN_END, Kind, is_edition, is_result, kind_of
from desktop.text import Sentence, say

_MEGABYTE = 1_000_000
_MOST_MEGABYTES: Mapping[Kind, int] = {"result": 8, "pdf": 25, "picture": 40}
_MOST = max(_MOST_MEGABYTES.values())


def read_carrier(path: Path) -> Carried:
    """What a file carries: a result file, a printed plan as PDF, a scan or a photo of its codes.

    CarrierError in one sentence where it is too large, damaged, protected or not ours; nothing is believed
    that a name says. Pages of scans are drawn by a library that must run in one thread at a time: where
    several run, and for files of strangers, call `read_many`, which reads in processes of their own.
    """
    try:
        data, kind = _read(path)
    except OSError as error:
        raise CarrierError(REFUSED, file=path.name, reason=system_reason(error)) from None
    return _READERS[kind](path, data)


def _read(path: Path) -> tuple[bytes, Kind]:
    """The bytes of a file, refused by its size before they are read."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise CarrierError(NO_FILE, file=path.name)
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        kind = kind_of(head)
        most = _MOST if kind is None else _MOST_MEGABYTES[kind]
        size, bound = status.st_size, most * _MEGABYTE
        if size <= bound:
            data = head + file.read(bound + 1 - len(head))
            size = len(data)
    if size > bound:
        raise CarrierError(FILE_TOO_LARGE, file=path.name, size=-(-size // _MEGABYTE), most=most)
    if kind is None:
        raise CarrierError(EDITION if is_edition(head) else NOTHING, file=path.name)
    return data, kind


def _result(path: Path, data: bytes) -> Carried:
    if not is_result(data):
        raise CarrierError(NOTHING, file=path.name)
    return Carried(path, results=(data,))


def _pdf(path: Path, data: bytes) -> Carried:
    from desktop.exchange.carriers.attachments import EncryptedError, attached_results

    is_damaged = False
    try:
        results = attached_results(data)
    except EncryptedError:
        raise CarrierError(ENCRYPTED, file=path.name) from None
    except Exception:  # noqa: BLE001 - a damaged PDF ends in any; its pages may still be seen
        results, is_damaged = (), True
    return Carried(path, results=results) if results else _scan(path, data, is_damaged=is_damaged)


def _scan(path: Path, data: bytes, *, is_damaged: bool) -> Carried:
    from desktop.exchange.carriers.pages import codes_on_pages

    try:
        codes, count = codes_on_pages(data)
    except Exception as error:  # noqa: BLE001 - whatever strangers put into a file ends here
        is_locked = "password" in str(error).lower()
        raise CarrierError(ENCRYPTED if is_locked else DAMAGED, file=path.name) from None
    if codes:
        return Carried(path, codes=codes, note=_pages_note(path, count))
    if is_damaged:
        raise CarrierError(DAMAGED, file=path.name)
    raise CarrierError(_pages_note(path, count) or NOTHING, file=path.name)


def _pages_note(path: Path, count: int) -> Sentence | None:
    """What was not looked at, if anything."""
    if count <= 2 * MOST_AT_AN_END:
        return None
    return say(
        "Of the {count} pages of {file} only the first {most} and the last {most} were searched for "
        "codes. If there are plans on other pages, split the file.",
        count=count,
        file=path.name,
        most=MOST_AT_AN_END,
    )


def _picture(path: Path, data: bytes) -> Carried:
    from desktop.exchange.carriers.pictures import codes_in_picture

    try:
        codes, note = codes_in_picture(data, path.name)
    except SestanteError:
        raise
    except Exception:  # noqa: BLE001 - whatever strangers put into a file ends here
        raise CarrierError(DAMAGED, file=path.name) from None
    if not codes:
        raise CarrierError(NO_CODES, file=path.name)
    return Carried(path, codes=codes, note=note)


_READERS: Mapping[Kind, Callable[[Path, bytes], Carried]] = {
    "result": _result,
    "pdf": _pdf,
    "picture": _picture,
}
