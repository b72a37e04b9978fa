"""The services to ask a hub for about what stays open: what happens, what to bring, what comes of it."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.services import services_for_gaps
from desktop.report import style
from desktop.report.flowables import (
    Heading,
    Text,
    grid,
    height_of,
    height_of_beginning,
    joined,
    lined,
    strong,
)
from desktop.text import Wording

_NAME = 0.36
_MOST = 5


def hub_services(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A table of the services for the most urgent gaps; nothing where none helps with any."""
    services = services_for_gaps(dossier.plan.open_gaps, dossier.library, dossier.company)[:_MOST]
    if not services:
        return []
    heading = Heading.of(wording("What to ask the hub for"), style.SECTION, "services", 1)
    lead = Text(wording("For what stays open, the most urgent first. Take this list along."), style.BODY)
    advice = dossier.library.catalogue.advice
    rows = []
    for service in services:
        text = advice.service_text(service.id, wording.language)
        told = [
            Text(text.about, style.SMALL),
            Text(joined((strong(wording("Bring along:")), text.bring)), style.SMALL),
            Text(joined((strong(wording("You take home:")), text.get)), style.SMALL),
        ]
        rows.append([Text(text.title, style.SMALL_STRONG), told])
    widths = (style.WIDTH * _NAME, style.WIDTH * (1 - _NAME))
    table = grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")
    opening = [heading, lead, Spacer(1, 3)]
    return [CondPageBreak(height_of(opening) + height_of_beginning(table)), *opening, table]
