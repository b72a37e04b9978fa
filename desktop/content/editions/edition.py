"""The shipped content and the packs over it, in a folder made once for each combination of them."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import msgspec

from desktop.content.editions.course_choice import CourseChoice, courses_in_files, offered
from desktop.content.editions.former import kept_of
from desktop.content.editions.overlay import Files, content_of, overlaid, shipped_files, shipped_paths
from desktop.content.library import Library, read_library
from desktop.errors import ContentError, StorageError, system_reason
from desktop.text import say
from desktop.whole_files import replace_whole

FOLDER = "editions"
"""The folder in the data folder; it holds nothing that cannot be made again."""
_LAYOUT = "2"  # raised when the same packs have to be put together anew
_WHOLE, _KEPT, _UNFINISHED = "whole.json", "kept", "new-"
_NOT_MADE = say(
    "The content of the installed editions cannot be put together in {folder}: {reason}. "
    "Free space on the disk, or check that the folder may be written, and open Sestante again."
)


class Layer(NamedTuple):
    """A pack by its id, its digest, and what reads its files, only where they are needed.

    Reading raises ContentError where the pack was damaged.
    """

    pack: str
    sha256: str
    read: Callable[[], Files]


class Shipped(NamedTuple):
    """The folders of the shipped content."""

    assessments: Path
    resources: Path


@dataclass(frozen=True, slots=True)
class Edition:
    """The content of all installed packs together; `left_out` are those that do not fit this program.

    `key` names the combination, empty for the shipped content alone; `courses` are the ids of those that
    packs bring, `packs` the digests of all packs it was put together of.
    """

    library: Library
    left_out: tuple[str, ...] = ()
    key: str = ""
    courses: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    def offer(self, choice: CourseChoice) -> None:
        """Let plans choose from these courses alone."""
        if choice != "all" and self.courses:
            self.library.offer(lambda catalogue: offered(catalogue, self.courses, choice))


class _Whole(msgspec.Struct, frozen=True):
    digest: str
    left_out: tuple[str, ...] = ()
    are_all_read: bool = True
    courses: tuple[str, ...] = ()


def read_edition(
    data_folder: Path, shipped: Shipped, installed: Sequence[Layer], former: Sequence[Layer] = ()
) -> Edition:
    """The shipped content with the installed packs over it, the last one on top.

    Of `former` packs only earlier versions of questionnaires and consent are kept. A pack that would break
    the content, as after an update of the program, is left out. StorageError where the disk refuses.
    """
    key = _key(shipped, installed, former)
    home = data_folder / FOLDER
    try:
        whole = _find_whole(home / key)
        if whole is None:
            whole = _make(home, key, shipped, installed, former)
            _tidy(home, key)
    except OSError as error:
        raise StorageError(_NOT_MADE, folder=home, reason=system_reason(error)) from error
    folder = home / key
    kept = home / f"{key}.{_KEPT}"
    library = Library(folder / "assessments", folder, kept, is_checked=True)
    packs = tuple(layer.sha256 for layer in (*installed, *former))
    return Edition(library, whole.left_out, key, whole.courses, packs)


def _key(shipped: Shipped, installed: Sequence[Layer], former: Sequence[Layer]) -> str:
    """Names a combination; the shipped files are told by size and time, which is quick."""
    digest = hashlib.sha256(_LAYOUT.encode())
    for name, path in shipped_paths(*shipped).items():
        state = path.stat()
        digest.update(f"\0{name}\0{state.st_size}\0{state.st_mtime_ns}".encode())
    for mark, layers in (("+", installed), ("-", former)):
        digest.update("".join(f"\0{mark}{layer.sha256}" for layer in layers).encode())
    return digest.hexdigest()[:16]


def _find_whole(folder: Path) -> _Whole | None:
    """What was made there; None where nothing was, or where a file has changed since."""
    try:
        whole = msgspec.json.decode((folder / _WHOLE).read_bytes(), type=_Whole)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
    return whole if whole.are_all_read and whole.digest == _digest(folder) else None


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != _WHOLE):
        data = path.read_bytes()
        digest.update(f"\0{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _make(
    home: Path, key: str, shipped: Shipped, installed: Sequence[Layer], former: Sequence[Layer]
) -> _Whole:
    home.mkdir(parents=True, exist_ok=True)
    base = shipped_files(*shipped)
    packs, states = _read(installed), _read(former)
    unread = tuple(layer.pack for layer, files in zip(installed, packs, strict=True) if files is None)
    readable = {layer.pack: files for layer, files in zip(installed, packs, strict=True) if files is not None}
    aside = Path(mkdtemp(prefix=_UNFINISHED, dir=home))
    try:
        left_out = _place_fitting(aside, base, readable, [state for state in states if state is not None])
        used = [files for pack, files in readable.items() if pack not in left_out]
        courses = tuple(name for files in used for name in courses_in_files(files))
        whole = _Whole(_digest(aside), (*unread, *left_out), not unread, courses)
        replace_whole(aside / _WHOLE, msgspec.json.encode(whole))
        shutil.rmtree(home / key, ignore_errors=True)
        aside.rename(home / key)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return whole


def _read(layers: Sequence[Layer]) -> list[dict[str, bytes] | None]:
    """The content of packs; None for one that was damaged where it is kept."""
    found: list[dict[str, bytes] | None] = []
    for layer in layers:
        try:
            found.append(content_of(layer.read()))
        except ContentError:
            found.append(None)
    return found


def _place_fitting(
    folder: Path, base: Files, packs: dict[str, dict[str, bytes]], states: Sequence[Files]
) -> tuple[str, ...]:
    """Write the content; where all packs together are not sound, those without which it is."""
    if _is_placed(folder, base, packs.values(), states):
        return ()
    fitting: list[Files] = []
    left_out: list[str] = []
    for name, files in packs.items():
        if _is_placed(folder, base, [*fitting, files], states):
            fitting.append(files)
        else:
            left_out.append(name)
    _is_placed(folder, base, fitting, states)
    return tuple(left_out)


def _is_placed(folder: Path, base: Files, packs: Iterable[Files], states: Sequence[Files]) -> bool:
    """Write the content into an emptied folder; whether it can be used."""
    for path in folder.iterdir():
        shutil.rmtree(path, ignore_errors=True)
    packs = tuple(packs)
    try:
        write_files(folder, edition_files(base, packs, states))
        library = read_library(folder / "assessments", folder)
        _ = library.questionnaires, library.catalogue, library.network, library.consent
        _ = library.hub_desk, library.brand
    except ContentError:
        return False
    return True


def edition_files(base: Files, packs: Sequence[Files], former: Sequence[Files] = ()) -> dict[str, bytes]:
    """All files of an edition by path; what packs replace, or once brought, is kept as an earlier version."""
    today = overlaid(base, packs)
    states = [base, *(overlaid(base, [pack]) for pack in former)]
    if len(packs) > 1:
        states += [overlaid(base, [pack]) for pack in packs]
    return {**kept_of(states, today), **today}


def write_files(folder: Path, files: Files) -> None:
    """Write files by their path below a folder; OSError where one cannot be written."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _tidy(home: Path, key: str) -> None:
    """Other combinations go; what another instance is making now has another name and stays."""
    with suppress(OSError):
        for path in home.iterdir():
            if path.name.partition(".")[0] == key or path.name.startswith(_UNFINISHED):
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
