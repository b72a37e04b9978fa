"""One page for the hub's officer: who, how mature, what matters, within which limits, what it asks."""

from fractions import Fraction

from reportlab.platypus import Flowable, Spacer

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.company import Company
from desktop.content.size_words import size_name, staff_band
from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.charts import number, small_bar
from desktop.report.cover import door
from desktop.report.flowables import (
    Figure,
    Grid,
    Heading,
    Text,
    facts,
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
from desktop.report.where_to_go import help_in_short, other_doors
from desktop.text import Wording

_DMA = "dma-sme"
_BAR = 26
_NUMBER = 20.0


def officer(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The page's content, never more than one page."""
    content: list[Flowable] = [
        Heading.of(wording("For the hub, on one page"), style.PAGE_TITLE, "officer"),
        Spacer(1, 4),
        side_by_side(
            [_section(wording("Who")), _who(dossier, wording)],
            [
                _section(wording("Limits of the plan")),
                _limits(dossier, wording),
                *help_in_short(dossier, wording),
            ],
        ),
        _section(wording("Digital maturity")),
        *_maturity(dossier, wording),
        _section(wording("Three priorities")),
        three_priorities(dossier, wording),
        Spacer(1, 10),
        side_by_side(
            [_section(wording("What the plan asks")), _demands(dossier, wording)],
            [_section(wording("The hub")), *door(dossier, wording), *other_doors(dossier, wording)],
        ),
    ]
    return [on_one_page(content)]


def _section(title: str) -> Text:
    return Heading.of(title, style.SECTION, "", 1)


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
        (wording("ATECO code"), company.ateco),
        (wording("EU size class"), size_name(company.size_class, wording)),
        _staff(dossier, wording),
        (
            wording("Region") if company.region else wording("Country"),
            terms.place_name(company, dossier, wording),
        ),
        (wording("Contact"), person),
        (wording("E-mail"), contact.email),
        (wording("Telephone"), contact.phone),
    )
    return facts(pairs, style.HALF)


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
    return f"{name} (NACE {company.sector})" if company.sector else name


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
    return facts(pairs, style.HALF)


def _period(dossier: Dossier, wording: Wording) -> str:
    plan = dossier.plan
    weeks = wording.plural("{count} week", "{count} weeks", plan.number_of_weeks)
    return wording("{weeks} from {date}", weeks=weeks, date=wording.date(plan.start))


def _maturity(dossier: Dossier, wording: Wording) -> list[Flowable]:
    tables = [_scores(result, wording) for result in dossier.results]
    pairs = [tables[index : index + 2] for index in range(0, len(tables), 2)]
    return [side_by_side([pair[0]], pair[1:]) for pair in pairs]


def _scores(result: AssessmentResult, wording: Wording) -> Grid:
    text = result.questionnaire.text(wording.language)
    overall = result.scorecard.overall
    level = terms.level_name(overall.level, result.questionnaire, wording)
    levels = [level]
    rows: list[list[Flowable]] = [[Text(text.title, style.SMALL_STRONG)]]
    rows.append(
        [
            Text(wording("Overall"), style.SMALL_STRONG),
            Figure(
                small_bar(overall, LIGHT, _BAR), f"{text.title}: {terms.score_in_words(overall, wording)}"
            ),
            Text(number(overall), style.SMALL_STRONG_RIGHT),
            Text(level, style.SMALL),
        ]
    )
    for name, score in result.scorecard.dimensions.items():
        alternative = f"{text.dimensions[name].name}: {terms.score_in_words(score, wording)}"
        levels.append(terms.level_in_words(score, result.questionnaire, wording))
        rows.append(
            [
                Text(text.dimensions[name].name, style.SMALL),
                Figure(small_bar(score, LIGHT, _BAR), alternative),
                Text(number(score), style.SMALL_RIGHT),
                Text(levels[-1], style.SMALL),
            ]
        )
    return grid(
        rows,
        _score_widths(levels),
        lined(),
        ("SPAN", (0, 0), (3, 0)),
        ("RIGHTPADDING", (0, 1), (1, -1), 0),
        ("RIGHTPADDING", (3, 0), (3, -1), 0),
        reads="named rows",
    )


def _score_widths(levels: list[str]) -> tuple[float, float, float, float]:
    """Columns for name, bar, number and level; the level stays on one line, a long name may take two."""
    level = min(text_width(levels, style.SMALL), style.HALF * 0.45)
    return style.HALF - _BAR - _NUMBER - level, _BAR, _NUMBER, level


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
    return facts(pairs, style.HALF)


def _cost(dossier: Dossier, wording: Wording) -> str:
    cost = wording.euro(dossier.plan.cost_eur)
    total = wording("{cost} of {budget}", cost=cost, budget=wording.euro(dossier.constraints.budget_eur))
    return ", ".join(filter(None, (total, prices_to_confirm(dossier.plan, wording))))
