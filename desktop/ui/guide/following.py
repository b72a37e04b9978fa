"""What other desks change, shown on whatever page is open, without taking away what is being typed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.errors import NotWrittenError, OutOfReachError, StorageError
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.guide.new_content import NewContent
from desktop.ui.guide.shown import Shown
from desktop.ui.page_kinds import ShowsNews, ShowsNewsOf
from desktop.ui.pages import OF_CASE
from desktop.ui.shell import Shell
from desktop.workspace import Case

if TYPE_CHECKING:
    from desktop.storage.server.others import News

_AGAIN = 700  # milliseconds until another look at whether the user rests
_APART = 1500  # milliseconds at least between two times that a page of many companies is made anew
_SETTLING = (0, 120, 500)  # milliseconds after which a page made anew may have what it is scrolled to
_OF_DUE = ("", "reminder", "round", "company")
_OF_CONTENT = ("", "pack")


class Following(QObject):
    """Reads the open company again after news of it, and lets the page show it.

    Signals: `renewal_wanted` where the page has to be made anew; `gone` after the company was deleted.
    """

    renewal_wanted = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, shell: Shell, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._shown = shown
        self._content = NewContent(desk, shell, self._is_at_work, self)
        self._reading = Operation(self, quick_pool())
        self._again, self._later, self._rest = (_timer(self, each) for each in (_AGAIN, _AGAIN, _APART))
        self._new: set[str] = set()  # tables of which a page of many companies does not show the news yet
        self._is_anew = False
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._again.timeout.connect(self.read_case)
        self._later.timeout.connect(self._renew)
        self._rest.timeout.connect(self._on_rested)
        desk.neighbours.changed.connect(self._on_changed)
        desk.neighbours.moved.connect(self._show_others)
        desk.case_changed.connect(self._show_others)

    def read_case(self) -> None:
        """Read the open company again, and show what is there now."""
        if (case := self._desk.case) is not None:
            self._reading.start(partial(self._desk.workspace.case, case.id))

    def read_anew(self) -> None:
        """As `read_case`, after the user chose between two values: nothing of the page stays as it was."""
        self._is_anew = True
        self.read_case()

    def _on_changed(self, heard: "frozenset[News]") -> None:
        case, tables = self._desk.case, {each.table for each in heard}
        if not tables.isdisjoint(_OF_DUE):
            self._desk.due_changed.emit()
        if not tables.isdisjoint(_OF_CONTENT):
            self._content.hear()
        if case is not None and any(each.company_id in (0, case.company_id) for each in heard):
            self.read_case()
        if self._shown.name not in OF_CASE:
            self._show_many(tables)

    def _on_read(self, value: object) -> None:
        case, page = self._desk.case, self._shown.page
        if not isinstance(value, Case) or case is None or value.id != case.id:
            return
        self._desk.take_news(value)
        if self._is_anew:
            self._is_anew = False
            self._make_anew(page)
        elif isinstance(page, ShowsNews):
            if not page.show_news(case):
                self._again.start()
        elif self._shown.name in OF_CASE:
            self._renew()
        self._desk.case_changed.emit()

    def _on_failed(self, error: object) -> None:
        if isinstance(error, NotWrittenError):
            return  # the server is gone; news follow when it is back
        self._desk.clear()
        wording = self._shell.look.wording
        words = wording("This company was deleted, or is no longer assigned to you.")
        if isinstance(error, StorageError) and not isinstance(error, OutOfReachError):
            words = wording.tell(error.sentence)  # it is there, and cannot be read
        self.gone.emit()
        self._desk.noted.emit(words)

    def _show_many(self, tables: set[str]) -> None:
        """Not with every answer somebody gives: lists of thousands are made anew now and then."""
        self._new |= tables
        if not self._rest.isActive():
            self._on_rested()

    def _on_rested(self) -> None:
        if not self._new or self._shown.name in OF_CASE:
            return
        tables, self._new = self._new, set()
        self._rest.start()
        page = self._shown.page
        if isinstance(page, ShowsNewsOf):
            page.show_news_of(frozenset(tables))
        elif isinstance(page, ShowsNews) and not page.show_news(None):
            self._new |= tables

    def _renew(self) -> None:
        """Make the page anew when the user rests, scrolled to where it was."""
        page = self._shown.page
        if page is None or self._is_at_work():
            self._later.start()
            return
        self._make_anew(page)

    def _make_anew(self, page: QWidget | None) -> None:
        places = [] if page is None else [each.verticalScrollBar().value() for each in _areas(page)]
        self.renewal_wanted.emit()
        for delay in _SETTLING:
            QTimer.singleShot(delay, self, partial(self._scroll, self._shown.page, places))

    def _scroll(self, page: QWidget | None, places: list[int]) -> None:
        if page is not None and page is self._shown.page:
            for area, place in zip(_areas(page), places, strict=False):
                area.verticalScrollBar().setValue(place)

    def _is_at_work(self) -> bool:
        page, focused = self._shown.page, QApplication.focusWidget()
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return True
        is_here = page is not None and focused is not None and page.isAncestorOf(focused)
        return is_here and is_being_written(focused)

    def _show_others(self) -> None:
        self._shell.rail.show_others(self._desk.neighbours.here)


def is_being_written(field: QWidget | None) -> bool:
    """Whether somebody types in a field, and has not left it since."""
    if isinstance(field, QAbstractSpinBox):
        field = field.findChild(QLineEdit)
    if isinstance(field, QLineEdit):
        return field.isModified() and field.hasFocus()
    return isinstance(field, QPlainTextEdit) and field.document().isModified()


def _areas(page: QWidget) -> list[QAbstractScrollArea]:
    return page.findChildren(QAbstractScrollArea)


def _timer(parent: QObject, milliseconds: int) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    return made
