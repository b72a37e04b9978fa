"""How everything in the plan was computed, and from which versions of which content."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.columns import Columns
from desktop.report.flowables import Heading, Text, height_of, joined, strong
from desktop.report.method_words import method_notes
from desktop.text import Wording


def method(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A note for each thing that was computed, in two columns."""
    notes = [
        [Text(joined((strong(f"{title}:"), words)), style.TINY), Spacer(1, 4)]
        for title, words in method_notes(dossier, wording)
    ]
    heading = Heading.of(wording("How this was computed"), style.PAGE_TITLE, "method")
    columns = Columns(notes)
    whole = height_of([heading, columns])  # else its last note might stand alone on a page
    beginning = height_of([heading]) + columns.height_of_beginning()
    return [CondPageBreak(whole if whole < style.HEIGHT else beginning), heading, columns]
