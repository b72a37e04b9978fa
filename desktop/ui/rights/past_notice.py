"""A quiet line where companies are past their time; a first page shows it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class PastNotice(QFrame):
    """Hidden where every company is within its time.

    Signals: `page_requested` carries the page of those past their time.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("past-notice")
        self.setProperty("kind", "note")
        count = len(desk.workspace.retention.past())
        words = look.wording.plural(
            "The time you chose is over for {count} company.",
            "The time you chose is over for {count} companies.",
            count,
        )
        see = Button(look.wording("See which"), "see-past", "quiet")
        see.clicked.connect(partial(self.page_requested.emit, "past"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 6, 5)
        row.addWidget(label(words, "small"), 1)
        row.addWidget(see)
        if not count:
            self.hide()
