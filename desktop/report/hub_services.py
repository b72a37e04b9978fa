"""The services to ask a hub for about what stays open: what happens, what to bring, what comes of it."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.dossier import Dossier
from desktop.dossier.steps import plan_services
from desktop.report import style
from desktop.report.brevity import is_first_look
from desktop.report.columns import RunOnColumns
from desktop.report.flowables import Heading, Text, height_of, joined, strong
from desktop.report.sizes import LargestThatFits
from desktop.text import Wording

_LOOKS = ((style.BODY, style.STRONG), (style.SMALL, style.SMALL_STRONG))


def hub_services(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The services for the most urgent gaps; nothing where none helps with any, or on short paper."""
    services = plan_services(dossier.plan.open_gaps, dossier.library, dossier.company)
    if is_first_look(dossier) or not services:
        return []
    heading = Heading.of(wording("What to ask the hub for"), style.SECTION, "services", 1)
    lead = Text(wording("For what stays open, the most urgent first. Take this list along."), style.BODY)
    opening = [heading, lead, Spacer(1, 3)]
    sizes = [_columns(services, looks, dossier, wording) for looks in _LOOKS]
    return [
        CondPageBreak(height_of(opening) + sizes[-1].height_of_beginning()),
        *opening,
        LargestThatFits(sizes),
    ]


def _columns(
    services: Sequence[ServiceEntry],
    looks: tuple[ParagraphStyle, ParagraphStyle],
    dossier: Dossier,
    wording: Wording,
) -> RunOnColumns:
    look, titles = looks
    advice = dossier.library.catalogue.advice
    pieces: list[list[Flowable]] = []
    for service in services:
        text = advice.service_text(service.id, wording.language)
        pieces.append(
            [
                Text(text.title, titles),
                Text(text.about, look),
                Text(joined((strong(wording("Bring along:")), text.bring)), look),
                Text(joined((strong(wording("You take home:")), text.get)), look),
                Spacer(1, 7),
            ]
        )
    return RunOnColumns(pieces)
