"""A service that two desks changed, in words: which one, which field of it, and both values."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop.advising import ServiceLine
from desktop.content.library import Library
from desktop.errors import StorageError
from desktop.report.service_words import (
    categories_in_words,
    kinds_in_words,
    money_in_words,
    rule_name,
    states_in_words,
    technologies_in_words,
)
from desktop.storage.meanwhile_error import Clash
from desktop.text import Wording

_AMOUNTS, _DAYS = ("price_cents", "aid_cents"), ("started_on", "ended_on")


class ServiceClashWords:
    """Words in one language; `line_of` is asked for the line as it is now."""

    def __init__(
        self, library: Library, line_of: Callable[[str], ServiceLine | None], wording: Wording
    ) -> None:
        self._library = library
        self._line_of = line_of
        self._wording = wording

    def told(self, clash: Clash) -> tuple[str, str, str]:
        """What it is about, what stands there, and what was entered here."""
        say, title = self._wording, self._title(clash)
        about = say("Service “{title}”", title=title)
        if clash.field:
            about = f"{about}: {self._fields.get(clash.field, clash.field)}"
        return about, self._value(clash, clash.theirs), self._value(clash, clash.mine)

    def _title(self, clash: Clash) -> str:
        plain = next((each for each in (clash.theirs, clash.mine) if isinstance(each, Mapping)), None)
        if plain is not None:
            return str(plain.get("title", ""))
        try:
            line = self._line_of(clash.key)
        except StorageError:
            line = None
        return "" if line is None else " · ".join(filter(None, (line.title, line.company)))

    def _value(self, clash: Clash, value: Any) -> str:
        """One of the values as the register shows it; a dash where there is none."""
        say = self._wording
        if not clash.field:
            return say("deleted") if value is None else say("changed, and still in the register")
        if value is None or value == "":
            return "–"
        if clash.field in _AMOUNTS:
            return money_in_words(int(value), say)
        if clash.field in _DAYS:
            return say.date(date.fromisoformat(str(value)))
        if clash.field == "aid_scheme":
            return rule_name(self._library, str(value), say)
        return self._named.get(clash.field, {}).get(str(value), str(value))

    @property
    def _named(self) -> Mapping[str, Mapping[str, str]]:
        say = self._wording
        return {
            "category": categories_in_words(self._library, say),
            "kind": kinds_in_words(say),
            "technology": technologies_in_words(self._library, say),
            "state": states_in_words(say),
        }

    @property
    def _fields(self) -> Mapping[str, str]:
        say = self._wording
        return {
            "title": say("What"),
            "price_cents": say("Price in euros"),
            "aid_cents": say("Of which public money"),
            "provider": say("Who gives it"),
            "officer": say("Officer"),
            "note": say("Note"),
            "attendees": say("People taking part"),
            "category": say("Category"),
            "kind": say("Counts as"),
            "technology": say("Technology"),
            "aid_scheme": say("Rule of the public money"),
            "state": say("State"),
            "started_on": say("Begins on"),
            "ended_on": say("Ended on"),
            "company_id": say("Company"),
            "project_id": say("Project"),
        }
