"""What is written to a company whose next round is due: the hub's own words, with fields filled in."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from desktop.content.company import without_controls
from desktop.text import Wording, wording
from desktop.workspace.chasing.due_round import DueRound
from desktop.workspace.stores import Stores

LONGEST: Final = 5000
"""Characters of a letter."""
_KEPT = "chase_letters"
_FIELD = re.compile(r"\{([^{}\s]{1,30})\}")
_FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "company": "company",
        "contact": "contact",
        "last-assessment": "last",
        "stage": "stage",
        "office": "office",
        "officer": "officer",
    },
    "it": {
        "azienda": "company",
        "referente": "contact",
        "ultima-valutazione": "last",
        "valutazione": "stage",
        "sportello": "office",
        "operatore": "officer",
    },
}
"""By language: what fields are called, and what they stand for."""


class Letters:
    """The letter of each language, as the hub wrote it or as it comes from the shop."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def letter(self, language: str) -> str:
        """The letter with its fields in braces."""
        kept = self._kept().get(language)
        return kept or first_letter(wording(language))

    def save(self, language: str, text: str) -> None:
        """Keep a letter; one that is empty is again as it comes from the shop."""
        cleaned = "\n".join(without_controls(line) for line in text.splitlines())[:LONGEST]
        kept = {name: letter for name, letter in self._kept().items() if name != language}
        if cleaned.strip() and cleaned != first_letter(wording(language)):
            kept[language] = cleaned
        self._stores.desk.save_preference(_KEPT, kept)

    def _kept(self) -> dict[str, str]:
        found = self._stores.reader.preferences().get(_KEPT)
        pairs = found.items() if isinstance(found, dict) else ()
        return {name: text for name, text in pairs if isinstance(text, str)}


def field_names(language: str) -> tuple[str, ...]:
    """The fields of a letter as they are called in a language."""
    return tuple(_FIELDS.get(language, _FIELDS["en"]))


def first_letter(words: Wording) -> str:
    """The letter as it comes from the shop."""
    named = _FIELDS.get(words.language, _FIELDS["en"])
    fields = {field: f"{{{called}}}" for called, field in named.items()}
    return words(
        "Dear {contact},\n\n"
        "on {last} {company} answered our questions on how digital it is. It is time to see what has "
        "changed. The second time is quicker: the answers you gave then are still there.\n\n"
        "Send us the new plan (the PDF or the .sestante file), or call us and we will do it together.\n\n"
        "{officer}\n{office}",
        **fields,
    )


def filled(letter: str, due: DueRound, words: Wording) -> str:
    """A letter for one company; fields may be called as in any language, unknown ones stay as they are."""
    values = {
        "company": due.company,
        "contact": due.contact or due.company,
        "last": words.date(due.answered_on),
        "stage": due.next_stage,
        "office": due.office,
        "officer": due.officer,
    }
    known = {called: values[field] for names in _FIELDS.values() for called, field in names.items()}
    return _FIELD.sub(partial(_value, known), letter).strip()


def unknown_fields(letter: str) -> tuple[str, ...]:
    """The fields of a letter that stand for nothing, each once."""
    known = {called for names in _FIELDS.values() for called in names}
    return tuple(dict.fromkeys(name for name in _FIELD.findall(letter) if name not in known))


def _value(known: Mapping[str, str], found: re.Match[str]) -> str:
    return known.get(found[1], found[0])
