"""Other desks on the same server, heard in the window's thread."""

from functools import cache, partial
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.ui.desk.bare_desk import BareDesk

if TYPE_CHECKING:
    from desktop.storage.server.others import News

_TOGETHER = 120  # milliseconds in which changes are heard as one


class _Mailbox(QObject):
    """Brings what was heard into the window's thread, and outlives all desks."""

    heard = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.heard.connect(self._on_heard)

    def _on_heard(self, reader: object, value: object) -> None:
        read = reader() if isinstance(reader, WeakMethod) else None
        if read is not None and isValid(read.__self__):  # the window may have closed meanwhile
            read(value)


@cache
def _mailbox() -> _Mailbox:
    """The one mailbox; asked for first in the window's thread."""
    return _Mailbox()


class Neighbours(QObject):
    """What they have just changed, and who has the company open.

    Signals: `changed` carries what changed since the last time, as a set of `News`; `moved` after somebody
    opened or left a company.
    """

    changed = Signal(object)
    moved = Signal()

    def __init__(self, desk: BareDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._heard: set[News] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_TOGETHER)
        self._rest.timeout.connect(self._tell)

    def listen(self) -> None:
        """Begin, where there are any."""
        together = self._desk.workspace.together
        if together.is_shared:
            together.listen(partial(_mailbox().heard.emit, WeakMethod(self._on_heard)))
            case = self._desk.case
            together.look_at(None if case is None else case.company_id)

    @property
    def here(self) -> tuple[str, ...]:
        """Who else has the company on the desk open."""
        case = self._desk.case
        return () if case is None else self._desk.workspace.together.at(case.company_id)

    def _on_heard(self, value: object) -> None:
        from desktop.storage.server.others import News

        if isinstance(value, News):
            self._heard.add(value)
            if not self._rest.isActive():
                self._rest.start()
        else:
            self.moved.emit()

    def _tell(self) -> None:
        heard, self._heard = frozenset(self._heard), set()
        self.changed.emit(heard)
