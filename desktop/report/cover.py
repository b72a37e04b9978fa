"""The first page: whose plan it is, where the company stands, where to bring it."""

from collections.abc import Mapping
from fractions import Fraction

from reportlab.platypus import Flowable, HRFlowable, Spacer

from desktop.content.brand import Brand
from desktop.content.catalogues.catalogue_file import HubEntry
from desktop.dossier import AssessmentResult, Dossier
from desktop.planning.plan import Plan
from desktop.report import style, terms
from desktop.report.brand_look import brand_contacts, brand_head
from desktop.report.charts import ring
from desktop.report.flowables import (
    Figure,
    Heading,
    Markup,
    Text,
    grid,
    height_of,
    joined,
    link,
    listed,
    on_one_page,
    strong,
)
from desktop.report.palette import LIGHT
from desktop.report.prices import prices_to_confirm
from desktop.report.scope_words import (
    company_name,
    document_title,
    firm_in_words,
    is_nameless,
    scope_in_a_line,
)
from desktop.text import Wording

_RING = 118
_ROOM_FOR_WORDS = 100  # points beside a ring; with less the words stand below it
_HUBS_SHOWN = 3
_RINGS_IN_A_ROW, _RINGS_SHOWN = 3, 4
_HIGHEST, _LEAST_ROOM = style.HEIGHT - 14, 24.0
_WHITE = 30  # points; smaller spaces stay as they are
_MOST_OF_IT = 0.75


def cover(dossier: Dossier, wording: Wording, brand: Brand | None = None) -> list[Flowable]:
    """The page's content; scores alone are told without a name, a plan and a door."""
    whose: list[Flowable] = [
        brand_head(brand) if brand else Text("SESTANTE", style.COVER_MARK),
        Spacer(1, 8),
        HRFlowable(width="100%", thickness=2.5, color=style.ACCENT, spaceBefore=0, spaceAfter=0),
        Spacer(1, 88),
        Text(document_title(dossier, wording), style.COVER_TITLE),
        Spacer(1, 4),
        Heading.of(company_name(dossier, wording), style.COVER_NAME, "cover"),
        Spacer(1, 10),
        Text(joined(firm_in_words(dossier, wording), " · "), style.LEAD),
        Text(wording("Made on {date}", date=wording.date(dossier.made_on)), style.LEAD),
        Text(scope_in_a_line(dossier.scope, wording), style.LEAD),
        Spacer(1, 56),
        rings(dossier, wording),
    ]
    if not is_nameless(dossier):
        whose += [Spacer(1, 36), _in_short(dossier, wording)]
    where: list[Flowable] = []
    if brand or not is_nameless(dossier):
        rule = HRFlowable(width="100%", thickness=0.6, color=style.LINE, spaceBefore=0, spaceAfter=12)
        where = [rule, *whereto(dossier, wording, brand)]
    return [on_one_page([*whose, Spacer(1, _room_between(whose, where)), *where])]


def _room_between(whose: list[Flowable], where: list[Flowable]) -> float:
    """What is left of the page; where that is little, the white in what stands above gives way."""
    room = float(_HIGHEST - height_of(whose) - height_of(where))
    for space in whose if room < _LEAST_ROOM else ():
        if isinstance(space, Spacer) and space.height > _WHITE:
            less = min(space.height * _MOST_OF_IT, _LEAST_ROOM - room)
            space.height -= less
            room += less
            if room >= _LEAST_ROOM:
                break
    return max(room, _LEAST_ROOM)


def whereto(dossier: Dossier, wording: Wording, brand: Brand | None) -> list[Flowable]:
    """Where to bring the plan: to the hub whose brand it wears, else to the door chosen."""
    if brand is None:
        return [*_goal(dossier, wording), *door(dossier, wording)]
    told: list[Flowable] = [
        Text(wording("Bring this plan to"), style.LABEL),
        *brand_contacts(brand, wording),
    ]
    hub = dossier.library.network.hubs.get(dossier.company.hub or "")
    if hub is not None and hub.name.casefold() != brand.name.casefold():
        chosen = joined((strong(wording("Hub chosen:")), hub.name, _website(hub.website)))
        told += [Spacer(1, 4), Text(chosen, style.SMALL)]
    return told


