"""The services to ask a hub for about what stays open: what happens, what to bring, what comes of it."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.steps import plan_services
from desktop.report import style
from desktop.report.brevity import is_first_look
from desktop.report.columns import RunOnColumns
from desktop.report.flowables import Heading, Text, height_of, joined, strong
from desktop.text import Wording


def hub_services(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The services for the most urgent gaps; nothing where none helps with any, or on short paper."""
    services = plan_services(dossier.plan.open_gaps, dossier.library, dossier.company)
    if is_first_look(dossier) or not services:
        return []
    heading = Heading.of(wording("What to ask the hub for"), style.SECTION, "services", 1)
    lead = Text(wording("For what stays open, the most urgent first. Take this list along."), style.BODY)
    advice = dossier.library.catalogue.advice
    pieces: list[list[Flowable]] = []
    for service in services:
        text = advice.service_text(service.id, wording.language)
        pieces.append(
            [
                Text(text.title, style.SMALL_STRONG),
                Text(text.about, style.SMALL),
                Text(joined((strong(wording("Bring along:")), text.bring)), style.SMALL),
                Text(joined((strong(wording("You take home:")), text.get)), style.SMALL),
                Spacer(1, 7),
            ]
        )
    opening = [heading, lead, Spacer(1, 3)]
    columns = RunOnColumns(pieces)
    return [CondPageBreak(height_of(opening) + columns.height_of_beginning()), *opening, columns]
