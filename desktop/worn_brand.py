"""Whose edition a window shows before its content is read: two small files beside the workspace."""

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

TEXT_FILE, LOGO_FILE = "brand.txt", "brand.png"
_MOST_CHARACTERS, _MOST_BYTES = 1000, 500_000
_ACCENT = re.compile(r"#[0-9A-Fa-f]{6}")
_NAME = re.compile(r"(?=.*\S)[^\x00-\x1f\x7f-\x9f]{1,120}")


class WornBrand(NamedTuple):
    """A hub's name, its colour as `#RRGGBB`, and its logo as the bytes of a PNG picture, if there is one.

    `edition` names the content it was read from.
    """

    name: str
    accent: str
    logo: bytes | None = None
    edition: str = ""


def read_worn(folder: Path) -> WornBrand | None:
    """The brand worn last in a data folder; None where it was Sestante's own."""
    try:
        with (folder / TEXT_FILE).open(encoding="utf-8") as file:
            lines = file.read(_MOST_CHARACTERS).splitlines()
    except (OSError, UnicodeError):
        return None
    found = dict(line.split("=", 1) for line in lines if "=" in line)
    name, accent = found.get("name", ""), found.get("accent", "")
    if not _NAME.fullmatch(name) or not _ACCENT.fullmatch(accent):
        return None
    return WornBrand(name, accent, _logo(folder / LOGO_FILE), found.get("edition", ""))


def write_worn(folder: Path, brand: WornBrand | None) -> None:
    """Remember what is worn; where it cannot be written, the next start shows it a moment later."""
    from desktop.whole_files import replace_whole

    if brand == read_worn(folder):
        return
    with suppress(OSError):
        if brand is None or brand.logo is None:
            (folder / LOGO_FILE).unlink(missing_ok=True)
        else:
            replace_whole(folder / LOGO_FILE, brand.logo)
        if brand is None:
            (folder / TEXT_FILE).unlink(missing_ok=True)
        else:
            lines = f"name={brand.name}\naccent={brand.accent}\nedition={brand.edition}\n"
            replace_whole(folder / TEXT_FILE, lines.encode())


def _logo(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError:
        return None
    return data if 0 < len(data) <= _MOST_BYTES else None
