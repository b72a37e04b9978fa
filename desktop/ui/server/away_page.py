"""The page in place of a workspace on a server that cannot be reached, or takes long to answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, in_the_middle, label
from desktop.ui.server.strip import server_words

_WIDEST = 620  # pixels


class AwayPage(QWidget):
    """Says why, what waits here, and what can be done.

    Signals: `pressed` when the first button was; `own_chosen` when this computer's own workspace is wanted.
    """

    pressed = Signal()
    own_chosen = Signal()

    def __init__(self, heading: str, sentences: str, button: str, look: Look, waiting: int = 0) -> None:
        super().__init__()
        self.setObjectName("server-away-page")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        in_the_middle(inside, _WIDEST, self)
        column.addWidget(label(heading, "title"))
        words = label(sentences)
        words.setObjectName("message-sentences")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
        if waiting:
            waits = label(server_words(waiting, look.wording), "small", "warn")
            waits.setObjectName("server-words")
            column.addWidget(waits)
        first = Button(button, "message-button", "primary")
        own = Button(look.wording("Work on this computer's own workspace"), "own-workspace", "quiet")
        column.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        first.clicked.connect(self._on_pressed)
        own.clicked.connect(self._on_own)
        self.setFocusProxy(first)

    def _on_pressed(self) -> None:
        self.pressed.emit()

    def _on_own(self) -> None:
        self.own_chosen.emit()
