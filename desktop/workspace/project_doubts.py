"""What speaks against a project, as its proposal tells it: weak spots of the group, and of the money."""

from collections.abc import Iterator

from desktop.guidance import is_stale
from desktop.guidance.freshness import Availability
from desktop.projects import About, GroupFacts, Way
from desktop.report.terms import month_in_words
from desktop.text import Wording
from desktop.workspace.projects import Found


def doubts(found: Found, about: About, members: tuple[int, ...], wording: Wording) -> Iterator[str]:
    """Sentences, the gravest first."""
    facts, way = found.facts(about, members), found.way(about)
    if facts is not None:
        yield from _size(about, facts, wording)
    if way is None:
        yield wording("It is no longer offered: look for another way.")
    else:
        yield from _way(way, found, wording)
    if facts is not None:
        yield from _group(about, facts, wording)


def _size(about: About, facts: GroupFacts, wording: Wording) -> Iterator[str]:
    if facts.count < about.least:
        yield wording("Too few: at least {least} companies are needed.", least=about.least)
    elif facts.count > about.most:
        yield wording("Too many: {most} companies at most.", most=about.most)
    elif facts.count == about.least:
        yield wording("Just enough: if one company does not take part, it is too few.")


def _way(way: Way, found: Found, wording: Wording) -> Iterator[str]:
    states: dict[Availability, str] = {
        "upcoming": wording("It does not take applications yet."),
        "recurring": wording("It comes back every year: check when it opens next."),
        "unknown": wording("Nobody knows whether it takes applications at the moment: ask first."),
        "was-open": wording("It was open when it was last checked, more than a year ago: ask first."),
        "closed-recurs": wording("It is closed; it usually comes back: check when."),
    }
    if way.availability is not None and (told := states.get(way.availability)):
        yield told
    if way.through == "training-fund":
        yield wording("Only companies that are members of this training fund can ask for it.")
    if way.kind != "voucher" and way.price_cents is None:
        yield wording("Its price is not known.")
    if not way.tells_its_money:
        yield wording("How much it pays is not known.")
    if way.as_of and is_stale(way.as_of, found.day):
        yield wording(
            "What is known of it is of {month}: check it.", month=month_in_words(way.as_of, wording)
        )


def _group(about: About, facts: GroupFacts, wording: Wording) -> Iterator[str]:
    provinces = sum(1 for name in facts.by_province if name)
    if not about.province and provinces > 1:
        yield wording(
            "They are spread over {count} provinces: agree on a place, or meet online.", count=provinces
        )
    if facts.highest > facts.lowest:
        yield wording(
            "They start from different levels, {lowest} to {highest}.",
            lowest=facts.lowest,
            highest=facts.highest,
        )
    if facts.by_size.get("micro") and (facts.by_size.get("medium") or facts.by_size.get("large")):
        yield wording("Very small companies sit beside large ones: look whether the same suits them.")
    if facts.old:
        yield wording.plural(
            "The answers of {count} company are older than a year.",
            "The answers of {count} companies are older than a year.",
            facts.old,
        )
    if facts.unknown:
        yield wording.plural(
            "Of {count} more company there nothing is known about it: it may lack it too.",
            "Of {count} more companies there nothing is known about it: they may lack it too.",
            facts.unknown,
        )
