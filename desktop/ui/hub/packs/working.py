"""What is done with the folder of an edition, in a worker thread; nothing here knows of Qt."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.exchange.packs.checking import CheckedPack
    from desktop.workspace.packs import Packs


class Made(NamedTuple):
    """A file with the fingerprint of its key, or a folder that was prepared, which has none."""

    path: Path
    fingerprint: str = ""


def checked(folder: Path) -> "CheckedPack":
    """The folder with everything wrong in it."""
    from desktop.exchange.packs.checking import check_folder

    return check_folder(folder)


def written(name: str, folder: Path) -> Path:
    """The folder of a new edition; ContentError where it cannot be written."""
    from desktop.exchange.packs.skeleton import new_pack

    new_pack(name, folder)
    return folder


def made(packs: "Packs", folder: Path, target: Path) -> "Made | CheckedPack":
    """The signed file of a folder, or what is wrong in that."""
    from desktop.exchange.packs.making import make_pack

    found = checked(folder)
    if found.errors:
        return found
    return Made(target, make_pack(found, packs.key, target).fingerprint)


def prepared(folder: Path, pack_file: Path) -> Made:
    """A folder prepared as a fixed edition."""
    from desktop.workspace.fixing import make_fixed

    make_fixed(folder, pack_file)
    return Made(folder)
