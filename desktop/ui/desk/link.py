"""Whether the server of a workspace answers, and what it tells, in the window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import StorageError
from desktop.storage.server.heard import Link
from desktop.workspace.server_side import ServerSide

if TYPE_CHECKING:
    from desktop.storage.server.listening import Work


class ServerLink(QObject):
    """The connection on which a desk listens, as long as the workspace is open.

    Signals: `changed` when the server answers, or does not any more; `came_back` when it answers again:
    whatever is shown may be another by now; `connected` with each new connection, also the first, which holds
    nothing yet; `heard` carries what was `Heard`.
    """

    changed = Signal()
    came_back = Signal()
    connected = Signal()
    heard = Signal(object)

    def __init__(self, server: ServerSide, parent: QObject) -> None:
        super().__init__(parent)
        self.told = server.told
        self.is_up = True
        self.error: StorageError | None = None
        self._post = _Post()
        self._post.linked.connect(self._on_linked)
        self._post.heard.connect(self.heard)
        self._listening = server.listen(self._post.heard.emit, self._post.linked.emit)

    def ask(self, work: "Work") -> None:
        """Do something on the connection, in its own thread; see `Listening.ask`."""
        self._listening.ask(work)

    def try_now(self) -> None:
        """Try again at once, where it pauses."""
        self._listening.try_now()

    def _on_linked(self, value: object) -> None:
        if not isinstance(value, Link):
            return
        was_up, self.is_up, self.error = self.is_up, value.is_up, value.error
        if value.is_new:
            self.connected.emit()
        if was_up != self.is_up:
            self.changed.emit()
        if self.is_up and not was_up:
            self.came_back.emit()


class _Post(QObject):
    """Brings what the listening thread tells into the window's thread; it belongs to no page."""

    linked = Signal(object)
    heard = Signal(object)
