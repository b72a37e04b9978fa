"""Before a calendar file is written: what will stand in it, and whether it names companies."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.tick import Tick

_WIDTH = 480  # pixels


class ExportDialog(QDialog):
    """Says that calendars often leave the computer, and offers codes in place of names."""

    def __init__(self, parent: QWidget, count: int, look: Look) -> None:
        super().__init__(parent)
        say = look.wording
        self._coded = Tick(say("Codes instead of company names"), "calendar-coded", look)
        self.setObjectName("calendar-dialog")
        self.setWindowTitle(say("For your calendar"))
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(say("For your calendar"), "heading"))
        counted = say.plural("{count} date", "{count} dates", count)
        words = say(
            "{dates}, each with an alarm the day before. What you wrote yourself stays here: only kind, "
            "company and course go along. Importing a later file again brings the dates up to date.",
            dates=counted,
        )
        column.addWidget(label(words, "small"))
        cloud = say(
            "Many calendars are copied to a cloud, outside of this computer. If your clients should not "
            "appear there, let codes stand for their names."
        )
        column.addWidget(label(cloud, "small", "warn"))
        column.addWidget(self._coded, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addStretch(1)
        leave = Button(say("Cancel"), "calendar-cancel", "quiet")
        save = Button(say("Save the file…"), "calendar-save", "primary")
        leave.clicked.connect(self.reject)
        save.clicked.connect(self.accept)
        row.addWidget(leave)
        row.addWidget(save)
        column.addLayout(row)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def is_coded(self) -> bool:
        """Whether codes are to stand for names."""
        return self._coded.isChecked()
