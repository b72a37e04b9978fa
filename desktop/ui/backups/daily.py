"""The copy of the day, made while nobody waits for it, and looked after every hour."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.ui.background import Operation, idle_pool
from desktop.workspace import Workspace

_HOUR = 3_600_000  # milliseconds


class DailyCopies(QObject):
    """Keeps the copies of a workspace; what fails is told in the settings and hinders nothing."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._operation = Operation(self, idle_pool(), is_lasting=True)
        self._hourly = QTimer(self)
        self._hourly.setInterval(_HOUR)
        self._hourly.timeout.connect(self._on_due)

    def start(self) -> None:
        """Begin; the workspace must be ready for saving."""
        self._on_due()
        self._hourly.start()

    def _on_due(self) -> None:
        if not self._operation.is_running:
            self._operation.start(partial(_look_after, self._workspace))


def _look_after(workspace: Workspace) -> None:
    """Runs in a worker thread; what a deletion that was cut short left goes before it is copied."""
    workspace.register.finish_erasing()
    workspace.backups.keep_daily()
