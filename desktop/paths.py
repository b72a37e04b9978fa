"""Where the shipped content and the user's data are."""

import os
import sys
from pathlib import Path

DATA_VARIABLE, EDITION_VARIABLE = "SESTANTE_DATA", "SESTANTE_EDITION"
EDITION_FILE = "edition.json"
_DATA = "data"
_UP_TO = 4  # folders above a packaged program, which on macOS lies deep in its bundle
_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def assessments_folder() -> Path:
    """The folder of the shipped questionnaires."""
    return _shipped("assessments")


def resources_folder() -> Path:
    """The folder of the shipped catalogue, network, fonts, icons and translations."""
    return _shipped("resources")


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of the user's workspace.

    It is the one chosen, else SESTANTE_DATA, else that of a fixed edition, else the system's place.
    """
    if chosen is not None:
        return chosen
    if value := os.environ.get(DATA_VARIABLE):
        return Path(value)
    if (fixed := edition_folder()) is not None:
        return fixed_data_folder(fixed)
    from platformdirs import user_data_path

    return user_data_path("Sestante", appauthor=False)


def edition_folder() -> Path | None:
    """The folder of a fixed edition: SESTANTE_EDITION, or where edition.json lies beside the program."""
    if value := os.environ.get(EDITION_VARIABLE):
        return Path(value)
    if not getattr(sys, "frozen", False):
        return None
    above = list(Path(sys.executable).resolve().parents)[:_UP_TO]
    return next((folder for folder in above if (folder / EDITION_FILE).is_file()), None)


def fixed_data_folder(folder: Path) -> Path:
    """The data folder that edition.json names; one called data where it names none that lies beside it."""
    import json

    try:
        name = json.loads((folder / EDITION_FILE).read_text(encoding="utf-8")).get("data", _DATA)
    except (OSError, ValueError, AttributeError, RecursionError):
        return folder / _DATA
    return folder / name if isinstance(name, str) and lies_beside(name) else folder / _DATA


def lies_beside(name: str) -> bool:
    """Whether a name leads to an entry of its own folder, and nowhere else on any system."""
    return bool(name.strip()) and name != ".." and Path(name).name == name and ":" not in name
