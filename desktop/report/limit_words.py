"""Each limit of a plan in words, from the plain value it is stored as."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.content.library import Library
from desktop.report.pace_words import pace_in_words
from desktop.report.terms import form_in_words, language_name
from desktop.text import Wording


def limit_in_words(name: str, value: Any, library: Library, wording: Wording) -> str:
    """The value of the limit `name`; as it is stored where this version cannot read it."""
    if value is None:
        return "–"
    try:
        return LimitWords(library, wording).value(name, value)
    except (KeyError, ValueError, TypeError, AttributeError):
        return str(value)


def changed_limit(name: str, value: Any, library: Library, wording: Wording) -> str:
    """As `limit_in_words`; of all decisions about courses together only that they are others."""
    return wording("other values") if name == "decisions" else limit_in_words(name, value, library, wording)


class LimitWords:
    """Words for limits in one language; errors of any kind where a value has another shape."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self._library = library
        self._wording = wording

    def value(self, name: str, value: Any) -> str:
        """The value of a limit, or of a decision about a course."""
        say = self._wording
        tell: Mapping[str, Callable[[Any], str]] = {
            "hours_per_week": self._hours,
            "weeks": self._weeks,
            "start": self._day,
            "budget_eur": say.euro,
            "languages": self._languages,
            "people": self._people,
            "holidays": self._holidays,
            "formats": self._formats,
            "favoured_areas": self._areas,
            "pace": lambda pace: pace_in_words(pace, say),
            "decisions": self._decision,
        }
        return tell[name](value) or "–"

    def _hours(self, hours: Mapping[str, Any]) -> str:
        return ", ".join(f"{self._role(role)}: {self._a_week(each)}" for role, each in hours.items())

    def _a_week(self, hours: Any) -> str:
        say = self._wording
        number = say.number(Fraction(str(hours)), 1)
        return say("{hours} h a week", hours=number)

    def _weeks(self, count: int) -> str:
        return self._wording.plural("{count} week", "{count} weeks", count)

    def _day(self, day: str) -> str:
        return self._wording.date(date.fromisoformat(day))

    def _languages(self, codes: list[str]) -> str:
        return ", ".join(language_name(code, self._wording) for code in codes)

    def _people(self, people: Mapping[str, int]) -> str:
        return ", ".join(f"{self._role(role)}: {count}" for role, count in people.items())

    def _holidays(self, holidays: list[Mapping[str, str]]) -> str:
        days = [(self._day(each["first"]), self._day(each["last"])) for each in holidays]
        return ", ".join(first if first == last else f"{first} – {last}" for first, last in days)

    def _formats(self, forms: list[Any]) -> str:
        return ", ".join(form_in_words(form, self._wording) for form in forms)

    def _areas(self, areas: list[str]) -> str:
        names = self._library.catalogue.competence_text(self._wording.language).areas
        return ", ".join(names.get(area, area) for area in areas)

    def _decision(self, decision: Mapping[str, Any]) -> str:
        say, week = self._wording, decision.get("week")
        states = {
            "wanted": say("Wanted"),
            "excluded": say("Left out"),
            "under-way": say("Under way"),
            "done": say("Done"),
        }
        told = states[decision["state"]]
        return told if week is None else say("{state}, from week {week}", state=told, week=week + 1)

    def _role(self, role: Any) -> str:
        roles = self._library.catalogue.competence_text(self._wording.language).roles
        return roles.get(role) or str(role)