def door(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The hub chosen, with its place and website; else a few to choose from."""
    network = dossier.library.network
    hub = network.hubs.get(dossier.company.hub or "")
    if hub is not None:
        place = joined((hub.city or "", _website(hub.website)), " · ")
        return [
            Text(hub.name, style.BLOCK),
            *([Text(place, style.BODY)] if place else []),
            Text(_services(hub, dossier, wording), style.SMALL_MUTED),
        ]
    near = _near(dossier, wording)
    ask = (
        wording("Places that suit you; ask at one of them:")
        if near
        else wording("Your chamber of commerce or trade association can name one.")
    )
    return [
        Text(wording("No hub chosen yet"), style.BLOCK),
        Text(ask, style.BODY),
        *listed(Text(_hub_in_a_line(hub, dossier, wording), style.SMALL) for hub in near),
    ]


def _near(dossier: Dossier, wording: Wording) -> list[HubEntry]:
    """The doors that the plan names further on; without needs the nearest hubs."""
    if doors := dossier.guidance.doors:
        return [door.hub for door in doors[:_HUBS_SHOWN]]
    network, kinds = dossier.library.network, [*_kinds(dossier, wording)]
    near = network.hubs_in(dossier.company.region) if dossier.company.region else ()
    return sorted(near, key=lambda hub: (not hub.regions, kinds.index(hub.kind)))[:_HUBS_SHOWN]


def _kinds(dossier: Dossier, wording: Wording) -> Mapping[str, str]:
    """The names of the kinds of hubs, those who help most first."""
    texts = dossier.library.network.hub_texts
    return (texts.get(wording.language) or texts["it"]).kinds


def _hub_in_a_line(hub: HubEntry, dossier: Dossier, wording: Wording) -> Markup:
    kind = _kinds(dossier, wording)[hub.kind]
    return joined((strong(hub.name), kind, hub.city or "", _website(hub.website)), " · ")


def _goal(dossier: Dossier, wording: Wording) -> list[Flowable]:
    is_known = (dossier.company.hub or "") in dossier.library.network.hubs
    return [Text(wording("Bring this plan to"), style.LABEL)] if is_known else []


def _services(hub: HubEntry, dossier: Dossier, wording: Wording) -> str:
    texts = dossier.library.network.hub_texts
    services = (texts.get(wording.language) or texts["it"]).services
    names = "; ".join(services[service] for service in hub.services)
    return f"{_kinds(dossier, wording)[hub.kind]} – {names}"


def _website(address: str | None) -> Markup:
    return link(address.removeprefix("https://").rstrip("/"), address) if address else Markup("")


def rings(dossier: Dossier, wording: Wording) -> Flowable:
    """The overall scores of the first questionnaires, each with its level in words."""
    shown = dossier.results[:_RINGS_SHOWN]
    if not shown:
        return Text(wording("No questionnaire has been answered yet."), style.BODY)
    in_a_row = len(shown) if len(shown) <= _RINGS_IN_A_ROW else _RINGS_SHOWN // 2
    width = style.WIDTH / in_a_row
    gutter = style.GUTTER if in_a_row > 1 else 0
    cells: list[list[Flowable] | str] = [_ring_cell(result, wording, width - gutter) for result in shown]
    cells += [""] * (-len(cells) % in_a_row)
    rows = [cells[start : start + in_a_row] for start in range(0, len(cells), in_a_row)]
    look = (("RIGHTPADDING", (0, 0), (-1, -1), gutter), ("BOTTOMPADDING", (0, 0), (-1, -1), 12))
    return grid(rows, [width] * in_a_row, *look)


def nothing_known(wording: Wording) -> list[Flowable]:
    """In place of a score that nobody can tell."""
    told = wording(
        "Too few of the questions could be answered to say where you stand. Ask who knows it in your firm, "
        "and answer them again."
    )
    return [Text(wording("You do not know yet"), style.BLOCK), Spacer(1, 3), Text(told, style.SMALL)]


def _ring_cell(result: AssessmentResult, wording: Wording, width: float) -> list[Flowable]:
    text = result.questionnaire.text(wording.language)
    overall = result.scorecard.overall
    if overall.headline is not None and not overall.coverage:
        return [Text(text.title, style.LABEL), *nothing_known(wording)]
    level = terms.level_name(overall.level, result.questionnaire, wording)
    meaning = (
        text.levels[overall.level.id].meaning if overall.level and overall.level.id in text.levels else ""
    )
    words: list[Flowable] = [
        Text(text.title, style.LABEL),
        Text(level, style.BLOCK),
        Spacer(1, 3),
        Text(meaning, style.SMALL),
    ]
    if overall.low != overall.high:
        words += [Spacer(1, 3), Text(terms.score_in_words(overall, wording), style.SMALL_MUTED)]
    alternative = f"{text.title}: {terms.score_in_words(overall, wording)}, {level}"
    figure = Figure(ring(overall, LIGHT, _RING if width > 300 else 92), alternative)  # noqa: PLR2004 - room for a large one
    if width - figure.width < _ROOM_FOR_WORDS:
        return [figure, Spacer(1, 6), *words]
    return [grid([[figure, words]], (figure.width + 14, width - figure.width - 14))]


def _in_short(dossier: Dossier, wording: Wording) -> Flowable:
    plan = dossier.plan
    count = len({planned.course.id for planned in plan.courses})
    hours = sum((planned.hours * planned.people for planned in plan.courses), Fraction(0))
    weeks, start = plan.number_of_weeks, wording.date(plan.start)
    figures = (
        (wording.number(count), wording.plural("course chosen", "courses chosen", count)),
        (wording.number(hours, 1), wording("hours of study, all people together")),
        (wording.euro(plan.cost_eur), _cost(plan, wording)),
        (wording.number(weeks), wording.plural("week from {date}", "weeks from {date}", weeks, date=start)),
    )
    cells = [[Text(value, style.FIGURE), Text(name, style.SMALL_MUTED)] for value, name in figures]
    return grid([cells], [style.WIDTH / 4] * 4)


def _cost(plan: Plan, wording: Wording) -> str:
    return ", ".join(filter(None, (wording("cost of the courses"), prices_to_confirm(plan, wording))))
