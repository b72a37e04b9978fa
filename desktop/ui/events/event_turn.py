"""Whose turn the window is: the desk's, or that of the visitors of an event."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.safety.leaving import refuses_to_leave

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.desk import Desk
    from desktop.ui.events.event_mode import EventMode
    from desktop.ui.shell import Shell
    from desktop.workspace import Workspace


class EventTurn(QObject):
    """Gives the window to visitors where its workspace is in event mode, also after a restart.

    Signals: `ended` once the desk may be shown again.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._mode: EventMode | None = None

    @property
    def is_on(self) -> bool:
        """Whether visitors have the window."""
        return self._mode is not None

    def takes(self, workspace: "Workspace", shell: "Shell") -> bool:
        """Begin event mode where it is on; whether it is. SestanteError where nothing can be read."""
        if not workspace.hub.events.is_stand:
            return False
        from desktop.ui.events.event_mode import event_mode

        self._mode = event_mode(workspace, shell, self)
        if self._mode is not None:
            self._mode.ended.connect(self._on_ended)
        return self.is_on

    def refuses(self, desk: "Desk", window: "QWidget") -> bool:
        """Whether the desk cannot be left for it; that is told, and event mode is off again."""
        is_refused = refuses_to_leave(desk, window)
        if is_refused:
            desk.save_outside(desk.workspace.hub.events.leave_mode)
        return is_refused

    def _on_ended(self) -> None:
        self._mode = None
        self.ended.emit()
