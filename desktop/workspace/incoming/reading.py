"""Results got out of files, one after the other: opened where they are sealed, codes put together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from desktop.content.library import Library
from desktop.errors import SestanteError
from desktop.exchange.carriers import Carried, CarrierError, joined_codes, read_carrier
from desktop.exchange.carriers.marks import HEAD_BYTES, kind_of
from desktop.exchange.codes import CodeError, CodeSet, code_sets, join
from desktop.exchange.results.desk_key import DeskCard, DeskKey
from desktop.exchange.results.envelope import Opened, write
from desktop.exchange.results.sealing import is_sealed, open_result
from desktop.storage import Carrier
from desktop.text import say
from desktop.workspace.incoming.arrived import Arrived, NotRead

FindKey: TypeAlias = Callable[[], DeskKey | None]
"""This desk's key, asked for only where something is sealed; None where it has none."""
Progress: TypeAlias = Callable[[int], None]
ShouldStop: TypeAlias = Callable[[], bool]
_KEY_BYTES = 32
_OF_CODES = say("{files}: {sentence}", files="", sentence="")


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading needs of this desk: its content, and the key that opens what was sealed for it."""

    library: Library
    find_key: FindKey


def read_files(
    paths: Sequence[Path], desk: Desk, progress: Progress, should_stop: ShouldStop
) -> Iterator[Arrived | NotRead]:
    """What each file brings, never an exception; a file may bring several results.

    Result files are read here, all else in processes of their own. Photos are put together by the codes on
    them and come last. `progress` is told how many files were read; reading ends early once `should_stop`
    says so, then without what codes brought.
    """
    with_codes: list[Carried] = []
    for done, found in enumerate(_carried(paths, should_stop), 1):
        if isinstance(found, NotRead):
            yield found
        else:
            yield from (_arrived(data, found, desk) for data in found.results)
            if found.codes:
                with_codes.append(found)
        progress(done)
    if not should_stop():
        yield from (_put_together(codes, with_codes, desk) for codes in joined_codes(with_codes))
        yield from (_of_no_plan(found) for found in with_codes if not code_sets(found.codes))


def _carried(paths: Sequence[Path], should_stop: ShouldStop) -> Iterator[Carried | NotRead]:
    """What the files carry, in their order."""
    from desktop.exchange.carriers.many import read_many

    quick = [_is_result_file(path) for path in paths]
    slow = [path for path, is_quick in zip(paths, quick, strict=True) if not is_quick]
    others = read_many(slow, _told_to_nobody, should_stop) if slow else iter(())
    for path, is_quick in zip(paths, quick, strict=True):
        if should_stop():
            return
        if is_quick:
            yield _read_here(path)
            continue
        read = next(others, None)
        if read is None:
            return
        yield read.carried or NotRead((path,), read.error or say("{file} was not read.", file=path.name))


def _read_here(path: Path) -> Carried | NotRead:
    try:
        return read_carrier(path)
    except CarrierError as error:
        return NotRead((path,), error.sentence)


def _is_result_file(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return path.is_file() and kind_of(file.read(HEAD_BYTES)) == "result"
    except OSError:
        return False


def _told_to_nobody(_count: int) -> None:
    """The files read are counted in their own order."""


def _arrived(data: bytes, carried: Carried, desk: Desk) -> Arrived | NotRead:
    path, sealed = carried.path, is_sealed(data)
    carrier: Carrier = "file" if _is_result_file(path) else "pdf"
    try:
        opened = open_result(data, desk.find_key() if sealed else None, path.name)
    except SestanteError as error:
        return NotRead((path,), error.sentence)
    return Arrived((path,), carrier, opened, opened.signed_by, is_sealed=sealed, note=carried.note)


def _put_together(codes: CodeSet, carried: Iterable[Carried], desk: Desk) -> Arrived | NotRead:
    from desktop.exchange.results.compact import from_codes

    texts = set(codes.texts)
    parts = [each for each in carried if texts.intersection(each.codes)]
    paths = tuple(dict.fromkeys(each.path for each in parts))
    try:
        found = from_codes(codes.texts, desk.library.questionnaire, desk.library.catalogue, _is_signed)
        line = write(found.result).partition(b"\n")[0]
    except SestanteError as error:
        files = ", ".join(path.name for path in paths)
        return NotRead(paths, say(_OF_CODES.message, files=files, sentence=error.sentence))
    opened = Opened(found.result, line, is_intact=True, signer=None)
    signed_by = None if found.key is None else DeskCard(found.key, b"").fingerprint
    note = next((each.note for each in parts if each.note is not None), None)
    return Arrived(paths, "code", opened, signed_by, texts_left_out=found.texts_left_out, note=note)


def _of_no_plan(found: Carried) -> NotRead:
    """Codes that begin like ours and are not: of a newer Sestante, or of nobody."""
    try:
        join(found.codes)
    except CodeError as error:
        files = found.path.name
        return NotRead((found.path,), say(_OF_CODES.message, files=files, sentence=error.sentence))
    raise AssertionError(found.codes)  # whole codes are a set


def _is_signed(data: bytes, key_and_signature: bytes) -> bool:
    key, signature = key_and_signature[:_KEY_BYTES], key_and_signature[_KEY_BYTES:]
    return DeskCard(key, b"").has_signed(data, signature)
