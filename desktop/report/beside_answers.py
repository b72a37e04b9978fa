"""What stands beside an answer on paper: how sure it is, the note, and the names of files that show it."""

from textwrap import wrap

from reportlab.platypus import Flowable

from desktop.dossier import Beside
from desktop.report import style
from desktop.report.flowables import Text, joined, muted
from desktop.text import Wording

_AT_ONCE = 600  # letters of a note that stay together; a column holds some 4,000


def beside_answer(beside: Beside, wording: Wording) -> tuple[list[Flowable], list[Flowable]]:
    """The lines under an answer, and those of a long note that may stand in the next column."""
    lines: list[Flowable] = []
    if beside.confidence in ("estimate", "guess"):
        words = wording("an estimate") if beside.confidence == "estimate" else wording("a guess")
        lines.append(Text(joined((muted(wording("How sure:")), words)), style.TINY))
    if beside.files:
        lines.append(Text(joined((muted(wording("Files:")), "; ".join(beside.files))), style.TINY))
    first, *more = wrap(" ".join(beside.note.split()), _AT_ONCE) or [""]
    if first:
        lines.append(Text(joined((muted(wording("Note:")), first)), style.TINY))
    return lines, [Text(part, style.TINY) for part in more]
