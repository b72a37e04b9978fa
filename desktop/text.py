"""The application's own words, numbers and dates in the reader's language, without Qt."""

import datetime as dt
import gettext
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, TypeGuard

from desktop.paths import resources_folder
from desktop.scripts import apart

LANGUAGES: Mapping[str, str] = {"it": "Italiano", "en": "English"}
_DOMAIN = "sestante"
_LOCALES = {"it": "it_IT", "en": "en_GB"}
_ALIKE_BELOW = 1_000  # whole numbers below are written alike in all languages, which spares Babel's import
_ITALIAN_MONTHS = "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic"
_BEFORE_A_VOWEL = re.compile(rf"\b(il|dal|al|del|nel|sul) (?=(?:8|11) (?:{_ITALIAN_MONTHS}))", re.IGNORECASE)
_MARKED_FROM = 10_000  # smaller whole numbers, such as years, are written without marks between thousands


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message with its values, put into the reader's language only where it is shown.

    As `str` it is the English of the code, which commands and logs use. A value may be a sentence again.
    Numbers are written as the language does: whole ones with marks between thousands, floats with at most one
    decimal.
    """

    message: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        if not self.values:
            return self.message
        return self.message.format(**{name: _in_english(value) for name, value in self.values.items()})

    def __hash__(self) -> int:
        return hash(str(self))


def _in_english(value: object) -> object:
    if isinstance(value, float):
        return f"{round(value, 1):,g}"
    return f"{value:,}" if _is_large(value) else value


def _is_large(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and abs(value) >= _MARKED_FROM


def say(message: str, /, **values: object) -> Sentence:
    """A sentence to be worded later; `wording(...)` words one at once."""
    return Sentence(message, values)


def as_written(text: str) -> Sentence:
    """A text that is shown in every language as it stands."""
    return Sentence("{text}", {"text": text})


def quoted(text: object) -> Sentence:
    """What the system or a library said, in quotation marks because the words are not ours."""
    return say("“{text}”", text=text)


def joined(parts: Iterable[object], mark: str) -> Sentence:
    """Several sentences or texts as one, with a mark or a line break between them."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Sentence(mark.join(f"{{{name}}}" for name in values), values)


def indented(sentence: Sentence) -> Sentence:
    """A sentence that stands below another one."""
    return Sentence("  {sentence}", {"sentence": sentence})


class Wording:
    """What the application says in one language. English is written in the code, others are in resources/."""

    def __init__(self, language: str) -> None:
        self.language = language
        folder = str(resources_folder() / "translations")
        self._catalogue = gettext.translation(_DOMAIN, folder, [language], fallback=True)
        self.locale = _LOCALES.get(language, language)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language with `{name}` replaced by the values."""
        text = self._catalogue.gettext(message)
        if not values:
            return text
        return self._elided(text.format(**{name: self._worded(value) for name, value in values.items()}))

    def tell(self, sentence: Sentence) -> str:
        """A sentence in this language."""
        return self(sentence.message, **sentence.values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of a message for a count, which stands in it as `{count}`."""
        told = {name: self._worded(value) for name, value in {"count": count, **values}.items()}
        return self._elided(self._catalogue.ngettext(one, many, count).format(**told))

    def number(self, value: Fraction | int, digits: int = 0) -> str:
        """A number rounded half to even, with this language's marks; at most `digits` decimals are shown."""
        rounded = round(Fraction(value), digits)
        if rounded.denominator == 1 and abs(rounded) < _ALIKE_BELOW:
            return str(rounded)
        from babel.numbers import format_decimal

        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        return str(format_decimal(float(rounded), _parsed(pattern), locale=self.locale))

    def decimal(self, value: Fraction, digits: int = 1) -> str:
        """A number rounded half to even with exactly so many decimals, for figures below each other."""
        from babel.numbers import format_decimal

        pattern = _parsed("#,##0." + "0" * digits)
        return str(format_decimal(float(round(value, digits)), pattern, locale=self.locale))

    def euro(self, value: int) -> str:
        """An amount of whole euros, with the sign where this language has it."""
        from babel import Locale
        from babel.numbers import format_currency

        pattern = Locale.parse(self.locale).currency_formats["standard"].pattern.replace(".00", "")
        return str(format_currency(value, "EUR", pattern, locale=self.locale, currency_digits=False))

    def date(self, value: dt.date) -> str:
        """A date in words, such as 11 January 2027; in Italian the first of a month is 1º."""
        from babel.dates import format_date

        day = "d'º'" if self.language == "it" and value.day == 1 else "d"
        return str(format_date(value, f"{day} MMMM y", locale=self.locale))

    def short_date(self, value: dt.date) -> str:
        """A day and month, such as 11 Jan."""
        from babel.dates import format_date

        return str(format_date(value, "d MMM", locale=self.locale))

    def day(self, value: dt.date) -> str:
        """A date in few letters, such as 11 Jan 2027; for tables."""
        from babel.dates import format_date

        return str(format_date(value, "d MMM y", locale=self.locale))

    def _elided(self, text: str) -> str:
        """The text with Italian articles as they stand before otto and undici: l'8 maggio, dall'11 maggio."""
        return _BEFORE_A_VOWEL.sub(_short_article, text) if self.language == "it" else text

    def _worded(self, value: object) -> object:
        if isinstance(value, Sentence):
            return self.tell(value)
        if isinstance(value, str):
            return apart(value)
        if isinstance(value, float):
            return self.number(Fraction(value), 1)
        if isinstance(value, dt.date):
            return self.date(value)
        return self.number(value) if _is_large(value) else value


def own_name(language: str) -> str:
    """A language's name as those who speak it write it; its code where that is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        name = str(Locale.parse(language, sep="-").get_display_name() or language)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]


@cache
def wording(language: str) -> Wording:
    """The wording of a language, read once."""
    return Wording(language)


def _short_article(found: re.Match[str]) -> str:
    article = {"il": "l'", "Il": "L'"}
    return article.get(found[1], f"{found[1]}l'")


@cache
def _parsed(pattern: str) -> Any:
    """A pattern of numbers as babel reads it, which takes longer than to write a number."""
    from babel.numbers import parse_pattern

    return parse_pattern(pattern)
