"""Rows that are one course in several languages, by their ids, addresses and titles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop.exchange.course_import.language_names import languages_of
from desktop.exchange.course_import.offers import Offer
from desktop.exchange.course_import.words import plain

_LANGUAGE_QUERIES = {"lang", "language", "locale", "hl", "lingua", "l"}
_ENDING = re.compile(r"^(.*\S)\s*(?:\(([^()]+)\)|\[([^\[\]]+)\]|\s[-–|:]\s*([^-–|:]+))$")
Key = tuple[str, str, str]


def merged(offers: Sequence[Offer]) -> tuple[list[list[Offer]], set[str]]:
    """The rows of each course, in their order, and the addresses that several courses share."""
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    for place, offer in enumerate(offers):
        for key in _keys(offer):
            groups[key].append(place)
    heads = list(range(len(offers)))
    shared: set[str] = set()
    for (_, kind, _key), places in groups.items():
        rows = [offers[place] for place in places]
        if kind != "title" and _are_different(rows):
            shared.update(row.url for row in rows if row.url and kind == "url")
            continue
        if kind == "title":
            places = _same_by_title(offers, places)  # noqa: PLW2901 - those left are the same course
        for place in places[1:]:
            heads[_head(heads, place)] = _head(heads, places[0])
    courses: defaultdict[int, list[Offer]] = defaultdict(list)
    for place, offer in enumerate(offers):
        courses[_head(heads, place)].append(offer)
    return list(courses.values()), shared


def address_key(url: str, languages: Iterable[str] = ()) -> str:
    """What is the same in an address however it is written; without the parts that name its `languages`."""
    parts = urlsplit(url)
    codes = set(languages)
    path = [step for step in parts.path.split("/") if step and not _names(step, codes)]
    host = parts.netloc.casefold().removeprefix("www.")
    first, _, rest = host.partition(".")
    host = rest if first in codes and "." in rest else host
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query)
        if not name.startswith("utm_") and not (name in _LANGUAGE_QUERIES and _names(value, codes))
    ]
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}/{'/'.join(path)}?{urlencode(sorted(query), errors='replace')}{fragment}"


def _names(step: str, codes: set[str]) -> bool:
    return re.split(r"[-_]", step.casefold())[0] in codes and len(step) <= len("xx-xxxx")


def _keys(offer: Offer) -> Iterator[Key]:
    provider = plain(offer.provider)
    if offer.identity:
        yield provider, "id", _bare_id(plain(offer.identity), offer.languages)
    if offer.url:
        yield provider, "url", address_key(offer.url, offer.languages)
    if offer.title:
        yield provider, "title", _bare_title(plain(offer.title))


def _bare_id(identity: str, languages: Sequence[str]) -> str:
    """The id without the language it ends or begins with."""
    for code in languages:
        found = re.sub(rf"[-_./ ]{code}(?:[-_][a-z]{{2}})?$|^{code}[-_./ ]", "", identity)
        if found != identity:
            return found
    return identity


def _bare_title(title: str) -> str:
    """The title without a language behind it."""
    match = _ENDING.match(title)
    if not match:
        return title
    codes, unknown = languages_of(match[2] or match[3] or match[4])
    return match[1].strip() if codes and not unknown else title


def _are_different(rows: Sequence[Offer]) -> bool:
    """Whether rows with one id or address are several courses: one language has several titles."""
    titles: dict[str, str] = {}
    return any(
        titles.setdefault(code, plain(row.title)) != plain(row.title)
        for row in rows
        for code in row.languages or ("",)
    )


def _same_by_title(offers: Sequence[Offer], places: list[int]) -> list[int]:
    """Rows of one title that are one course: each in other languages, or the same row twice."""
    rows = [offers[place] for place in places]
    if len({row.level for row in rows if row.level}) > 1:
        return []
    codes = [code for row in rows for code in row.languages or ("",)]
    if len(codes) == len(set(codes)):
        return places
    return [place for place in places if not offers[place].identity and not offers[place].url]


def _head(heads: list[int], place: int) -> int:
    while heads[place] != place:
        heads[place] = heads[heads[place]]
        place = heads[place]
    return place
