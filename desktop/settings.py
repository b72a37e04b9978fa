"""How the window looks and speaks: one small file beside the workspace, without personal data."""

import os
import re
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "settings.txt"
_MOST = 1000  # characters that are looked at


class Settings(NamedTuple):
    """A language code, the name of a theme, the language of questionnaires where it is another one.

    `sealed_for` is the card of the desk that results were sealed for last; `interview` whether questions are
    asked across a table.
    """

    language: str = "it"
    theme: str = "light"
    texts: str = ""
    sealed_for: str = ""
    interview: str = "off"


_ALLOWED = {
    "language": re.compile("it|en"),
    "theme": re.compile("light|dark"),
    "texts": re.compile("([a-z]{2,3}(-[A-Za-z]{2,8})*)?"),
    "interview": re.compile("on|off"),
    "sealed_for": re.compile("(sestante-desk-1:[A-Z2-7]{112})?"),
}


def read_settings(folder: Path, default: Settings) -> Settings:
    """The settings of a data folder; whatever is missing or unknown there is as in `default`."""
    try:
        with (folder / FILE_NAME).open(encoding="utf-8") as file:
            lines = file.read(_MOST).splitlines()
    except (OSError, UnicodeError):
        return default
    found = dict(line.split("=", 1) for line in lines if "=" in line)
    known = {name: found[name] for name, words in _ALLOWED.items() if words.fullmatch(found.get(name, "-"))}
    return default._replace(**known)


def write_settings(folder: Path, settings: Settings) -> None:
    """Replace the settings of a data folder, whole or not at all; OSError where it cannot be written."""
    path = folder / FILE_NAME
    aside = path.with_suffix(".new")
    lines = [f"{name}={value}\n" for name, value in settings._asdict().items()]
    aside.write_text("".join(lines), encoding="utf-8")
    os.replace(aside, path)  # noqa: PTH105 - the one call that replaces on every system
