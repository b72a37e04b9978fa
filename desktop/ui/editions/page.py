"""The page of the editions that are installed, for every desk."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.editions.installed_list import InstalledList
from desktop.ui.look import Look
from desktop.ui.pieces import Button, at_left, label, scrolled

_WIDEST = 780


class EditionsPage(QWidget):
    """Which editions are in use; one can be installed, updated or removed.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("editions-page")
        area, inside = scrolled((40, 28, 40, 28), 14)
        back = Button(look.wording("Back to the settings"), "back-to-settings", "quiet")
        back.clicked.connect(partial(self.page_requested.emit, "settings"))
        head = QHBoxLayout()
        head.addWidget(label(look.wording("Editions"), "title", wraps=False))
        head.addStretch(1)
        head.addWidget(back)
        frame = QWidget()
        frame.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(at_left(frame, _WIDEST))
        shown = InstalledList(desk, look)
        inside.addLayout(at_left(shown, _WIDEST))
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setFocusProxy(shown)
