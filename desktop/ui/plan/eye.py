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
        self._seen = 0
        self._below: list[str] = []

    def remember(self) -> None:
        """To be called before parts are replaced; what went and is not found again yet stays remembered."""
        focused = QApplication.focusWidget()
        is_gone = self._widget is not None and not (isValid(self._widget) and self._widget.isVisible())
        if not self._tops or (not is_gone and self._has_moved(focused)):
            self._seen = self._bar().value()
            self._tops = self._parts.tops_below(self._seen)
            self._below = [] if focused is None else self._parts.names_from(focused)
        if is_gone:
            return
        is_here = focused is not None and bool(focused.objectName()) and self._page.isAncestorOf(focused)
        self._name = focused.objectName() if focused is not None else ""
        self._widget = focused if is_here else None

    def return_there(self) -> None:
        """To be called when all parts are shown; nothing moves where the widget was not replaced.

        The keyboard of a widget that is gone for good goes to the first stop of what stands in its place.
        """
        self._scroll_back()
        before, self._widget = self._widget, None
        if before is None:
            return
        again = [each for each in self._page.findChildren(QWidget, self._name) if each.isVisible()]
        if before in again:
            return
        height = self._bar().value()
        is_lost = QApplication.focusWidget() is None
        for stop in again[:1] or (self._stops_in_its_place()[:1] if is_lost else []):
            stop.setFocus()
        self._bar().setValue(height)

    def look_up(self) -> None:
        """Go to the top of the page."""
        self._bar().setValue(0)

    def _has_moved(self, focused: QWidget | None) -> bool:
        """Whether somebody went on while parts were placed; a page that shrank moves by itself."""
        bar = self._bar()
        return focused is not self._widget or bar.value() not in (self._seen, bar.maximum())

    def _stops_in_its_place(self) -> list[QWidget]:
        """Of the part that held the keyboard, or else of the first one below it that is still there."""
        found = (self._parts.stops(name) for name in self._below if self._parts.widget(name) is not None)
        return next(filter(None, found), [])

    def _scroll_back(self) -> None:
        """As far as the first part still there has moved; at the very top not."""
        tops, self._tops = self._tops, []
        for name, before in tops:
            part = self._parts.widget(name)
            if part is not None:
                if self._bar().value():
                    self._bar().setValue(self._bar().value() + part.y() - before)
                return

    def _bar(self) -> QScrollBar:
        area = self._page.findChild(QScrollArea)
        if area is None:
            raise LookupError("a page with an eye has a scrolled area")
        return area.verticalScrollBar()
