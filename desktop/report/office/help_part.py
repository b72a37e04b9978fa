"""Where to go with the plan: doors, laboratories, and who may pay a part."""

from collections.abc import Iterator
from datetime import date

from desktop.dossier import Dossier
from desktop.guidance import Door, FundingMatch, Guidance, LabMatch
from desktop.report.course_words import bare_address
from desktop.report.guidance_words import GuidanceWords
from desktop.report.office.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    Table,
    Words,
    bullets,
    cell,
    link,
    muted,
    strong,
    told,
)
from desktop.text import Wording

_WIDTHS = (0.34, 0.66)


def help_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """Funding first, then whom to call; nothing where the plan has no needs."""
    guidance = dossier.guidance
    if not dossier.plan.needs or guidance.is_empty:
        return
    words = GuidanceWords(dossier.library, wording)
    yield from _funding(guidance, words, wording, dossier.made_on)
    yield Heading(wording("Where to go"), 1)
    yield Line(
        (
            wording(
                "Names and calls for applications change: every entry says how old it is. "
                "Telephone before you go."
            ),
        )
    )
    if guidance.lacks_region:
        yield Line(
            (wording("Your region is not given, so only what serves the whole country is here."),),
        )
    if guidance.doors:
        title = wording("Where to ask")
        yield Heading(title, 2)
        rows = tuple(_door(door, words) for door in guidance.doors)
        yield Table((wording("Kind"), wording("Whom, and why")), rows, _WIDTHS, title)
    yield from _labs(guidance, words, wording)


def _door(door: Door, words: GuidanceWords) -> tuple[Cell, ...]:
    hub = door.hub
    city = "" if hub.city is None or hub.city in hub.name else f" · {hub.city}"
    who: list[Words] = [strong(hub.name), city]
    if hub.website:
        who += [" · ", link(bare_address(hub.website), hub.website)]
    return (
        cell(strong(words.kind_name(hub.kind)), muted(words.purpose_and_time(hub.kind))),
        cell(told(*who), words.why_door(door), muted(words.door_cautions(door))),
    )


def _labs(guidance: Guidance, words: GuidanceWords, wording: Wording) -> Iterator[Block]:
    title = wording("Laboratories")
    yield Heading(title, 2)
    if not guidance.labs:
        yield Line((words.no_labs(guidance.no_labs),))
        return
    rows = tuple(_lab(match, words) for match in guidance.labs)
    yield Table((wording("Laboratory"), wording("What it works on, and why")), rows, _WIDTHS, title)


def _lab(match: LabMatch, words: GuidanceWords) -> tuple[Cell, ...]:
    return (
        cell(strong(words.support.lab_name(match.lab, words.language)), muted(match.lab.city or "")),
        cell(words.why_lab(match), muted(words.lab_cautions(match))),
    )


def _funding(guidance: Guidance, words: GuidanceWords, wording: Wording, day: date) -> Iterator[Block]:
    if not guidance.funding:
        return
    title = wording("Who may pay a part")
    yield Heading(title, 1)
    rows = tuple(_offer(match, words, day) for match in guidance.funding)
    yield Table((wording("Help"), wording("What it pays, and until when")), rows, _WIDTHS, title)
    texts = (words.support.rule_text(rule, words.language) for rule in guidance.rules)
    yield from bullets((strong(f"{text.name}: "), text.about) for text in texts if text)
    if guidance.ended:
        ended = f" {words.ended(guidance.ended)}."
        yield Line((strong(wording("Ended, do not count on:")), ended), "Note")


def _offer(match: FundingMatch, words: GuidanceWords, day: date) -> tuple[Cell, ...]:
    text = words.support.funding_text(match.entry.id, words.language)
    return (
        cell(strong(words.funding_name(match.entry.id)), muted(text.issuer if text else "")),
        cell(
            told(strong(f"{words.terms(match)}."), f" {words.state(match, day)}."),
            text.about if text else "",
            muted(words.funding_cautions(match)),
        ),
    )
