"""The calendar as a table: the weeks with study, and what each role studies in them."""

from collections.abc import Iterator
from datetime import timedelta

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.dossier import Dossier
from desktop.report import terms
from desktop.report.office.blocks import Block, Cell, Heading, Line, Table, Words, cell, muted, name, told
from desktop.report.pace_words import even_in_words, unspread_in_words
from desktop.text import Wording

_WEEK, _FROM = 0.09, 0.13


def calendar_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """A row for each week in which somebody studies; nothing without courses."""
    plan = dossier.plan
    roles = [role for role in ROLES if any(planned.role == role for planned in plan.courses)]
    if not roles:
        return
    title = wording("Your calendar")
    yield Heading(title, 1)
    yield Line((_lead(dossier, wording),))
    names = {role: terms.role_name(role, dossier, wording.language) for role in roles}
    if dossier.constraints.pace == "even":
        yield Line((unspread_in_words(plan, names, wording) or even_in_words(wording),))
    each = (1 - _WEEK - _FROM) / len(roles)
    weeks = sorted({week for planned in plan.courses for week in planned.weeks})
    rows = tuple(
        (
            cell(str(week + 1)),
            cell(wording.short_date(plan.start + timedelta(weeks=week))),
            *(_studied(week, role, dossier, wording) for role in roles),
        )
        for week in weeks
    )
    head = (wording("Week"), wording("From"), *names.values())
    yield Table(head, rows, (_WEEK, _FROM, *[each] * len(roles)), title)


def _lead(dossier: Dossier, wording: Wording) -> str:
    plan = dossier.plan
    weeks = wording.plural("{count} week", "{count} weeks", plan.number_of_weeks)
    return wording(
        "{weeks} from {date}. Beside each course are the hours of one person in that week.",
        weeks=weeks,
        date=wording.date(plan.start),
    )


def _studied(week: int, role: Role, dossier: Dossier, wording: Wording) -> Cell:
    lines: list[Line] = []
    for planned in dossier.plan.courses:
        if planned.role == role and week in planned.weeks:
            words: tuple[Words, ...] = (
                name(planned.course.title),
                muted(f" · {terms.hours_in_words(planned.weeks[week], wording)}"),
            )
            lines.append(told(*words))
    return cell(*lines)
