"""What is missing, what brings it, and what to ask the hub for about the rest."""

from collections.abc import Iterator

from desktop.dossier import Dossier
from desktop.dossier.steps import plan_services
from desktop.planning import Need
from desktop.report import terms
from desktop.report.course_words import gap_in_words, why_open_in_words
from desktop.report.office.blocks import Block, Heading, Line, Table, cell, name, strong, told
from desktop.report.remedy_words import gaps_by_reason
from desktop.text import Wording


def gaps(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """The competences below their goal; nothing where none is."""
    if not dossier.plan.needs:
        return
    title = wording("What is missing")
    yield Heading(title, 1)
    head = (
        wording("Competence"),
        wording("Level now"),
        wording("Level needed"),
        wording("What brings it"),
    )
    rows = tuple(
        (
            cell(strong(terms.competence_name(need.competence, dossier, wording.language))),
            cell(wording("{level} of 4", level=need.level)),
            cell(wording("{level} of 4", level=need.target)),
            cell(*(name(course) for course in _courses(need, dossier)))
            or cell(wording("No course in this plan.")),
        )
        for need in dossier.plan.needs
    )
    yield Table(head, rows, (0.34, 0.12, 0.14, 0.4), title)
    yield from _open(dossier, wording)
    yield from _services(dossier, wording)


def _courses(need: Need, dossier: Dossier) -> tuple[str, ...]:
    teaching = (
        planned
        for planned in sorted(dossier.plan.courses, key=lambda planned: planned.first_week)
        if any(step.competence == need.competence for step in planned.steps)
    )
    return tuple(dict.fromkeys(planned.course.title for planned in teaching))


def _open(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    gaps = dossier.plan.open_gaps
    if not gaps:
        return
    title = wording("What stays open")
    yield Heading(title, 2)
    yield Line((wording("Competences the plan does not bring to the level you need, and why."),))
    rows = tuple(
        (
            cell(*(gap_in_words(gap, dossier, wording) for gap in alike)),
            cell(*why_open_in_words(alike, dossier, wording)),
        )
        for alike in gaps_by_reason(gaps, wording).values()
    )
    yield Table((wording("Competence"), wording("Why, and what helps")), rows, (0.5, 0.5), title)


def _services(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    services = plan_services(dossier.plan.open_gaps, dossier.library, dossier.company)
    if not services:
        return
    title = wording("What to ask the hub for")
    yield Heading(title, 2)
    yield Line((wording("For what stays open, the most urgent first. Take this list along."),))
    texts = [dossier.library.catalogue.advice.service_text(each.id, wording.language) for each in services]
    rows = tuple(
        (
            cell(strong(text.title)),
            cell(
                text.about,
                told(strong(wording("Bring along:")), f" {text.bring}"),
                told(strong(wording("You take home:")), f" {text.get}"),
            ),
        )
        for text in texts
    )
    yield Table((wording("Service"), wording("What happens")), rows, (0.36, 0.64), title)
