"""The page of the hub: its rooms under tabs, each made when it is first entered."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.errors import StorageError
from desktop.ui.desk import Desk
from desktop.ui.hub.rooms import CONCERNED, ROOMS, room_titles
from desktop.ui.look import Look
from desktop.ui.page_kinds import LeadsOn, ShowsNews
from desktop.ui.pieces import label
from desktop.ui.tabs import Tabs
from desktop.ui.unshown_note import UnshownNote

_SIDE = 40  # pixels
_AGAIN = 700  # milliseconds until a room that was busy is asked again


class HubPage(QWidget):
    """The rooms of the hub, the one entered last in front.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._rooms: dict[str, QWidget] = {}
        self._behind: set[str] = set()  # rooms that do not show yet what another desk changed
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._tabs = Tabs(look, "hub", look.wording("Part of the hub"))
        self._stack = QStackedLayout()
        self._unshown = UnshownNote(self, desk)
        self._build()
        self._tabs.chosen.connect(self._on_chosen)
        self._again.timeout.connect(self._show_news)
        self.enter(desk.recent.room if desk.recent.room in ROOMS else next(iter(ROOMS)))

    def enter(self, name: str) -> None:
        """Show a room."""
        if name not in self._rooms:
            room = ROOMS[name]()(self._desk, self._look)
            if isinstance(room, LeadsOn):
                room.page_requested.connect(self.page_requested)
            self._rooms[name] = room
            self._stack.addWidget(room)
        self._desk.recent.room = name
        self._tabs.show_titles(room_titles(self._look.wording), name)
        self._stack.setCurrentWidget(self._rooms[name])
        self.setFocusProxy(self._rooms[name])
        self._show_news()

    def show_news_of(self, tables: frozenset[str]) -> None:
        """Let the room in front show what another desk changed in some tables; others do when entered."""
        self._behind |= {
            name for name in self._rooms if "" in tables or not tables.isdisjoint(CONCERNED[name])
        }
        self._show_news()

    def _show_news(self) -> None:
        name = self._desk.recent.room
        room = self._rooms[name]
        if name not in self._behind:
            return
        if not isinstance(room, ShowsNews) or room.show_news(None):
            self._behind.discard(name)
        else:
            self._again.start()

    def _on_chosen(self, name: str) -> None:
        """The titles are made anew with each choice; the keyboard stays at the one chosen.

        Where the room cannot be read, that is told, and the room shown before stays.
        """
        try:
            self.enter(name)
            self._unshown.hide()
        except StorageError as error:
            self._tabs.show_titles(room_titles(self._look.wording), self._desk.recent.room)
            self._unshown.tell(error, self._look.wording)
        self._tabs.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.setObjectName("hub-page")
        head = QHBoxLayout()  # beside one another: each room below needs the height
        head.setContentsMargins(_SIDE, 24, _SIDE, 8)
        head.setSpacing(20)
        head.addWidget(label(self._look.wording("Hub"), "title", wraps=False))
        head.addWidget(self._tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
