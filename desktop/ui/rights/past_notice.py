"""A quiet line where companies are past their time; a first page shows it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class PastNotice(QFrame):
    """Hidden where every company is within its time, and until that is known.

    Signals: `page_requested` carries the page of those past their time.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("past-notice")
        self.setProperty("kind", "note")
        self._wording = look.wording
        self._told = label("", "small")
        self._looking = Operation(self, quick_pool())
        self._looking.succeeded.connect(self._on_found)
        see = Button(look.wording("See which"), "see-past", "quiet")
        see.clicked.connect(partial(self.page_requested.emit, "past"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 6, 5)
        row.addWidget(self._told, 1)
        row.addWidget(see)
        self.hide()
        self._looking.start(desk.workspace.retention.past)

    def _on_found(self, found: object) -> None:
        count = len(found) if isinstance(found, tuple) else 0
        words = self._wording.plural(
            "The time you chose is over for {count} company.",
            "The time you chose is over for {count} companies.",
            count,
        )
        self._told.setText(words)
        self.setVisible(count > 0)
