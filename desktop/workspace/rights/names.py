"""Names for the files of a company under which every system takes them."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from desktop.holding import HeldFile
from desktop.workspace.file_names import letters_alone

FOLDER = "files"
_MOST_LETTERS, _MOST_BYTES, _LONGEST_END = 50, 100, 10


def safe_names(files: Iterable[HeldFile], mark: str = "") -> Mapping[int, str]:
    """The path of each file in the copy: its number, so that none is twice, and what it was called.

    `mark` stands before the number of those that are counted apart.
    """
    return {each.id: f"{FOLDER}/{mark}{each.id:04}-{safe_name(each.file_name)}" for each in files}


def safe_name(name: str) -> str:
    """A name without folders and without what some system does not take."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    stem, dot, end = plain.rpartition(".")
    if not dot:
        stem, end = plain, ""
    shown = letters_alone(stem, _MOST_LETTERS, _MOST_BYTES)
    ending = "".join(each for each in end if each.isascii() and each.isalnum())[:_LONGEST_END].lower()
    return f"{shown or 'file'}.{ending}" if ending else shown or "file"
