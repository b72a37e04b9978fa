"""How the window looks and speaks: one small file beside the workspace, without personal data."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """A language code and the name of a theme."""

    language: str = "it"
    theme: str = "light"


_ALLOWED = {"language": ("it", "en"), "theme": ("light", "dark")}


def read_settings(folder: Path, default: Settings) -> Settings:
    """The settings of a data folder; whatever is missing or unknown there is as in `default`."""
    try:
        found = json.loads((folder / FILE_NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return default
    if not isinstance(found, dict):
        return default
    return replace(
        default, **{name: found[name] for name, words in _ALLOWED.items() if found.get(name) in words}
    )


def write_settings(folder: Path, settings: Settings) -> None:
    """Replace the settings of a data folder, whole or not at all; OSError where it cannot be written."""
    path = folder / FILE_NAME
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    os.replace(aside, path)  # noqa: PTH105 - the one call that replaces on every system
