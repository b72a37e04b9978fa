"""How the window looks and speaks: one small file beside the workspace, without personal data."""

import os
import re
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "settings.txt"
DATABASE_VARIABLE = "SESTANTE_DATABASE"
PASSWORD_FILE_VARIABLE = "SESTANTE_PASSWORD_FILE"  # noqa: S105 - the name of a variable
HERE = "here"
"""In place of a server's address: this computer's own workspace."""
_MOST = 4000  # characters that are looked at


class Settings(NamedTuple):
    """A language code, the name of a theme, the language of questionnaires where it is another one.

    `sealed_for` is the card of the desk that results were sealed for last; `interview` whether questions are
    asked across a table; `server` the address of the server whose workspace is opened, without a password.
    """

    language: str = "it"
    theme: str = "light"
    texts: str = ""
    sealed_for: str = ""
    interview: str = "off"
    server: str = ""


_ALLOWED = {
    "language": re.compile("it|en"),
    "theme": re.compile("light|dark"),
    "texts": re.compile("([a-z]{2,3}(-[A-Za-z]{2,8})*)?"),
    "interview": re.compile("on|off"),
    "server": re.compile(r"(postgres(ql)?://[^\s]{1,2000})?"),
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


def database_of(given: str | None, settings: Settings) -> str:
    """The address of the server to open: the one given, else SESTANTE_DATABASE, else the one remembered.

    Empty for this computer's own workspace.
    """
    text = (given or os.environ.get(DATABASE_VARIABLE, "") or settings.server).strip()
    return "" if text == HERE else text


def password_from_file() -> str:
    """The password in the file that SESTANTE_PASSWORD_FILE names; OSError, UnicodeError where unreadable."""
    name = os.environ.get(PASSWORD_FILE_VARIABLE, "")
    return Path(name).read_text(encoding="utf-8-sig").strip() if name else ""
