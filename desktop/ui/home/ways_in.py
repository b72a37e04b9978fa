"""How companies come in and leave: a new one, results to import, several to print."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button


class WaysIn(QWidget):
    """Buttons in a row; `new` stands apart.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        say = look.wording
        self._due = Button(say("What is due"), "to-due-list", "quiet")
        self._several = Button(say("Print several…"), "to-several", "quiet")
        self._laptops = Button(say("Laptops…"), "to-laptops", "quiet")
        self._import = Button(say("Import results…"), "import-results", "quiet")
        self._last = Button(say("What came in"), "last-import", "quiet")
        self.new = Button(say("New company"), "start")
        self.new.setIcon(icon("plus", look.tokens.ink))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self._due, self._last, self._import, self._several, self._laptops):
            row.addWidget(button)
        self._last.setVisible(desk.arrivals.run is not None)
        self._laptops.setVisible(desk.workspace.laptops.is_on_server)
        self._laptops.clicked.connect(partial(self.page_requested.emit, "laptops"))
        self._due.clicked.connect(partial(self.page_requested.emit, "due"))
        self._several.clicked.connect(partial(self.page_requested.emit, "several"))
        self._last.clicked.connect(partial(self.page_requested.emit, "arrivals"))
        self._import.clicked.connect(self._on_import_clicked)
        self.new.clicked.connect(self._on_new_clicked)

    def _on_import_clicked(self) -> None:
        from desktop.ui.arrivals.choosing import take_in_chosen

        if take_in_chosen(self, self._desk, self._look):
            self.page_requested.emit("arrivals")

    def _on_new_clicked(self) -> None:
        self._desk.clear()
        self.page_requested.emit("company")
