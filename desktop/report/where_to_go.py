"""Where to go with the plan: which doors and what each is for, laboratories, funding with its deadlines."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from desktop.dossier import Dossier
from desktop.dossier.services import services_for_gaps
from desktop.guidance import Door, FundingMatch, Guidance, LabMatch
from desktop.report import style
from desktop.report.brevity import is_first_look, is_long
from desktop.report.columns import Columns, EvenColumns, RunOnColumns
from desktop.report.flowables import (
    Heading,
    Markup,
    Text,
    grid,
    height_of,
    joined,
    lined,
    link,
    listed,
    muted,
    strong,
)
from desktop.report.guidance_words import GuidanceWords
from desktop.report.sizes import LargestThatFits
from desktop.report.typography import lowered
from desktop.text import Wording

_LOOKS = (style.SMALL, style.TINY)
_ROOM = 180
_LEFT = 0.34
_OTHER_DOORS = 2
_IN_SHORT = 3
_LABS_IN_SHORT = 2
_OFFERS_IN_SHORT = 2
_SERVICES_IN_SHORT = 5


def where_to_go(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The section, nothing where the plan has no needs."""
    guidance = dossier.guidance
    if not dossier.plan.needs or guidance.is_empty:
        return []
    words = GuidanceWords(dossier.library, wording)
    opening: list[Flowable] = [
        Heading.of(wording("Where to go"), style.PAGE_TITLE, "where"),
        Text(_lead(guidance, wording), style.BODY),
    ]
    if is_first_look(dossier):
        columns = Columns([*_doors_in_short(guidance, words), *_funding_in_short(dossier, words)])
        return [CondPageBreak(height_of(opening) + columns.height_of_beginning()), *opening, columns]
    return [
        *_doors(opening, guidance, words, wording),
        *_labs(guidance, words, wording),
        *_funding(guidance, words, wording, dossier.made_on),
        *([] if is_long(dossier) else _other_kinds(guidance, words, wording)),
    ]


def _doors_in_short(guidance: Guidance, words: GuidanceWords) -> Iterator[list[Flowable]]:
    for door in guidance.doors[:_IN_SHORT]:
        name = joined(
            (strong(door.hub.name), words.kind_name(door.hub.kind), _website(door.hub.website)), " · "
        )
        why = joined((words.reason(door), words.door_cautions(door)))
        yield [Text(name, style.SMALL), Text(why, style.TINY), Spacer(1, 4)]


def _funding_in_short(dossier: Dossier, words: GuidanceWords) -> Iterator[list[Flowable]]:
    for match in dossier.guidance.funding[:_IN_SHORT]:
        name = strong(words.funding_name(match.entry.id))
        told = joined((words.in_a_line(match, dossier.made_on), words.funding_cautions(match)))
        yield [Text(name, style.SMALL), Text(told, style.TINY), Spacer(1, 4)]


def _lead(guidance: Guidance, wording: Wording) -> str:
    lead = wording(
        "Names and calls for applications change: every entry says how old it is. Telephone before you go."
    )
    if not guidance.lacks_region:
        return lead
    return " ".join(
        (lead, wording("Your region is not given, so only what serves the whole country is here."))
    )


def _table(rows: list[list[list[Flowable]]]) -> Flowable:
    widths = (style.WIDTH * _LEFT, style.WIDTH * (1 - _LEFT))
    return grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")


def _doors(
    opening: list[Flowable], guidance: Guidance, words: GuidanceWords, wording: Wording
) -> Iterator[Flowable]:
    """The doors, on the page where the section opens."""
    if not guidance.doors:
        yield from (CondPageBreak(_ROOM), *opening)
        return
    heading = Heading.of(wording("Where to ask"), style.SECTION, "doors", 1)
    columns = RunOnColumns([_door(door, words) for door in guidance.doors])
    opening = [*opening, heading]
    yield from (CondPageBreak(height_of(opening) + columns.height_of_beginning()), *opening, columns)


def _door(door: Door, words: GuidanceWords) -> list[Flowable]:
    hub = door.hub
    city = "" if hub.city is None or hub.city in hub.name else hub.city
    name = joined((strong(hub.name), city, _website(hub.website)), " · ")
    purpose = joined((f"{words.kind_name(hub.kind)}:", words.purpose_and_time(hub.kind)))
    return [
        Text(name, style.SMALL),
        Text(purpose, style.TINY_MUTED),
        Text(words.why_door(door), style.SMALL),
        Text(words.door_cautions(door), style.TINY_MUTED),
        Spacer(1, 6),
    ]


def _website(address: str | None) -> Markup:
    return link(address.split("//")[-1].removeprefix("www.").rstrip("/"), address) if address else Markup("")


def _labs(guidance: Guidance, words: GuidanceWords, wording: Wording) -> Iterator[Flowable]:
    heading = Heading.of(wording("Laboratories"), style.SECTION, "labs", 1)
    if not guidance.labs:
        yield KeepTogether([heading, Text(words.no_labs(guidance.no_labs), style.SMALL)])
        return
    yield KeepTogether([heading, _table([_lab(match, words) for match in guidance.labs])])


