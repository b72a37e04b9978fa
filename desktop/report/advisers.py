"""What the hub's advisers say to the company, remark by remark."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.advising import ExpertRemark
from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.flowables import Heading, Text
from desktop.report.remark_words import about_in_words, said_by
from desktop.text import Wording

_ROOM = 130  # points of a page below which the section begins on the next one
_REMARK_ROOM = 60


def advisers(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The section; nothing where nobody said anything."""
    if not dossier.remarks:
        return []
    content: list[Flowable] = [
        CondPageBreak(_ROOM),
        Heading.of(wording("What the hub's experts say"), style.PAGE_TITLE, "advisers"),
    ]
    for remark in dossier.remarks:
        content += _remark(remark, dossier, wording)
    return content


def _remark(remark: ExpertRemark, dossier: Dossier, wording: Wording) -> list[Flowable]:
    lines = filter(None, remark.text.split("\n"))
    about = about_in_words(remark.about, dossier.library.catalogue, wording)
    return [
        CondPageBreak(_REMARK_ROOM),
        Text(about, style.SMALL_STRONG),
        *(Text(line, style.BODY) for line in lines),
        Text(said_by(remark, wording), style.TINY_MUTED),
        Spacer(1, 8),
    ]
