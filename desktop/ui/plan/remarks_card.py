"""What the hub's advisers say, on the page of the plan."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.advising import ExpertRemark
from desktop.content.catalogues.catalogue import Catalogue
from desktop.report.remark_words import about_in_words, said_by
from desktop.ui.guidance.entry import Entry, entry_widget
from desktop.ui.look import Look
from desktop.ui.parts import Part
from desktop.ui.pieces import label


class RemarksCard(QFrame):
    """Each remark below what it is about, with who says it."""

    def __init__(self, remarks: tuple[ExpertRemark, ...], catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("advisers")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(say("What the hub's experts say"), "heading"))
        for remark in remarks:
            about = about_in_words(remark.about, catalogue, say)
            column.addWidget(entry_widget(Entry(about, text=remark.text, checks=said_by(remark, say))))


def remarks_part(remarks: tuple[ExpertRemark, ...], catalogue: Catalogue, look: Look) -> Iterator[Part]:
    """The part of the page; none where nobody said anything."""
    if remarks:
        yield Part("advisers", remarks, partial(RemarksCard, remarks, catalogue, look))
