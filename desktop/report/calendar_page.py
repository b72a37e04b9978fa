"""The calendar: which weeks each role studies, as a chart."""

from reportlab.platypus import Flowable, KeepTogether, Spacer

from desktop.content.catalogue_file import ROLES
from desktop.dossier import Dossier
from desktop.report import style, terms
from desktop.report.calendar_chart import calendar, in_calendar_order
from desktop.report.flowables import Figure, Heading, Text
from desktop.report.palette import LIGHT
from desktop.text import Wording

_ROWS = 34


def calendar_page(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The chart, in several pieces where there are too many courses for one page; nothing without courses."""
    plan = dossier.plan
    ordered = in_calendar_order(plan)
    if not ordered:
        return []
    names = {role: terms.role_name(role, dossier, wording.language) for role in ROLES}
    heading = Heading.of(wording("Your calendar"), style.PAGE_TITLE, "calendar")
    lead = Text(_lead(dossier, wording), style.BODY)
    content: list[Flowable] = []
    for start in range(0, len(ordered), _ROWS):
        some = ordered[start : start + _ROWS]
        drawing = calendar(plan, names, wording, LIGHT, width=int(style.WIDTH), courses=some)
        alternative = "; ".join(
            f"{planned.course.title}, {names[planned.role]}: {terms.dates_in_words(planned, plan, wording)}"
            for planned in some
        )
        figure = Figure(drawing, alternative)
        content.append(
            figure if start else KeepTogether([Spacer(1, 12), heading, lead, Spacer(1, 6), figure])
        )
        content.append(Spacer(1, 10))
    return content


def _lead(dossier: Dossier, wording: Wording) -> str:
    plan = dossier.plan
    weeks = wording.plural("{count} week", "{count} weeks", plan.number_of_weeks)
    return wording(
        "{weeks} from {date}. A bar shows the weeks of a course and the hours of one person in them.",
        weeks=weeks,
        date=wording.date(plan.start),
    )
