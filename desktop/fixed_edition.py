"""An edition fixed to its folder, such as a stick: its pack, its data, and the key it is signed with."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.errors import SestanteError, system_reason
from desktop.paths import EDITION_FILE, edition_folder, fixed_data_folder, lies_beside
from desktop.text import say
from desktop.whole_files import replace_whole

_LARGEST = 10_000  # bytes
_NOT_RIGHT = say(
    "{path} is not as Sestante wrote it. Copy the hub's folder onto the stick again, or make it anew: "
    "sestante edition FOLDER --pack FILE"
)
_NOT_READ = say("{path} cannot be read: {reason}. Take the stick out, put it in again, and start once more.")
_NOT_WRITTEN = say(
    "Nothing can be saved in {folder}: {reason}. Slide the stick's lock open, or copy its whole folder to "
    "this computer and start Sestante from there."
)


@dataclass(frozen=True, slots=True)
class FixedEdition:
    """The pack's file and the data folder, both in the folder of edition.json, and the key's fingerprint."""

    pack: Path
    data: Path
    fingerprint: str


def fixed_edition(data: Path) -> FixedEdition | None:
    """The edition that this program is fixed to, for the data folder that belongs to it; else None.

    SestanteError where edition.json cannot be used, or nothing can be saved in the data folder.
    """
    folder = edition_folder()
    if folder is None or fixed_data_folder(folder).resolve() != data.resolve():
        return None
    found = _read(folder / EDITION_FILE)
    edition = FixedEdition(folder / found["pack"], fixed_data_folder(folder), found["fingerprint"])
    _refuse_unwritable(edition.data)
    return edition


def write_edition_file(folder: Path, pack: str, fingerprint: str, data: str = "data") -> None:
    """Write edition.json; names are relative to its folder. OSError where it cannot be written."""
    lines = {"format": 1, "pack": pack, "data": data, "fingerprint": fingerprint}
    replace_whole(folder / EDITION_FILE, f"{json.dumps(lines, indent=2)}\n".encode())


def _read(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            root: Any = json.loads(file.read(_LARGEST).decode())
    except OSError as error:
        raise SestanteError(_NOT_READ, path=path, reason=system_reason(error)) from error
    except (ValueError, RecursionError):
        root = None
    if not isinstance(root, dict) or root.get("format") != 1:
        raise SestanteError(_NOT_RIGHT, path=path)
    for name in ("pack", "data", "fingerprint"):
        value = root.get(name)
        if not isinstance(value, str) or not lies_beside(value):
            raise SestanteError(_NOT_RIGHT, path=path)
    return root


def _refuse_unwritable(folder: Path) -> None:
    """Told before anything is begun, and in words for whoever holds the stick."""
    probe = folder / ".writable"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise SestanteError(_NOT_WRITTEN, folder=folder, reason=system_reason(error)) from error
