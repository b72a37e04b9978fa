"""Rows of one course made into an entry of the catalogue, or the reason why they cannot be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from anyascii import anyascii

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES, CourseEntry, Role
from desktop.exchange.course_import.durations import StudyTime
from desktop.exchange.course_import.merging import address_key
from desktop.exchange.course_import.offers import Offer
from desktop.exchange.course_import.provider_words import Format
from desktop.exchange.course_import.topics import Topics
from desktop.exchange.xlsform.naming import Taken, slug
from desktop.text import Sentence, say

_LONGEST_PROVIDER = 20
_PREFERRED = ("it", "en")
Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Made:
    """A course with the rows it comes from, its summaries by language, and what was not told plainly."""

    course: CourseEntry
    rows: tuple[Offer, ...]
    summaries: Mapping[str, str]
    is_by_summary: bool
    is_audience_told: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """What all courses of an import share: the catalogue they come to, the list's name, and this month."""

    catalogue: Catalogue
    topics: Topics
    name: str
    month: str
    shared: frozenset[str]


def make_course(offers: Sequence[Offer], origin: Origin, taken: Taken) -> Made | Sentence:
    """The course of the rows, or why there is none."""
    rows = sorted(offers, key=_preference)
    level = _first(row.level for row in rows)
    form: Format | None = _first(row.format for row in rows)
    first = rows[0]
    provider = _first(row.provider or None for row in rows)
    competences, is_by_summary = _competences(rows, origin.topics)
    if level is None or form is None or provider is None or not first.title or not competences:
        return _missing(first, provider, level, form)
    roles = tuple(role for role in ROLES if any(role in row.roles for row in rows))
    time = _first(row.time for row in rows)
    month = _first(row.month for row in rows)
    cost = _first(row.cost_eur for row in rows)
    kinds = [row.certificate for row in rows if row.certificate != "unknown"]
    url = _first(row.url for row in rows)
    course = CourseEntry(
        id=taken.give(_identity(provider, first.title), "-"),
        title=first.title,
        provider=provider,
        platform=_first(row.platform or None for row in rows),
        url=url,
        url_kind="topic_page" if url in origin.shared else "course",
        languages=tuple(dict.fromkeys(code for row in rows for code in row.languages)),
        level=level,
        hours=time.hours if time else None,
        hours_basis=_basis(time),
        cost_eur=cost,
        cost_note=None if cost else _first(row.cost_note for row in rows),
        format=form,
        certificate=kinds[0] if kinds else "unknown",
        roles=roles or _roles_of(competences, origin.catalogue),
        teaches=dict.fromkeys(competences, (level - 1, level)),
        source=f"{origin.name}, row {', '.join(str(row.row) for row in sorted(offers, key=_row)[:30])}",
        source_type="list",
        as_of=month or origin.month,
        as_of_basis="source" if month else "consulted",
        status="check" if is_by_summary else "listed",
    )
    summaries = {
        code: row.summaries[code] for code in _PREFERRED for row in rows[::-1] if code in row.summaries
    }
    return Made(course, tuple(offers), summaries, is_by_summary, bool(roles))


def _basis(time: StudyTime | None) -> Literal["list", "estimated", "unknown"]:
    if time is None:
        return "unknown"
    return "estimated" if time.is_estimated else "list"


def already_there(offers: Iterable[Offer], known: Mapping[str, str]) -> str | None:
    """The id of the shipped course with one of the rows' addresses."""
    found = (
        known.get(address_key(row.url)) or known.get(address_key(row.url, row.languages))
        for row in offers
        if row.url
    )
    return next((name for name in found if name), None)


def known_addresses(catalogue: Catalogue) -> dict[str, str]:
    """The ids of the shipped courses by their own addresses."""
    courses = [each for each in catalogue.courses.values() if each.url and each.url_kind == "course"]
    exact = {address_key(each.url or ""): each.id for each in courses}
    return {address_key(each.url or "", each.languages): each.id for each in courses} | exact


def _missing(first: Offer, provider: str | None, level: int | None, form: str | None) -> Sentence:
    if not first.title:
        return say("no title")
    if provider is None:
        return say("no provider; name it with --columns under `always`")
    if level is None:
        return say("no known level; name it, or what the provider's word means, with --columns")
    if form is None:
        return say("no known format (self-paced, blended or live); name it with --columns")
    return say("no competence of the catalogue was recognised in title, topics and summary")


def _competences(rows: Sequence[Offer], topics: Topics) -> tuple[tuple[str, ...], bool]:
    """What the course teaches, and whether only its summary tells."""
    titles = (text for row in rows for text in (*row.titles.values(), *row.topics))
    spoken = tuple(code for row in rows for code in row.languages)
    found = topics.find(dict.fromkeys(titles), spoken)
    if found:
        return found, False
    found = topics.find(dict.fromkeys(text for row in rows for text in row.summaries.values()), spoken)
    return found, bool(found)


def _roles_of(competences: Iterable[str], catalogue: Catalogue) -> tuple[Role, ...]:
    """Those to whom one of the competences matters."""
    matters = [catalogue.competences[name].roles for name in competences]
    return tuple(role for role in ROLES if any(each.get(role, 0) > 0 for each in matters))


def _identity(provider: str, title: str) -> str:
    first = slug(anyascii(provider), "by")[:_LONGEST_PROVIDER].strip("-") or "course"
    name = slug(anyascii(title), first)
    return name if name.startswith(first) else slug(f"{first} {name}", "course")


def _preference(offer: Offer) -> tuple[int, int]:
    """Italian first, then English, then the order of the list; without a title last."""
    places = [_PREFERRED.index(code) for code in offer.languages if code in _PREFERRED]
    return min(places, default=len(_PREFERRED)) if offer.title else len(_PREFERRED) + 1, offer.row


def _first(facts: Iterable[Fact | None]) -> Fact | None:
    return next((fact for fact in facts if fact is not None), None)


def _row(offer: Offer) -> int:
    return offer.row
