"""A card that says one thing and leads on: before the computer is handed over, and when it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.pieces import Button, label

_PICTURE = 40  # pixels


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says; `ways` are the names and texts of its buttons, the one that leads on first."""

    heading: str
    sentences: Sequence[str]
    ways: Sequence[tuple[str, str]]


class CalmCard(QFrame):
    """A heading, some sentences and the ways on.

    Signals: `way_chosen` carries the name of the button pressed.
    """

    way_chosen = Signal(str)

    def __init__(self, picture: str, colour: str, words: Words) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(words.heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 36, 36, 36)
        column.setSpacing(10)
        mark = QLabel()
        mark.setPixmap(icon(picture, colour, _PICTURE).pixmap(_PICTURE, _PICTURE))
        column.addWidget(mark)
        heading = label(words.heading, "title")
        heading.setObjectName("calm-heading")
        heading.setMinimumWidth(1)  # a name without a space must not widen the card
        column.addWidget(heading)
        for sentence in words.sentences:
            column.addWidget(label(sentence, "body", "muted"))
        column.addSpacing(10)
        self._buttons: list[Button] = []
        for name, text in words.ways:
            button = Button(text.replace("&", "&&"), name, "plain" if self._buttons else "primary")
            button.clicked.connect(partial(self.way_chosen.emit, name))
            self._buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def first_focus(self) -> QWidget:
        """The button that leads on."""
        return self._buttons[0]
