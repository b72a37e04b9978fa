"""A row of a provider's list as what it says of a course; what it does not say stays open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.catalogues.course_columns import ColumnsFile
from desktop.exchange.course_import.amounts import euros_of
from desktop.exchange.course_import.durations import StudyTime, study_time
from desktop.exchange.course_import.headings import Columns
from desktop.exchange.course_import.language_names import languages_of
from desktop.exchange.course_import.provider_words import (
    Certificate,
    Format,
    certificate_of,
    format_of,
    level_of,
    month_of,
    roles_of,
    url_of,
)
from desktop.exchange.course_import.sites import Site, site_of
from desktop.exchange.course_import.words import plain, without_markup

LONGEST_NAME = 200
LONGEST_SUMMARY = 1_000
_SHORT = 15  # letters: a price of nothing in more words says of something else that it costs
_WRITTEN = ("it", "en")  # the languages of the catalogue's summaries


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One row. `titles` and `summaries` are by language, "" where that is not told.

    `unclear` are the facts that are told in words nobody here knows, `by_site` those that only the address
    tells.
    """

    row: int
    cells: tuple[str, ...]
    identity: str
    titles: Mapping[str, str]
    provider: str
    platform: str
    url: str | None
    languages: tuple[str, ...]
    time: StudyTime | None
    cost_eur: Fraction | None
    cost_note: str | None
    level: int | None
    format: Format | None
    certificate: Certificate
    roles: tuple[Role, ...]
    topics: tuple[str, ...]
    summaries: Mapping[str, str]
    month: str | None
    unclear: Mapping[str, str]
    by_site: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title in Italian, else English, else as it stands."""
        return self.titles.get("it") or self.titles.get("en") or self.titles.get("", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells with what is known of their columns."""

    cells: tuple[str, ...]
    columns: Columns
    said: ColumnsFile

    def many(self, field: str) -> list[str]:
        """All a row says of a field, in words that are known as far as the author told."""
        values = self.columns.values(self.cells, field)
        words = {plain(word): meant for word, meant in self.said.values.get(field, {}).items()}  # type: ignore[call-overload]
        texts = values if field == "url" else [without_markup(value) for value in values]
        return [words.get(plain(text), text) for text in texts]

    def one(self, field: str, longest: int = LONGEST_NAME) -> str:
        """The first word of a field, else what always holds."""
        found = self.many(field) or [self.said.always.get(field, "")]  # type: ignore[call-overload]
        return shortened(found[0], longest)


def shortened(text: str, longest: int) -> str:
    """The text, cut where it is too long, with three dots that tell so."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def offer_of(number: int, cells: Sequence[str], columns: Columns, said: ColumnsFile) -> Offer:
    """What row `number` says."""
    row = Row(tuple(cells), columns, said)
    unclear: dict[str, str] = {}
    languages, unknown = languages_of(row.one("language"))
    if unknown:
        unclear["language"] = ", ".join(unknown)
    cost, note = _cost(row, unclear)
    level, form = level_of(row.one("level")), format_of(row.one("format"))
    address = row.one("url", 2 * LONGEST_SUMMARY)
    url = url_of(address)
    found = {"level": level, "format": form, "url": url, "date": month_of(row.one("date"))}
    provider, platform = row.one("provider"), row.one("platform")
    site = site_of(url)
    if site.is_free and not row.one("price") and not row.one("price_eur"):
        cost = Fraction(0)
    unclear |= {name: row.one(name) for name, value in found.items() if value is None and row.one(name)}
    return Offer(
        row=number,
        cells=row.cells,
        identity=row.one("id"),
        titles=_texts(partial(row.one, longest=LONGEST_NAME), "title", ""),
        provider=provider or site.provider,
        platform=platform or site.platform,
        url=url,
        languages=languages,
        time=_time(row, unclear),
        cost_eur=cost,
        cost_note=note,
        level=level,
        format=form or (None if row.one("format") else site.format),
        certificate=certificate_of(row.one("certificate")),
        roles=roles_of(row.many("audience") or [row.one("audience")]),
        topics=tuple(row.many("topics")),
        summaries=_texts(
            partial(row.one, longest=LONGEST_SUMMARY), "summary", _language_of_summary(said, languages)
        ),
        month=found["date"] if isinstance(found["date"], str) else None,
        unclear=unclear,
        by_site=_by_site(row, site),
    )


def _by_site(row: Row, site: Site) -> tuple[str, ...]:
    told = {"provider": site.provider, "format": site.format, "price": site.is_free}
    return tuple(field for field, value in told.items() if value and not row.one(field))


def _texts(one: "partial[str]", field: str, language: str) -> dict[str, str]:
    found = {code: one(f"{field}_{code}") for code in _WRITTEN}
    found[language] = found.get(language) or one(field)
    return {code: text for code, text in found.items() if text}


def _language_of_summary(said: ColumnsFile, languages: Sequence[str]) -> str:
    """That of a row in one language; a row in several does not tell."""
    stated = said.always.get("summary_language", "")
    codes = languages_of(stated)[0] if stated else languages
    return codes[0] if len(codes) == 1 else ""


def _time(row: Row, unclear: dict[str, str]) -> StudyTime | None:
    for field in ("hours", "minutes", "duration", "length"):
        text = row.one(field)
        if field in ("duration", "length") and (effort := row.one("effort")):
            text = f"{text}; {effort}" if text else effort
        time = study_time(text, field if field in ("hours", "minutes") else "")
        if time is not None:
            unclear.pop("duration", None)
            return time
        if text:
            unclear["duration"] = text
    return None


def _cost(row: Row, unclear: dict[str, str]) -> tuple[Fraction | None, str | None]:
    field = "price_eur" if row.one("price_eur") else "price"
    text = row.one(field)
    currency = plain(row.one("currency"))
    is_euro = field == "price_eur" or currency in ("eur", "euro", "€")
    is_foreign = bool(currency) and currency not in ("eur", "euro", "€")
    cost = euros_of(text, is_in_euro=is_euro)
    if cost is not None and (cost == 0 or not is_foreign):
        return cost, None if len(text) <= _SHORT or cost else shortened(text, 100)
    if not text:
        return None, None
    note = shortened(f"{text} {row.one('currency')}" if is_foreign else text, 100)
    unclear["price"] = note
    return None, re.sub(r"\s+", " ", note).strip()
