"""How much is overdue or due this week, counted beside the window for the rail."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.clock import today
from desktop.ui.background import Operation, idle_pool
from desktop.ui.desk import Desk
from desktop.workspace import Workspace

_CALM = 1500  # milliseconds: first the page that is shown, then this


class DueCounter(QObject):
    """Counts anew when reminders change.

    Signals: `counted` when `count` may be another.
    """

    counted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0
        self._workspace = desk.workspace
        self._operation = Operation(self, idle_pool())
        self._operation.succeeded.connect(self._on_counted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM)
        self._later.timeout.connect(self._start)
        desk.due_changed.connect(self._start)

    def start_soon(self) -> None:
        """Count once the window is calm."""
        self._later.start()

    def _start(self) -> None:
        self._operation.start(partial(_counted, self._workspace))

    def _on_counted(self, count: object) -> None:
        if isinstance(count, int):
            self.count = count
            self.counted.emit()


def _counted(workspace: Workspace) -> int:
    from desktop.workspace.due import when

    day = today()
    return sum(when(each.due_on, day) in ("overdue", "week") for each in workspace.reminders.due())
