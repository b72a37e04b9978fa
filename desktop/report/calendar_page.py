"""The calendar: which weeks each role studies, as a chart."""

from collections.abc import Iterator, Mapping

from reportlab.platypus import Flowable, KeepTogether, Spacer

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.dossier import Dossier
from desktop.planning.plan import PlannedCourse
from desktop.report import style, terms
from desktop.report.calendar_chart import calendar, in_calendar_order
from desktop.report.calendar_words import marks_in_words
from desktop.report.flowables import Figure, Heading, Text
from desktop.report.pace_words import even_in_words, unspread_in_words
from desktop.report.palette import LIGHT
from desktop.text import Wording

_ROWS, _ROWS_OF_A_PIECE = 22, 11


def calendar_page(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """One chart where a page has room for it, else one for each role; nothing without courses."""
    plan = dossier.plan
    ordered = in_calendar_order(plan)
    if not ordered:
        return []
    names = {role: terms.role_name(role, dossier, wording.language) for role in ROLES}
    heading = Heading.of(wording("Your calendar"), style.PAGE_TITLE, "calendar")
    lead = [Text(words, style.BODY) for words in _lead(dossier, names, wording)]
    figures: list[list[Flowable]] = []
    for some in [ordered] if len(ordered) <= _ROWS else _pieces(ordered):
        limits = dossier.constraints
        made = calendar(plan, limits, names, wording, LIGHT, width=int(style.WIDTH), courses=some)
        alternative = "; ".join(
            f"{planned.course.title}, {names[planned.role]}: {terms.dates_in_words(planned, plan, wording)}"
            for planned in some
        )
        figures.append([Figure(made.drawing, alternative), Spacer(1, 8)])
    figures[0] = [heading, *lead, Spacer(1, 6), *figures[0]]
    return [KeepTogether(figure) for figure in figures]


def _pieces(ordered: tuple[PlannedCourse, ...]) -> Iterator[tuple[PlannedCourse, ...]]:
    for role in ROLES:
        taken = tuple(planned for planned in ordered if planned.role == role)
        for start in range(0, len(taken), _ROWS_OF_A_PIECE):
            yield taken[start : start + _ROWS_OF_A_PIECE]


def _lead(dossier: Dossier, role_names: Mapping[Role, str], wording: Wording) -> Iterator[str]:
    plan = dossier.plan
    weeks = wording.plural("{count} week", "{count} weeks", plan.number_of_weeks)
    yield wording(
        "{weeks} from {date}. A bar shows the weeks of a course and the hours of one person in them.",
        weeks=weeks,
        date=wording.date(plan.start),
    )
    if marks := marks_in_words(plan, dossier.constraints, wording):
        yield marks
    if dossier.constraints.pace == "even":
        if not {planned.role for planned in plan.courses}.issubset(plan.unspread):
            yield even_in_words(wording)
        if unspread := unspread_in_words(plan, role_names, wording):
            yield unspread
