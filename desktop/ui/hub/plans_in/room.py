"""The room of plans that come in: imports, what waits for somebody, and whose next round is due."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.hub.plans_in.due_view import DueView
from desktop.ui.hub.plans_in.imports_view import ImportsView
from desktop.ui.hub.plans_in.waiting_view import WaitingView
from desktop.ui.look import Look
from desktop.ui.page_kinds import ShowsNews
from desktop.ui.tabs import Tabs
from desktop.workspace import Case

_SIDE = 40  # pixels


class PlansInRoom(QWidget):
    """Three views, each made when it is first entered.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._views: dict[str, QWidget] = {}
        self._counts = {"waiting": 0, "due": 0}
        self._current = "imports"
        self._tabs = Tabs(look, "plans-in", look.wording("What to look at"))
        self._stack = QStackedLayout()
        self._build()
        self._tabs.chosen.connect(self.enter)
        self.enter("imports")
        self._view("waiting")  # tells how many there are

    def enter(self, name: str) -> None:
        """Show a view."""
        self._current = name
        view = self._view(name)
        self._stack.setCurrentWidget(view)
        self._show_titles()
        self.setFocusProxy(view)

    def show_news(self, before: Case | None) -> bool:
        """Show who is due now, where that is looked at; imports are of this computer."""
        shown = self._views[self._current]
        return not isinstance(shown, ShowsNews) or shown.show_news(before)

    def _build(self) -> None:
        self.setObjectName("plans-in-room")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 4, _SIDE, 12)
        column.setSpacing(10)
        column.addWidget(self._tabs)
        column.addLayout(self._stack, 1)

    def _view(self, name: str) -> QWidget:
        if name not in self._views:
            view = self._made(name)
            self._views[name] = view
            self._stack.addWidget(view)
        return self._views[name]

    def _made(self, name: str) -> QWidget:
        if name == "due":
            due = DueView(self._desk, self._look)
            due.page_requested.connect(self.page_requested)
            due.counted.connect(self._on_due_counted)
            return due
        if name == "waiting":
            waiting = WaitingView(self._desk, self._look)
            waiting.counted.connect(self._on_waiting_counted)
            return waiting
        imports = ImportsView(self._desk, self._look)
        imports.page_requested.connect(self.page_requested)
        return imports

    def _show_titles(self) -> None:
        say = self._look.wording
        titles = {
            "imports": say("Imports"),
            "waiting": _counted(say("To decide"), self._counts["waiting"]),
            "due": _counted(say("Due again"), self._counts["due"]),
        }
        self._tabs.show_titles(titles, self._current)

    def _on_waiting_counted(self, count: int) -> None:
        self._counts["waiting"] = count
        self._show_titles()

    def _on_due_counted(self, count: int) -> None:
        self._counts["due"] = count
        self._show_titles()


def _counted(title: str, count: int) -> str:
    return f"{title} ({count})" if count else title
