"""The room of editions: those installed here, and one's own to hand out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.editions.installed_list import InstalledList
from desktop.ui.hub.packs.own_edition import OwnEdition
from desktop.ui.look import Look
from desktop.ui.pieces import at_left, label, scrolled

_WIDEST = 780


class PacksRoom(QWidget):
    """What is installed first, then the hub's own edition."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("packs-room")
        area, inside = scrolled((40, 16, 40, 28), 14)
        inside.addWidget(label(look.wording("Installed here"), "heading"))
        shown = InstalledList(desk, look)
        inside.addLayout(at_left(shown, _WIDEST))
        inside.addLayout(at_left(OwnEdition(desk, look), _WIDEST))
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setFocusProxy(shown)
