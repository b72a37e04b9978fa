"""Says that the list shows the companies behind a figure, and leads back to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.company_listing import Wish


class AmongStrip(QFrame):
    """Seen only while the list is narrowed to such companies.

    Signals: `cleared` after all companies are wanted again, `page_requested` carries the page to go back to.
    """

    cleared = Signal()
    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._words = label("", "small")
        self._words.setObjectName("among-words")
        self._back = Button(look.wording("Back to the figures"), "back-to-figures", "quiet")
        self._all = Button(look.wording("Show all companies"), "show-all-companies", "quiet")
        self.setProperty("kind", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._all)
        row.addWidget(self._back)
        self._back.clicked.connect(self._on_back_clicked)
        self._all.clicked.connect(self.cleared)
        self.show_wish(desk.recent.wish)

    def show_wish(self, wish: Wish) -> None:
        """Show what the list is narrowed to, or nothing."""
        self._words.setText(wish.among_words)
        self.setVisible(wish.among is not None)

    def _on_back_clicked(self) -> None:
        self._desk.recent.wish = Wish()
        self.page_requested.emit("hub")
