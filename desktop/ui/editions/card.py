"""The card of the settings that says whose edition this is, and leads to the editions."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class EditionsCard(QFrame):
    """Whose edition it is.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        say = look.wording
        names = [pack.name for pack in desk.workspace.packs.installed()]
        words = (
            say(
                "This is Sestante in the edition of {names}, with its questions, courses and contacts.",
                names=", ".join(names),
            )
            if names
            else say("A hub can bring its own questions, courses and contacts to Sestante, as its edition.")
        )
        shows = Button(say("Editions…"), "to-editions")
        shows.clicked.connect(partial(self.page_requested.emit, "editions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(say("Editions"), "heading"))
        column.addWidget(label(words, "small", "muted"))
        column.addWidget(shows, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(shows)
