"""The company, the limits of its plan and what the plan asks, each as names with values."""

from fractions import Fraction

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.company import Company
from desktop.content.size_words import size_name, staff_band
from desktop.dossier import Dossier
from desktop.dossier.progress import last_round
from desktop.report import terms
from desktop.report.pace_words import pace_in_words
from desktop.report.prices import prices_to_confirm
from desktop.report.role_words import no_course_for_role, roles_taking_part
from desktop.text import Wording

_DMA = "dma-sme"


def who_in_pairs(dossier: Dossier, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Who the company is: name and value, which may be empty."""
    company = dossier.company
    contact = company.contact
    person = ", ".join(filter(None, (contact.name, contact.role)))
    return (
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
        (wording("Assessment"), _round(dossier, wording)),
    )


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
    before = last_round(dossier)
    if before is None:
        return ""
    return wording(
        "{stage}, after {earlier} of {date}",
        stage=dossier.stage,
        earlier=before.stage,
        date=wording.date(before.answered_on),
    )


def limits_in_pairs(dossier: Dossier, wording: Wording) -> list[tuple[str, str]]:
    """What the plan had to fit."""
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
    return pairs


def _period(dossier: Dossier, wording: Wording) -> str:
    plan = dossier.plan
    weeks = wording.plural("{count} week", "{count} weeks", plan.number_of_weeks)
    return wording("{weeks} from {date}", weeks=weeks, date=wording.date(plan.start))


def demands_in_pairs(dossier: Dossier, wording: Wording) -> list[tuple[str, str]]:
    """What the plan asks of each role and in all."""
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
    return pairs


def _cost(dossier: Dossier, wording: Wording) -> str:
    cost = wording.euro(dossier.plan.cost_eur)
    total = wording("{cost} of {budget}", cost=cost, budget=wording.euro(dossier.constraints.budget_eur))
    return ", ".join(filter(None, (total, prices_to_confirm(dossier.plan, wording))))
