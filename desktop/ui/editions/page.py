"""The page of the editions that are installed, for every desk."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.editions.installed_list import InstalledList
from desktop.ui.look import Look
from desktop.ui.pieces import at_left, label, scrolled

_WIDEST = 780


class EditionsPage(QWidget):
    """Which editions are in use; one can be installed, updated or removed."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("editions-page")
        area, inside = scrolled((40, 28, 40, 28), 14)
        inside.addWidget(label(look.wording("Editions"), "title"))
        shown = InstalledList(desk, look)
        inside.addLayout(at_left(shown, _WIDEST))
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setFocusProxy(shown)
