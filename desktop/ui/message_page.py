"""A calm page with a heading and a sentence, for the moments when there is nothing else to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pieces import Button, in_the_middle, label

_WIDEST = 620  # pixels


class MessagePage(QWidget):
    """A heading, sentences, and a button if there is something to do.

    Signals: `pressed` when the button was.
    """

    pressed = Signal()

    def __init__(self, heading: str, sentences: str = "", button: str = "") -> None:
        super().__init__()
        self.setObjectName("message-page")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        in_the_middle(inside, _WIDEST, self)
        column.addWidget(label(heading, "title" if sentences else "body", "plain" if sentences else "muted"))
        if sentences:
            text = label(sentences)
            text.setObjectName("message-sentences")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        if button:
            pushed = Button(button, "message-button", "primary")
            pushed.clicked.connect(self._on_pressed)
            column.addWidget(pushed, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_pressed(self) -> None:
        self.pressed.emit()