def _lab(match: LabMatch, words: GuidanceWords) -> list[list[Flowable]]:
    return [
        [
            Text(words.support.lab_name(match.lab, words.language), style.SMALL_STRONG),
            Text(match.lab.city or "", style.TINY_MUTED),
        ],
        [Text(words.why_lab(match), style.SMALL), Text(words.lab_cautions(match), style.TINY_MUTED)],
    ]


def _funding(guidance: Guidance, words: GuidanceWords, wording: Wording, day: date) -> Iterator[Flowable]:
    if not guidance.funding:
        return
    heading = Heading.of(wording("Who may pay a part"), style.SECTION, "funding", 1)
    columns = RunOnColumns([_offer(match, words, day) for match in guidance.funding])
    yield from (CondPageBreak(height_of([heading]) + columns.height_of_beginning()), heading, columns)
    if guidance.rules or guidance.ended:
        yield Spacer(1, 6)
    for rule in guidance.rules:
        if text := words.support.rule_text(rule, words.language):
            yield Text(joined((strong(f"{text.name}:"), text.about)), style.TINY)
    if guidance.ended:
        ended = joined((strong(wording("Ended, do not count on:")), f"{words.ended(guidance.ended)}."))
        yield Text(ended, style.TINY)


def _offer(match: FundingMatch, words: GuidanceWords, day: date) -> list[Flowable]:
    text = words.support.funding_text(match.entry.id, words.language)
    name = joined((strong(words.funding_name(match.entry.id)), muted(text.issuer if text else "")), " · ")
    return [
        Text(name, style.SMALL),
        Text(joined((strong(words.terms(match) + "."), words.state(match, day) + ".")), style.SMALL),
        Text(text.about if text else "", style.SMALL),
        Text(words.funding_cautions(match), style.TINY_MUTED),
        Spacer(1, 6),
    ]


def _other_kinds(guidance: Guidance, words: GuidanceWords, wording: Wording) -> Iterator[Flowable]:
    """What the doors are for that nothing above stands behind, so that nobody confuses them."""
    shown = {door.hub.kind for door in guidance.doors}
    others = [kind for kind in words.support.kinds if kind not in shown]
    if not others:
        return
    told = [joined((strong(words.kind_name(kind)), words.purpose_and_time(kind)), ": ") for kind in others]
    heading = Heading.of(wording("What the other places are for"), style.SECTION, "kinds", 1)
    sizes = [EvenColumns([[Text(line, look), Spacer(1, 3)] for line in told]) for look in _LOOKS]
    beginning = height_of([heading]) + sizes[-1].height_of_beginning()
    yield from (CondPageBreak(beginning), heading, LargestThatFits(sizes))


def other_doors(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """For the officer's page: the doors besides the one chosen, with their kind, in a line each."""
    words = GuidanceWords(dossier.library, wording)
    others = [door for door in dossier.guidance.doors if not door.is_chosen][:_OTHER_DOORS]
    has_choice = (dossier.company.hub or "") in dossier.library.network.hubs
    if not others or not dossier.plan.needs or not has_choice:
        return []
    return [
        Spacer(1, 5),
        Text(wording("Other places that suit you"), style.LABEL),
        *listed(_door_in_a_line(door, words) for door in others),
    ]


def _door_in_a_line(door: Door, words: GuidanceWords) -> Text:
    return Text(joined((strong(door.hub.name), words.kind_name(door.hub.kind)), " · "), style.TINY)


def _in_short(name: str, why: str) -> Text:
    return Text(joined((strong(f"{name}:"), lowered(why))), style.TINY)


def help_in_short(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """For the officer's page: laboratories, and the funding to ask about first with share and deadline."""
    guidance, words = dossier.guidance, GuidanceWords(dossier.library, wording)
    if not dossier.plan.needs:
        return []
    found: list[Flowable] = []
    labs = [words.support.lab_name(match.lab, words.language) for match in guidance.labs[:_LABS_IN_SHORT]]
    if labs:
        found += [*_label(wording("Laboratories")), Text(", ".join(labs), style.TINY)]
    offers = sorted(guidance.funding, key=_is_over)[:_OFFERS_IN_SHORT]
    if offers:
        found += _label(wording("Who may pay a part"))
    for match in offers:
        name = words.funding_name(match.entry.id)
        terms = (words.in_a_line(match, dossier.made_on), words.membership(match))
        found.append(_in_short(name, " ".join(filter(None, terms))))
    return found


def services_in_short(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """For the officer's page: the services asked for, the most urgent first."""
    services = services_for_gaps(dossier.plan.open_gaps, dossier.library, dossier.company)[
        :_SERVICES_IN_SHORT
    ]
    advice = dossier.library.catalogue.advice
    titles = [advice.service_text(service.id, wording.language).title for service in services]
    if not titles:
        return []
    lines = (f"{number}. {title}" for number, title in enumerate(titles, 1))
    return [*_label(wording("What we ask of the hub")), *listed(Text(line, style.TINY) for line in lines)]


def _is_over(match: FundingMatch) -> bool:
    """Whether it can be had in a later edition alone."""
    return match.availability == "closed-recurs"


def _label(text: str) -> list[Flowable]:
    return [Spacer(1, 5), Text(text, style.LABEL)]
