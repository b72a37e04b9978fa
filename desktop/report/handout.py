"""The plan on two sides of a sheet, for events: where one stands, what to start on Monday, which door."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, NextPageTemplate, PageBreak, Spacer

from desktop.content.brand import Brand
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together
from desktop.planning.plan import PlannedCourse
from desktop.planning.quick_wins import QuickWin
from desktop.report import style, terms
from desktop.report.advice_words import effort_in_words
from desktop.report.brand_look import brand_head
from desktop.report.charts import bars
from desktop.report.course_words import bare_address
from desktop.report.cover import nothing_known, rings, whereto
from desktop.report.drawing_text import shortened
from desktop.report.flowables import (
    Figure,
    Heading,
    Text,
    grid,
    joined,
    lined,
    link,
    muted,
    on_one_page,
    strong,
)
from desktop.report.handout_back import back
from desktop.report.no_course_words import empty_plan_in_words
from desktop.report.options import PrintOptions
from desktop.report.palette import LIGHT
from desktop.report.prices import price_in_words
from desktop.report.qr import qr_drawing
from desktop.report.scope_words import (
    company_name,
    document_title,
    firm_in_words,
    is_nameless,
    scope_in_a_line,
)
from desktop.report.sizes import largest
from desktop.report.standing import named_scores
from desktop.report.step_words import state_of_win
from desktop.report.tick_box import SIDE, tick_box
from desktop.text import Wording

_FEW = 3
_LONG_NAME = 45  # letters; longer names stand in smaller letters
_CODE = 74.0
_LINES = 3
_APART = 14.0


class _Looks(NamedTuple):
    """The looks of the actions' words, and of the titles and details of courses."""

    words: ParagraphStyle
    titles: ParagraphStyle
    details: ParagraphStyle


_LOOKS = (
    _Looks(style.BODY, style.STRONG, style.SMALL),
    _Looks(style.SMALL, style.SMALL_STRONG, style.TINY),
)


def handout(dossier: Dossier, wording: Wording, options: PrintOptions) -> list[Flowable]:
    """Two pages, each in one piece whatever it holds."""
    return [
        on_one_page(largest(partial(_front, dossier, wording, options.brand), _LOOKS)),
        NextPageTemplate("page"),
        PageBreak(),
        on_one_page(largest(partial(back, dossier, wording, options), (style.BODY, style.SMALL))),
    ]


def _front(dossier: Dossier, wording: Wording, brand: Brand | None, looks: _Looks) -> list[Flowable]:
    name = company_name(dossier, wording)
    look = style.PAGE_TITLE if len(name) <= _LONG_NAME else style.BLOCK
    facts = (*firm_in_words(dossier, wording), wording.date(dossier.made_on))
    return [
        brand_head(brand) if brand else Text("SESTANTE", style.COVER_MARK),
        Spacer(1, 5),
        HRFlowable(width="100%", thickness=2.5, color=style.ACCENT, spaceBefore=0, spaceAfter=8),
        Text(document_title(dossier, wording), style.COVER_TITLE),
        Heading.of(name, look, "handout"),
        Text(joined(facts, " · "), style.SMALL_MUTED),
        Text(scope_in_a_line(dossier.scope, wording), style.SMALL_MUTED),
        Heading.of(wording("Where you stand"), style.SECTION, "stand", 1),
        *_standing(dossier, wording),
        *_monday(dossier, wording, looks),
        *_best_courses(dossier, wording, looks),
        *_door(dossier, wording, brand),
    ]


