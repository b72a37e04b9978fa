"""Where somebody is on a page, found again after its parts were made anew."""

from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from desktop.ui.parts import Parts


class Eye:
    """Remembers the widget with the keyboard by its name, and the part at the top of what is seen."""

    def __init__(self, page: QWidget, parts: Parts) -> None:
        self._page = page
        self._parts = parts
        self._widget: QWidget | None = None
        self._name = ""
        self._top: tuple[str, int] | None = None

    def remember(self) -> None:
        """To be called before parts are replaced; what went and is not found again yet stays remembered."""
        if self._top is None:
            self._top = self._parts.first_below(self._bar().value())
        focused = QApplication.focusWidget()
        if self._widget is not None and not (isValid(self._widget) and self._widget.isVisible()):
            return
        is_here = focused is not None and bool(focused.objectName()) and self._page.isAncestorOf(focused)
        self._name = focused.objectName() if focused is not None else ""
        self._widget = focused if is_here else None

    def return_there(self) -> None:
        """To be called when all parts are shown; nothing moves where the widget was not replaced."""
        self._scroll_back()
        before, self._widget = self._widget, None
        if before is None:
            return
        again = [each for each in self._page.findChildren(QWidget, self._name) if each.isVisible()]
        if again and before not in again:
            height = self._bar().value()
            again[0].setFocus()
            self._bar().setValue(height)

    def look_up(self) -> None:
        """Go to the top of the page."""
        self._bar().setValue(0)

    def _scroll_back(self) -> None:
        """As far as what was seen has moved; at the very top nothing does."""
        if self._top is None:
            return
        name, before = self._top
        self._top = None
        part = self._parts.widget(name)
        if part is not None and self._bar().value():
            self._bar().setValue(self._bar().value() + part.y() - before)

    def _bar(self) -> QScrollBar:
        area = self._page.findChild(QScrollArea)
        if area is None:
            raise LookupError("a page with an eye has a scrolled area")
        return area.verticalScrollBar()
