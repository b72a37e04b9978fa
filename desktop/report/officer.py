"""One page for the hub's officer: who, how mature, what matters, within which limits, what it asks."""

from collections.abc import Iterable
from fractions import Fraction

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.company import Company
from desktop.content.size_words import size_name, staff_band
from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.charts import number, small_bar
from desktop.report.columns import Columns
from desktop.report.cover import door
from desktop.report.flowables import (
    Figure,
    Grid,
    Heading,
    Text,
    grid,
    lined,
    on_one_page,
    side_by_side,
    text_width,
)
from desktop.report.officer_priorities import three_priorities
from desktop.report.pace_words import pace_in_words
from desktop.report.palette import LIGHT
from desktop.report.prices import prices_to_confirm
from desktop.report.role_words import no_course_for_role, roles_taking_part
from desktop.report.where_to_go import help_in_short, other_doors, services_in_short
from desktop.scores import Score
from desktop.text import Wording

_DMA = "dma-sme"
_BAR = 26
_NUMBER = 20.0
_MOST_IN_DETAIL = 4  # questionnaires; of more than these the dimensions would not fit
_SECTION = ParagraphStyle("officer section", style.SECTION, spaceBefore=6, spaceAfter=2)
_STRONG_RIGHT = ParagraphStyle("tiny strong right", style.TINY_STRONG, alignment=TA_RIGHT)
_TIGHT = (("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2))


def officer(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The page's content, never more than one page."""
    content: list[Flowable] = [
        Heading.of(wording("For the hub, on one page"), style.PAGE_TITLE, "officer"),
        side_by_side(
            [_section(wording("Who")), _who(dossier, wording)],
            [_section(wording("Limits of the plan")), _limits(dossier, wording)],
        ),
        _section(wording("Digital maturity")),
        _maturity(dossier, wording),
        _section(wording("Three priorities")),
        three_priorities(dossier, wording),
        Spacer(1, 4),
        side_by_side(
            [
                _section(wording("What the plan asks")),
                _demands(dossier, wording),
                *help_in_short(dossier, wording),
            ],
            [
                _section(wording("The hub")),
                *door(dossier, wording),
                *services_in_short(dossier, wording),
                *other_doors(dossier, wording),
            ],
        ),
    ]
    return [on_one_page(content)]


def _section(title: str) -> Text:
    return Text(title, _SECTION)


def _facts(pairs: Iterable[tuple[str, str]]) -> Grid:
    """Names and values in two narrow columns; pairs without a value are left out."""
    told = [(name, value) for name, value in pairs if value]
    rows = [[Text(name, style.SMALL_MUTED), Text(value, style.SMALL)] for name, value in told]
    names = min(text_width((name for name, _ in told), style.SMALL) + 10, style.HALF / 2)
    return grid(rows or [["", ""]], (names, style.HALF - names), *_TIGHT, lined(), _flush(1))


def _flush(column: int) -> tuple[object, ...]:
    return "RIGHTPADDING", (column, 0), (column, -1), 0


def _who(dossier: Dossier, wording: Wording) -> Grid:
    company = dossier.company
    contact = company.contact
    person = ", ".join(filter(None, (contact.name, contact.role)))
    pairs = (
        (wording("Company"), company.name),
        (
            wording("VAT number"),
            " ".join(filter(None, (company.country, company.vat))) if company.vat else "",
        ),
        (wording("Sector"), _sector(company, dossier, wording)),
        (wording("EU size class"), size_name(company.size_class, wording)),
        _staff(dossier, wording),
        (
            wording("Region") if company.region else wording("Country"),
            terms.place_name(company, dossier, wording),
        ),
        (wording("Contact"), person),
        (wording("E-mail"), contact.email),
        (wording("Telephone"), contact.phone),
        (wording("Round"), _round(dossier, wording)),
    )
    return _facts(pairs)


def _staff(dossier: Dossier, wording: Wording) -> tuple[str, str]:
    """The people; their band of the DMA where that was answered."""
    company = dossier.company
    coverage = {result.questionnaire.id: result.scorecard.overall.coverage for result in dossier.results}
    if coverage.get(_DMA):
        band = staff_band(company.dma_staff_band, wording)
        return wording("DMA staff band"), f"{band} ({company.headcount})"
    return wording("Staff"), wording.plural("{count} person", "{count} people", company.headcount)


def _sector(company: Company, dossier: Dossier, wording: Wording) -> str:
    name = terms.sector_name(company, dossier, wording.language)
    codes = [f"NACE {company.sector}"] if company.sector else []
    codes += [f"ATECO {company.ateco}"] if company.ateco else []
    return f"{name} ({', '.join(codes)})".strip() if codes else name


def _round(dossier: Dossier, wording: Wording) -> str:
    """Which round this is, where there was one before."""
    if not dossier.earlier:
        return ""
    before = max(dossier.earlier, key=lambda earlier: earlier.answered_on)
    return wording(
        "{stage}, after {earlier} of {date}",
        stage=dossier.stage,
        earlier=before.stage,
        date=wording.date(before.answered_on),
    )


def _limits(dossier: Dossier, wording: Wording) -> Grid:
    limits = dossier.constraints
    people = (limits.people or dossier.company.people).by_role()
    pairs = [
        (
            terms.role_name(role, dossier, wording.language),
            wording.plural(
                "{count} person × {hours} h a week",
                "{count} people × {hours} h a week",
                people[role],
                hours=wording.number(limits.hours(role), 1),
            ),
        )
        for role in ROLES
        if role in people
    ]
    languages = ", ".join(terms.language_name(code, wording) for code in limits.languages)
    pairs += [
        (wording("Period"), _period(dossier, wording)),
        (wording("Pace"), pace_in_words(limits.pace, wording)),
        (wording("Budget"), wording.euro(limits.budget_eur)),
        (wording("Languages"), languages),
    ]
    return _facts(pairs)


def _period(dossier: Dossier, wording: Wording) -> str:
    plan = dossier.plan
    weeks = wording.plural("{count} week", "{count} weeks", plan.number_of_weeks)
    return wording("{weeks} from {date}", weeks=weeks, date=wording.date(plan.start))


def _maturity(dossier: Dossier, wording: Wording) -> Flowable:
    """A table for each questionnaire, in two columns."""
    in_detail = len(dossier.results) <= _MOST_IN_DETAIL
    tables = [_scores(result, wording, in_detail=in_detail) for result in dossier.results]
    return Columns([[table, Spacer(1, 5)] for table in tables])


def _scores(result: AssessmentResult, wording: Wording, *, in_detail: bool) -> Grid:
    """The overall score, then a line for each dimension."""
    text = result.questionnaire.text(wording.language)
    overall = result.scorecard.overall
    bold = (style.TINY_STRONG, _STRONG_RIGHT)
    levels = [terms.level_in_short(overall, result.questionnaire, wording)]
    rows = [_score(text.title, overall, levels[0], bold, wording)]
    rows[0][1] = ""  # the name may be long, and a ring on the cover shows the same
    for name, score in result.scorecard.dimensions.items() if in_detail else ():
        levels.append(terms.level_in_short(score, result.questionnaire, wording))
        looks = (style.TINY, style.TINY_RIGHT)
        rows.append(_score(text.dimensions[name].name, score, levels[-1], looks, wording))
    widest = min(text_width(levels, style.TINY_STRONG) + 8, style.HALF * 0.4)
    widths = (style.HALF - _BAR - _NUMBER - widest, _BAR, _NUMBER, widest)
    look = (
        ("SPAN", (0, 0), (1, 0)),
        ("LEFTPADDING", (3, 0), (3, -1), 7),
        ("RIGHTPADDING", (1, 0), (2, -1), 0),
    )
    return grid(rows, widths, *_TIGHT, lined(), *look, _flush(3))


def _score(
    name: str, score: Score, level: str, looks: tuple[ParagraphStyle, ParagraphStyle], wording: Wording
) -> list[Flowable | str]:
    words, figures = looks
    return [
        Text(name, words),
        Figure(small_bar(score, LIGHT, _BAR), terms.score_in_words(score, wording)),
        Text(number(score), figures),
        Text(level, words),
    ]


def _demands(dossier: Dossier, wording: Wording) -> Grid:
    plan = dossier.plan
    pairs = []
    for role in ROLES:
        courses = [planned for planned in plan.courses if planned.role == role]
        name = terms.role_name(role, dossier, wording.language)
        if courses:
            people = max(planned.people for planned in courses)
            hours = wording.number(plan.hours(role), 1)
            each = wording.plural(
                "{hours} h for one person", "{hours} h for each of {count} people", people, hours=hours
            )
            pairs.append((name, each))
        elif plan.courses and role in roles_taking_part(dossier):
            pairs.append((name, no_course_for_role(role, dossier, wording)))
    total = sum((planned.hours * planned.people for planned in plan.courses), Fraction(0))
    pairs += [
        (wording("All together"), terms.hours_in_words(total, wording)),
        (wording("Cost"), _cost(dossier, wording)),
        (wording("Courses"), wording.number(len({planned.course.id for planned in plan.courses}))),
    ]
    return _facts(pairs)


def _cost(dossier: Dossier, wording: Wording) -> str:
    cost = wording.euro(dossier.plan.cost_eur)
    total = wording("{cost} of {budget}", cost=cost, budget=wording.euro(dossier.constraints.budget_eur))
    return ", ".join(filter(None, (total, prices_to_confirm(dossier.plan, wording))))
