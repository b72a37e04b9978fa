"""What the pages of results and of the plan share: worked out beside the window, shown part by part."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.parts import Parts
from desktop.ui.pieces import Button, at_left, label, scrolled

WIDEST = 980  # pixels of what is read
_SIDE = 40


class CasePage(QWidget):
    """A title with the state of the work, then what stays in sight, then the parts, then the way on.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._name = name
        self._next_page = ""
        self._head = QVBoxLayout()
        self._state = label("", "small", "muted", wraps=False)
        self._outcome = ""
        self._parts = Parts()
        self._operation = Operation(self)

    def _build_page(self, title: str, onward: str, next_page: str) -> None:
        self._next_page = next_page
        self._onward = Button(onward, f"to-{next_page}", "primary")
        self.setObjectName(f"{self._name}-page")
        self._state.setObjectName(f"{self._name}-state")
        heading = QWidget()
        line = QHBoxLayout(heading)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(title, "title", wraps=False), 1)
        line.addWidget(self._state)
        self._head.setContentsMargins(_SIDE, 24, _SIDE, 12)
        self._head.setSpacing(10)
        self._head.addLayout(at_left(heading, WIDEST))
        area, inside = scrolled((_SIDE, 2, _SIDE - 10, 28), 16)
        area.setObjectName(f"{self._name}-area")
        inside.addLayout(at_left(self._parts, WIDEST))
        inside.addLayout(at_left(self._way_on(), WIDEST))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(area, 1)

    def _way_on(self) -> QWidget:
        self._onward.setMinimumHeight(42)
        self._onward.hide()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self._onward)
        return row

    def _connect_page(self) -> None:
        self._operation.succeeded.connect(self._on_worked_out)
        self._operation.failed.connect(self._on_failed)
        self._parts.all_shown.connect(self._on_all_shown)
        self._onward.clicked.connect(self._on_onward_clicked)

    def _work_out(self, work: Callable[[], object]) -> None:
        self._show_work_ahead()
        self._operation.start(work)

    def _show_work_ahead(self) -> None:
        """Say that what is shown is about to change, until the last part of what comes stands there."""
        self._outcome = self._wording("Computing…")
        self._state.setText(self._outcome)

    def _on_all_shown(self) -> None:
        self._state.setText(self._outcome)
        self._onward.setVisible(self._leads_on())
        self._order_stops()
        self._take_focus()

    def _leads_on(self) -> bool:
        """Whether what is shown is enough to go on with."""
        return True

    def _order_stops(self) -> None:
        """The keyboard goes through the parts as they are seen, then to the way on."""
        self._parts.order_stops()
        if stops := self._parts.stops():
            QWidget.setTabOrder(stops[-1], self._onward)

    def _take_focus(self) -> None:
        """Where the page as a whole has the keyboard, hand it to the first thing to use."""
        stop = self._first_stop()
        if self.hasFocus() and stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_stop(self) -> QWidget | None:
        return next(iter(self._parts.stops()), None)

    def _on_onward_clicked(self) -> None:
        self.page_requested.emit(self._next_page)

    def _on_worked_out(self, value: object) -> None:
        """Show what was worked out."""
        raise NotImplementedError

    def _on_failed(self, error: object) -> None:
        """Say what went wrong."""
        raise NotImplementedError
