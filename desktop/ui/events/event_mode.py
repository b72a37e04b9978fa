"""The window given to visitors: no rail, no page of the desk, full screen, and no closing by accident."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from desktop.errors import StorageError, sentence_of
from desktop.ui.events.event_stand import EventStand
from desktop.ui.shell import Shell
from desktop.workspace import Workspace
from desktop.workspace.events import Stand


class EventMode(QObject):
    """Holds the window from the moment it begins until somebody of the hub ends it.

    Signals: `ended` once the desk may be shown again.
    """

    ended = Signal()

    def __init__(self, workspace: Workspace, stand: Stand, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shell = shell
        self._window = shell.window()
        self._stand = EventStand(workspace, stand, shell.look)
        self._stand.left.connect(self._on_left)

    def begin(self) -> None:
        """Take the window."""
        look = self._shell.look
        self._shell.show_look(look.wording.language, look.tokens.name)  # a rail that names no company
        self._shell.rail.hide()
        self._shell.show_strips()
        self._window.installEventFilter(self)
        self._window.showFullScreen()
        self._shell.show_page(self._stand)
        try:
            self._stand.start()
        except StorageError as error:
            say = self._shell.look.wording
            told = say.tell(sentence_of(error))
            self._shell.show_message(say("That did not work"), told, say("Try again"), self._end)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing the window asks as leaving does; only the system that shuts down is let through."""
        application = QGuiApplication.instance()
        is_ending = isinstance(application, QGuiApplication) and application.isSavingSession()
        if event.type() == QEvent.Type.Close and not is_ending:
            event.ignore()
            self._stand.ask_to_leave()
            return True
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        try:
            self._workspace.hub.events.leave_mode()
        except StorageError as error:
            say = self._shell.look.wording
            self._shell.show_message(
                say("That did not work"), say.tell(sentence_of(error)), say("Try again"), self._on_left
            )
            return
        self._end()

    def _end(self) -> None:
        self._window.removeEventFilter(self)
        self._window.showNormal()
        self._shell.rail.show()
        self.deleteLater()
        self.ended.emit()


def event_mode(workspace: Workspace, shell: Shell, parent: QObject) -> EventMode | None:
    """Event mode, begun; None where its event is gone."""
    stand = workspace.hub.events.stand
    if stand is None:
        return None
    made = EventMode(workspace, stand, shell, parent)
    made.begin()
    return made
