"""How everything in the plan was computed, and from which versions of which content."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.columns import Columns, EvenColumns
from desktop.report.flowables import Heading, Text, height_of, joined, strong
from desktop.report.method_words import method_notes
from desktop.report.sizes import LargestThatFits
from desktop.text import Wording

_KEPT_WHOLE = 0.34  # of a page, as much as may stay blank on the one before
_LOOKS = (style.BODY, style.SMALL, style.TINY)


def method(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A note for each thing that was computed, in two columns, as large as the rest of the page allows."""
    notes = [joined((strong(f"{title}:"), words)) for title, words in method_notes(dossier, wording)]
    heading = Heading.of(wording("How this was computed"), style.PAGE_TITLE, "method")
    sizes = [_columns(notes, look) for look in _LOOKS]
    whole = height_of([heading, sizes[-1]])  # else its last note might stand alone on a page
    beginning = height_of([heading]) + sizes[-1].height_of_beginning()
    room = whole if whole < style.HEIGHT * _KEPT_WHOLE else beginning
    return [CondPageBreak(room), heading, LargestThatFits(sizes)]


def _columns(notes: Sequence[str], look: ParagraphStyle) -> Columns:
    return EvenColumns([[Text(note, look), Spacer(1, look.leading * 0.4)] for note in notes])