def _standing(dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    """The rings, and bars below them where there is room: for one questionnaire, or for scores alone.

    As at the stand, no number where too little is known.
    """
    if dossier.results and all(each.scorecard.overall.is_too_little_known for each in dossier.results):
        yield from nothing_known(wording)
        return
    yield rings(dossier, wording)
    if len(dossier.results) > 1 and not is_nameless(dossier):
        return
    for result in dossier.results[:_FEW]:
        scores = named_scores(result, wording.language)
        alternative = "; ".join(f"{name}: {terms.score_in_words(score, wording)}" for name, score in scores)
        title = result.questionnaire.text(wording.language).title
        yield Text(title if len(dossier.results) > 1 else "", style.LABEL)
        yield Spacer(1, 4)
        yield Figure(bars(scores, LIGHT, int(style.WIDTH)), alternative)


def _monday(dossier: Dossier, wording: Wording, looks: _Looks) -> Iterator[Flowable]:
    wins = dossier.quick_wins[:_FEW]
    if not wins:
        return
    yield Heading.of(wording("To start on Monday"), style.SECTION, "monday", 1)
    rows = [[_box(win, dossier, wording), _win(win, dossier, wording, looks)] for win in wins]
    yield grid(rows, (SIDE + 10, style.WIDTH - SIDE - 10), lined(), reads="list")


def _box(win: QuickWin, dossier: Dossier, wording: Wording) -> Flowable:
    return tick_box(wording, style.ACCENT, is_ticked=state_of_win(win, dossier) == "done")


def _win(win: QuickWin, dossier: Dossier, wording: Wording, looks: _Looks) -> list[Flowable]:
    text = dossier.library.catalogue.advice.action_text(win.action.id, wording.language)
    role = terms.role_name(win.action.role, dossier, wording.language)
    effort = effort_in_words(win.action, role, wording)
    first = text.steps[0] if text.steps else ""
    return [
        Text(joined((strong(text.title), effort), "  ·  "), looks.words),
        Text(muted(first), looks.words),
    ]


def _best_courses(dossier: Dossier, wording: Wording, looks: _Looks) -> Iterator[Flowable]:
    """The courses worth most, in the order of the calendar, each with a code that leads to it."""
    if is_nameless(dossier):
        return
    cards = courses_together(dossier.plan)
    best = sorted(cards, key=_worth)[:_FEW]
    if not best:
        yield Heading.of(wording("Your courses"), style.SECTION, "best", 1)
        told = empty_plan_in_words(dossier.plan, dossier.constraints, dossier.company, wording)
        yield Text(told, style.BODY)
        return
    title = wording.plural("Your best course", "Your {count} best courses", len(best))
    yield Heading.of(title, style.SECTION, "best", 1)
    width = (style.WIDTH - (_FEW - 1) * _APART) / _FEW
    cells: list[object] = [_course(card, width, dossier, wording, looks) for card in cards if card in best]
    cells += [""] * (_FEW - len(cells))
    last = ("RIGHTPADDING", (-1, 0), (-1, 0), 0)
    yield grid(
        [cells], (width + _APART, width + _APART, width), ("RIGHTPADDING", (0, 0), (1, 0), _APART), last
    )


def _worth(card: tuple[PlannedCourse, ...]) -> int:
    """The highest first."""
    return -sum(planned.value for planned in card)


def _course(
    card: tuple[PlannedCourse, ...], width: float, dossier: Dossier, wording: Wording, looks: _Looks
) -> list[Flowable]:
    first, course = card[0], card[0].course
    is_for_many = sum(planned.people for planned in card) > 1
    hours = terms.hours_for_each(first, wording, is_for_many=is_for_many)
    told = (course.provider, hours, terms.offered_language(first, wording))
    price = price_in_words(course, sum(planned.cost_eur for planned in card), wording)
    dates = terms.dates_in_words(first, dossier.plan, wording)
    return [
        *_code(course.url, course.title, width),
        _line(course.title, width, looks.titles),
        _line(" · ".join(told), width, looks.details),
        _line(f"{dates} · {price}", width, looks.details),
        Text(_address(course.url, width, wording), style.TINY_MUTED),
    ]


def _address(url: str | None, width: float, wording: Wording) -> str:
    if not url:
        return wording("Address: ask the provider.")
    return link(shortened(bare_address(url), width, style.TINY.fontSize), url)


def _code(address: str | None, title: str, width: float) -> Iterator[Flowable]:
    """The code of an address; none where it would be wider than the column."""
    if not address:
        return
    try:
        code = qr_drawing(address, _CODE, f"{title}: {address}")
    except ValueError:
        return
    if code.width <= width:
        yield code


def _line(text: str, width: float, look: ParagraphStyle) -> Text:
    """A text of three lines at most."""
    return Text(shortened(text, _LINES * width * 0.9, look.fontSize, look.fontName), look)


def _door(dossier: Dossier, wording: Wording, brand: Brand | None) -> Iterator[Flowable]:
    if is_nameless(dossier) and brand is None:
        return
    yield Heading.of(wording("Where to ask"), style.SECTION, "which-door", 1)
    yield from whereto(dossier, wording, brand)
