"""Where the shipped content and the user's data are."""

import os
from pathlib import Path

DATA_VARIABLE = "SESTANTE_DATA"
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
    """The folder of the user's workspace: the one chosen, else SESTANTE_DATA, else the system's place."""
    if chosen is not None:
        return chosen
    if value := os.environ.get(DATA_VARIABLE):
        return Path(value)
    from platformdirs import user_data_path

    return user_data_path("Sestante", appauthor=False)
