"""The application's own words, numbers and dates in the reader's language, without Qt."""

import datetime as dt
import gettext
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from desktop.paths import resources_folder

LANGUAGES: Mapping[str, str] = {"it": "Italiano", "en": "English"}
_DOMAIN = "sestante"
_LOCALES = {"it": "it_IT", "en": "en_GB"}


class Wording:
    """What the application says in one language. English is written in the code, others are in resources/."""

    def __init__(self, language: str) -> None:
        self.language = language
        folder = str(resources_folder() / "translations")
        self._catalogue = gettext.translation(_DOMAIN, folder, [language], fallback=True)
        self._locale = _LOCALES.get(language, language)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language with `{name}` replaced by the values."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of a message for a count, which stands in it as `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)

    def number(self, value: Fraction | int, digits: int = 0) -> str:
        """A number rounded half to even, with this language's marks; at most `digits` decimals are shown."""
        from babel.numbers import format_decimal

        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        rounded = round(Fraction(value), digits)
        return str(format_decimal(float(rounded), pattern, locale=self._locale))

    def euro(self, value: int) -> str:
        """An amount of whole euros."""
        return f"{self.number(value)} €"

    def date(self, value: dt.date) -> str:
        """A date in words, such as 11 January 2027."""
        from babel.dates import format_date

        return str(format_date(value, "d MMMM y", locale=self._locale))

    def short_date(self, value: dt.date) -> str:
        """A day and month, such as 11 Jan."""
        from babel.dates import format_date

        return str(format_date(value, "d MMM", locale=self._locale))


@cache
def wording(language: str) -> Wording:
    """The wording of a language, read once."""
    return Wording(language)
