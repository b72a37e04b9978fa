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
        self._tops: list[tuple[str, int]] = []

    def remember(self) -> None:
        """To be called before parts are replaced; what went and is not found again yet stays remembered."""
        if not self._tops:
            self._tops = self._parts.tops_below(self._bar().value())
        focused = QApplication.focusWidget()
        if self._widget is not None and not (isValid(self._widget) and self._widget.isVisible()):
            return
        is_here = focused is not None and bool(focused.objectName()) and self._page.isAncestorOf(focused)
        self._name = focused.objectName() if focused is not None else ""
        self._widget = focused if is_here else None

    def return_there(self) -> None:
        """To be called when all parts are shown; nothing moves where the widget was not replaced.

        The keyboard of a widget that is gone for good goes to the first stop of what is seen.
        """
        near = self._scroll_back()
        before, self._widget = self._widget, None
        if before is None:
            return
        again = [each for each in self._page.findChildren(QWidget, self._name) if each.isVisible()]
        if before in again:
            return
        height = self._bar().value()
        is_lost = QApplication.focusWidget() is None and bool(near)
        for stop in again[:1] or (self._parts.stops(near)[:1] if is_lost else []):
            stop.setFocus()
        self._bar().setValue(height)

    def look_up(self) -> None:
        """Go to the top of the page."""
        self._bar().setValue(0)

    def _scroll_back(self) -> str:
        """As far as the first part still there has moved, whose name it gives back; at the very top not."""
        tops, self._tops = self._tops, []
        for name, before in tops:
            part = self._parts.widget(name)
            if part is not None:
                if self._bar().value():
                    self._bar().setValue(self._bar().value() + part.y() - before)
                return name
        return ""

    def _bar(self) -> QScrollBar:
        area = self._page.findChild(QScrollArea)
        if area is None:
            raise LookupError("a page with an eye has a scrolled area")
        return area.verticalScrollBar()
