"""The page of laptops: who has which companies, which go along, and which come back."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.laptops.loans_card import LoansCard
from desktop.ui.laptops.return_card import ReturnCard
from desktop.ui.laptops.take_card import TakeCard
from desktop.ui.look import Look
from desktop.ui.pieces import Button, at_left, label, scrolled

_WIDEST = 860
_ABOVE = 16  # pixels


class LaptopsPage(QWidget):
    """Three cards; what is on laptops is read anew after something went or came.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("laptops-page")
        self._desk = desk
        say = look.wording
        self._back = Button(say("Back to the companies"), "back-to-companies", "quiet")
        self._loans = LoansCard(look)
        self._take = TakeCard(desk, look)
        self._return = ReturnCard(desk, look)
        self._reading = Operation(self)
        self._area, inside = scrolled((40, 28, 40, 28), 14)
        inside.addWidget(label(say("Laptops"), "title"))
        lead = say(
            "Take companies along in an encrypted folder, work where there is no network, and bring them "
            "back. Others may go on working on them meanwhile; nothing is lost."
        )
        inside.addWidget(label(lead, "body", "muted"))
        for each in (self._loans, self._take, self._return):
            inside.addLayout(at_left(each, _WIDEST))
        inside.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._later = (self._take, self._return, self._back)
        for part in self._later:
            part.hide()  # until it is known what is on laptops, which stands above them
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setFocusProxy(self._take)
        self._connect()
        self._read()

    def _connect(self) -> None:
        self._back.clicked.connect(partial(self.page_requested.emit, "welcome"))
        self._take.taken.connect(self._read)
        self._take.code_shown.connect(self._on_code_shown)
        self._return.returned.connect(self._read)
        self._return.turned.connect(self._on_turned)
        self._reading.succeeded.connect(self._loans.show_loans)
        self._reading.succeeded.connect(self._show_cards)
        self._reading.failed.connect(self._desk.save_failed)
        self._reading.failed.connect(self._show_cards)

    def _on_code_shown(self) -> None:
        """The code is read before it is typed: not its lower end alone, once the card has its new height."""
        QTimer.singleShot(0, self, self._show_take_card)

    def _show_take_card(self) -> None:
        self._area.verticalScrollBar().setValue(self._take.y())

    def _on_turned(self, shown: object) -> None:
        """Another page is read from its top."""
        inside = self._area.widget()
        if isinstance(shown, QWidget) and inside is not None:
            self._area.verticalScrollBar().setValue(shown.mapTo(inside, QPoint()).y() - _ABOVE)

    def _show_cards(self, _: object) -> None:
        for part in self._later:
            part.show()

    def _read(self) -> None:
        self._reading.start(self._desk.workspace.laptops.loans)
