"""Reads the companies of a server anew while the room shows what was read before."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.territory.wanted import Wanted
from desktop.ui.background import Operation
from desktop.ui.desk import Desk

_LEAST = 500  # milliseconds in which news come together


class Renewal(QObject):
    """Reads when it may: what took long rests for a while.

    Signals: `renewed` after something was read, `failed` carries the error that says why nothing was.
    """

    renewed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = Operation(self)
        self._rest = QTimer(self, singleShot=True)
        self._is_wanted = False
        self._rest.timeout.connect(self._on_rested)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self.failed)

    def begin(self, *, at_once: bool = False) -> None:
        """Read as soon as may be, or (after the user did something) `at_once`; on a file nothing is to do."""
        if not self._desk.workspace.together.is_shared:
            return
        self._is_wanted = True
        if at_once:
            self._rest.start(0)
        elif not self._rest.isActive() and not self._reading.is_running:
            pause = self._desk.workspace.hub.territory.pause
            self._rest.start(max(_LEAST, round(1000 * pause)))

    def _on_rested(self) -> None:
        if self._is_wanted and not self._reading.is_running:
            self._is_wanted = False
            book, wanted = self._desk.workspace.hub.territory, self._desk.recent.wanted or Wanted()
            self._reading.start(partial(book.renew, wanted))

    def _on_read(self, is_new: object) -> None:
        if is_new:
            self.renewed.emit()
        if self._is_wanted:
            self.begin()
