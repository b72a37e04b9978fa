"""The files meant by names of files and folders: hidden ones left out, no folder entered twice."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import system_reason
from desktop.exchange.carriers.marks import HEAD_BYTES, kind_of
from desktop.text import say
from desktop.workspace.incoming.arrived import NotRead

MOST_FILES = 20_000
_NO_FOLDER = say("The folder {folder} cannot be read: {reason}.", folder="", reason="")
_TOO_MANY = say(
    "There are more than {most} files: the others were left aside. Import them in a second step.",
    most=MOST_FILES,
)


@dataclass(slots=True)
class Found:
    """The files to read, in order; how many of the folders' files are of other kinds; folders not read.

    `passed` are those of other kinds, as far as there are not too many.
    """

    files: list[Path] = field(default_factory=list)
    others: int = 0
    unread: list[NotRead] = field(default_factory=list)
    passed: list[Path] = field(default_factory=list)


def files_in(paths: Iterable[Path], is_wanted: Callable[[Path], bool] | None = None) -> Found:
    """The files of some names: those named are always among them, of a folder those that may carry a result.

    Links are followed, but no folder is entered twice and no file of a folder taken twice. Of folders, files
    that are not wanted are left out before anything is read.
    """
    found, entered = Found(), set[str]()
    for path in paths:
        if not path.is_dir():
            found.files.append(path)
            continue
        for each in _below(path, entered, found):
            if is_wanted is not None and not is_wanted(each):
                continue
            if _may_carry(each):
                found.files.append(each)
            else:
                found.others += 1
                if found.others <= MOST_FILES:
                    found.passed.append(each)
    if len(found.files) > MOST_FILES:
        found.unread.append(NotRead((), _TOO_MANY))
        del found.files[MOST_FILES:]
    return found


def _below(folder: Path, entered: set[str], found: Found) -> Iterator[Path]:
    """The files in a folder and below that are not hidden, each folder in the order of its names."""
    left = [folder]
    while left:
        here = left.pop()
        if not _is_new(here, entered):
            continue
        try:
            inside = sorted(each for each in here.iterdir() if not each.name.startswith("."))
        except OSError as error:
            why = say(_NO_FOLDER.message, folder=here.name, reason=system_reason(error))
            found.unread.append(NotRead((here,), why))
            continue
        left += [each for each in reversed(inside) if each.is_dir()]
        yield from (each for each in inside if each.is_file() and _is_new(each, entered))
        if len(found.files) > MOST_FILES:
            return


def _is_new(path: Path, entered: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in entered:
        return False
    entered.add(real)
    return True


def _may_carry(path: Path) -> bool:
    """Whether a file begins as one that may carry a result; one that cannot be read is told of later."""
    try:
        with path.open("rb") as file:
            return kind_of(file.read(HEAD_BYTES)) is not None
    except OSError:
        return True
