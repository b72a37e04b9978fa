"""The other side of the handout: the calendar in small or the next steps, funding, and codes for a hub."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.dossier import Dossier
from desktop.report import style, terms
from desktop.report.calendar_chart import calendar, in_calendar_order
from desktop.report.data_page import codes_grid
from desktop.report.flowables import Figure, Heading, Text, grid, joined, strong
from desktop.report.guidance_words import GuidanceWords
from desktop.report.options import PrintOptions
from desktop.report.palette import LIGHT
from desktop.report.scope_words import carried_in_words, is_nameless
from desktop.report.typography import lowered
from desktop.text import Wording

_ROWS = 12
_OFFERS = 3
_MOST_CODES = 2


def back(dossier: Dossier, wording: Wording, options: PrintOptions, look: ParagraphStyle) -> list[Flowable]:
    """The page's content; what it says of funding and of data in a look."""
    return [
        *_calendar(dossier, wording),
        *_next_steps(dossier, wording),
        *_funding(dossier, wording, look),
        *_data(dossier, wording, options, look),
    ]


def _calendar(dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    """The courses that come first."""
    plan = dossier.plan
    ordered = in_calendar_order(plan)
    if not ordered:
        return
    first = sorted(ordered, key=lambda planned: (planned.first_week, planned.last_week))[:_ROWS]
    shown = tuple(planned for planned in ordered if planned in first)
    names = {role: terms.role_name(role, dossier, wording.language) for role in ROLES}
    made = calendar(plan, dossier.constraints, names, wording, LIGHT, width=int(style.WIDTH), courses=shown)
    alternative = "; ".join(
        f"{planned.course.title}, {names[planned.role]}: {terms.dates_in_words(planned, plan, wording)}"
        for planned in shown
    )
    yield Heading.of(wording("Your calendar"), style.SECTION, "weeks", 1)
    yield Figure(made.drawing, alternative)
    if more := len(ordered) - len(shown):
        told = wording.plural(
            "and {count} more course in the whole plan", "and {count} more courses in the whole plan", more
        )
        yield Text(told, style.SMALL_MUTED)


def _next_steps(dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    steps = []
    if dossier.quick_wins:
        steps.append(wording("Start on Monday with what is on the other side."))
    if dossier.plan.courses:
        steps.append(wording("Enrol in the first course, and put its hours into your week."))
    if is_nameless(dossier) or any(result.is_first_look for result in dossier.results):
        steps.append(
            wording(
                "Answer the longer questionnaires: scores become more certain, and the plan fits you better."
            )
        )
    steps.append(wording("Bring this sheet to the hub and ask for an appointment."))
    yield Heading.of(wording("Next steps"), style.SECTION, "steps", 1)
    rows = [
        [Text(f"{number}.", style.STRONG), Text(step, style.BODY)] for number, step in enumerate(steps, 1)
    ]
    yield grid(rows, (18, style.WIDTH - 18), reads="list")


def _funding(dossier: Dossier, wording: Wording, look: ParagraphStyle) -> Iterator[Flowable]:
    """What may pay a part, in a line each; nothing where no need is known."""
    offers = [match for match in dossier.guidance.funding if match.availability != "closed-recurs"]
    if not dossier.plan.needs or not offers:
        return
    words = GuidanceWords(dossier.library, wording)
    yield Heading.of(wording("Who may pay a part"), style.SECTION, "paid", 1)
    for match in offers[:_OFFERS]:
        told = (words.in_a_line(match, dossier.made_on), words.membership(match))
        name = strong(f"{words.funding_name(match.entry.id)}:")
        yield Text(joined((name, lowered(" ".join(filter(None, told))))), look)


def _data(
    dossier: Dossier, wording: Wording, options: PrintOptions, look: ParagraphStyle
) -> Iterator[Flowable]:
    """All the codes or none: some of them would tell a hub nothing."""
    codes = options.codes if len(options.codes) <= _MOST_CODES else ()
    if not codes and not options.attachments:
        return
    yield Heading.of(wording("For the hub's computer"), style.SECTION, "data", 1)
    if not codes:
        attached = wording(
            "This PDF carries its own data in an attached file, so that nobody types them again."
        )
        yield Text(joined((attached, carried_in_words(dossier.scope, wording))), look)
        return
    read = wording("Drop the PDF, a scan or a sharp photo of this page on Sestante's window.")
    yield Text(joined((carried_in_words(dossier.scope, wording), read)), look)
    yield Spacer(1, 6)
    yield codes_grid(codes, wording)
