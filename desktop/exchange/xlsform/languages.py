"""Languages as columns name them: `label::Italiano (it)`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.exchange.xlsform.sheets import Row

NAMES: Mapping[str, str] = {
    "it": "Italiano",
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "nl": "Nederlands",
    "sl": "Slovenščina",
}
_ENGLISH_NAMES = {
    "italian": "it",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "portuguese": "pt",
    "dutch": "nl",
    "slovenian": "sl",
}
_BY_NAME = {name.lower(): code for code, name in NAMES.items()} | _ENGLISH_NAMES
_CODE = re.compile(r"\(\s*([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*\s*\)\s*\Z")
_BARE_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*\Z")


def language_name(code: str) -> str:
    """The name of a language as XLSForm writes it: `Italiano (it)`."""
    return f"{NAMES.get(code, code)} ({code})"


def heading(base: str, code: str) -> str:
    """The heading of a column with texts in a language."""
    return f"{base}::{language_name(code)}"


def code_of(name: str) -> str | None:
    """The code of a language as a form names it, None where it cannot be told."""
    found = _CODE.search(name) or _BARE_CODE.match(name.strip())
    return found[1].lower() if found else _BY_NAME.get(name.strip().lower())


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a form: the heading's ending for each code, the source language first in `source`."""

    endings: Mapping[str, str]
    source: str

    @property
    def codes(self) -> tuple[str, ...]:
        """All languages in the order of their columns."""
        return tuple(self.endings)

    def texts(self, row: Row, base: str) -> dict[str, str]:
        """The texts a row has in the columns of `base`, by language; empty ones are left out."""
        found = {code: row.take_text(f"{base}{ending}") for code, ending in self.endings.items()}
        if self.endings[self.source] and not found[self.source].strip() and row.cells.get(base, "").strip():
            found[self.source] = row.take_text(base)
        return {code: text for code, text in found.items() if text.strip()}


def languages_of(headings: Iterable[str], default: str, fallback: str) -> Languages:
    """The languages of the columns; `default` is the form's setting, `fallback` for texts that name none."""
    endings: dict[str, str] = {}
    default_code = code_of(default) or fallback
    for name in headings:
        base, mark, language = name.partition("::")
        if base not in ("label", "hint", "guidance_hint"):
            continue
        code = code_of(language) if mark else None
        if mark and code:
            endings.setdefault(code, f"::{language}")
    has_plain = any(name == "label" for name in headings)
    if default_code not in endings and (has_plain or not endings):
        endings = {default_code: "", **endings}
    source = default_code if default_code in endings else next(iter(endings))
    return Languages(endings, source)
