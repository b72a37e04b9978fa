"""Starts the application on a folder; prints when its first page was painted, and how soon searches are."""

import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView, QWidget

from desktop import app

_FIRST_PAGES = ("welcome-page", "home-page")
_SETTLED = 2500  # milliseconds until what is imported ahead is there


class Watch(QObject):
    """Sees the first paint of the first page, and the longest time without a turn."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._last = time.perf_counter()
        self.stall = 0.0
        self.shown = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(1)
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The first paint of a page that is complete."""
        if event.type() == QEvent.Type.Paint and not self.shown and self._is_complete():
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    def _is_complete(self) -> bool:
        page = next((each for name in _FIRST_PAGES if (each := self._window.findChild(QWidget, name))), None)
        if page is None or page.objectName() == "welcome-page":
            return page is not None
        model = page.findChild(QTableView, "company-list").model()
        return model is not None and model.rowCount() > 0

    def _on_painted(self) -> None:
        self.shown = self.shown or time.time()

    def _on_turn(self) -> None:
        now = time.perf_counter()
        self.stall, self._last = max(self.stall, now - self._last), now


def wait(milliseconds: int) -> None:
    """Let the window go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def painted(act: object) -> float:
    """The seconds until what an act changes is painted."""
    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    return time.perf_counter() - begun


def main() -> None:
    """Print `name seconds` line by line."""
    _ = app.make_application()
    window = app.open_window(Path(sys.argv[1]))
    watch = Watch(window)
    while not watch.shown:
        wait(5)
    wait(_SETTLED)
    print(f"shown {watch.shown}")
    print(f"stall {watch.stall}")
    search = window.findChild(QLineEdit, "company-search")
    if search is not None:
        letters = [painted(lambda: search.insert(letter)) for letter in "lorusso"]  # noqa: B023 - used at once
        print(f"letter {statistics.median(letters)}")
        search.clear()
        heading = window.findChild(QTableView, "company-list").horizontalHeader()
        orders = [painted(lambda: heading.sectionClicked.emit(column)) for column in (0, 4, 6, 0)]  # noqa: B023
        print(f"order {statistics.median(orders)}")
        print(f"back {coming_back(window)}")
    window.close()


def coming_back(window: QWidget) -> float:
    """Open the first company, and come back to the list."""
    window.findChild(QPushButton, "open-company").click()
    wait(500)
    begun = time.perf_counter()
    window.findChild(QWidget, "home").click()
    while True:
        wait(2)
        table = window.findChild(QTableView, "company-list")
        if table is not None and table.model() is not None and table.model().rowCount():
            return time.perf_counter() - begun


main()
