"""The head of a group: the way back, its title, and where it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.projects import About
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.project_words import ProjectWords


class DetailHead(QWidget):
    """Signals: `left` where the user wants to go back to the list."""

    left = Signal()

    def __init__(self, about: About, words: ProjectWords, look: Look, title: QWidget | None = None) -> None:
        super().__init__()
        self.back = Button(look.wording("All groups"), "groups-back", "quiet")
        self.back.setIcon(icon("chevron-left", look.tokens.accent))
        self.back.clicked.connect(self.left)
        way = f"{words.way_kind(about.way_kind)}: {words.way(about.way_kind, about.way)}"
        where = f"{words.sector(about.sector)} · {words.place(about)}"
        row = QHBoxLayout()
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(title or self._title(words.need(about.need)))
        for told in (way, where):
            column.addWidget(label(told, "small", "muted"))

    def _title(self, text: str) -> QLabel:
        made = label(text, "heading")
        made.setObjectName("group-title")
        return made
