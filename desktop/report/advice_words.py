"""Quick wins and hub services in words: how long, how often, whom to ask for what."""

from collections.abc import Iterable

from desktop.content.catalogues.advice_file import ActionEntry, FactSource
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.dossier.services import services_for_gaps
from desktop.planning import OpenGap
from desktop.report.terms import month_in_words
from desktop.report.typography import lowered
from desktop.text import Wording

_MINUTES_OF_AN_HOUR = 60
_YEAR = 12


def effort_in_words(action: ActionEntry, role: str, wording: Wording) -> str:
    """Minutes, the name of the role unless empty, and how often, where it is not done once for all."""
    parts = [wording("{minutes} min", minutes=action.minutes), *([role] if role else [])]
    if action.repeats:
        parts.append(_how_often(action.repeats, wording))
    return "  ·  ".join(parts)


def _how_often(months: int, wording: Wording) -> str:
    if months == _YEAR:
        return wording("again every year")
    return wording.plural("again every month", "again every {count} months", months)


def total_in_words(actions: Iterable[ActionEntry], wording: Wording) -> str:
    """The minutes of some actions together, as hours where they are many."""
    minutes = sum(action.minutes for action in actions)
    if minutes < _MINUTES_OF_AN_HOUR:
        return wording("{minutes} min", minutes=minutes)
    hours, rest = divmod(minutes, _MINUTES_OF_AN_HOUR)
    if not rest:
        return wording("{hours} h", hours=hours)
    return wording("{hours} h {minutes} min", hours=hours, minutes=rest)


def source_in_words(source: FactSource, wording: Wording) -> str:
    """Where a fact of the text comes from, with the month it was read."""
    address = source.url.removeprefix("https://").removeprefix("www.").rstrip("/")
    return wording(
        "Source: {address}, as of {date}", address=address, date=month_in_words(source.as_of, wording)
    )


def request_in_words(gaps: Iterable[OpenGap], library: Library, company: Company, wording: Wording) -> str:
    """What to ask the hub for about open gaps; empty where no service helps."""
    services = services_for_gaps(gaps, library, company)
    advice = library.catalogue.advice
    titles = [lowered(advice.service_text(each.id, wording.language).title) for each in services]
    return wording("Ask the hub for: {services}.", services="; ".join(titles)) if titles else ""
