"""An organisation or a call on the card: its name, what it is, why it fits, what to check."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pieces import Size, Tone, label


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of an entry; empty ones are left out."""

    title: str = ""
    below: str = ""
    text: str = ""
    checks: str = ""
    address: str = ""


def entry_widget(entry: Entry, name: str = "") -> QWidget:
    """The lines below one another, to be selected with the mouse."""
    made = QWidget()
    made.setObjectName(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    lines: tuple[tuple[str, Size, Tone], ...] = (
        (entry.title, "strong", "plain"),
        (entry.below, "small", "accent"),
        *((line, "small", "plain") for line in entry.text.split("\n")),
        (entry.address, "small", "muted"),
        (entry.checks, "small", "muted"),
    )
    for text, size, tone in lines:
        if text:
            shown = label(text, size, tone)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(shown)
    return made
