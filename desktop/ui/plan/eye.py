"""Where somebody is on a page, found again after its parts were made anew."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class Eye:
    """Remembers the widget with the keyboard by its name, and how far the page is scrolled."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._widget: QWidget | None = None
        self._name = ""
        self._height = 0

    def remember(self) -> None:
        """To be called before parts are replaced."""
        focused = QApplication.focusWidget()
        is_here = focused is not None and bool(focused.objectName()) and self._page.isAncestorOf(focused)
        self._name = focused.objectName() if focused is not None else ""
        self._widget = focused if is_here else None
        self._height = self._scrolled()

    def return_there(self) -> None:
        """To be called when all parts are shown; nothing moves where the widget was not replaced."""
        before, self._widget = self._widget, None
        if before is None:
            return
        again = [each for each in self._page.findChildren(QWidget, self._name) if each.isVisible()]
        if again and before not in again:
            again[0].setFocus()
            self._scroll(self._height)

    def look_up(self) -> None:
        """Go to the top of the page."""
        self._scroll(0)

    def _scrolled(self) -> int:
        area = self._page.findChild(QScrollArea)
        return area.verticalScrollBar().value() if area is not None else 0

    def _scroll(self, height: int) -> None:
        area = self._page.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(height)
