"""Widgets beside one another, in as many lines as their widths need."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

_GAP = 8  # pixels


class WrappedRow(QWidget):
    """A row of chips: each as wide as its words, the next line begun where one is full.

    A widget and no layout: the items of a layout written in Python outlived what they stood for.
    """

    def __init__(self, widgets: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._widgets.extend(widgets)
        for widget in self._widgets:
            widget.setParent(self)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._arrange()

    def clear(self) -> None:
        """Let all widgets go."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self._arrange()

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint().expandedTo(widget.minimumSize()) for widget in self._widgets]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):  # dressed, they may be larger
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Not before it is shown: widgets that are dressed early are dressed twice."""
        if not self.isVisible():
            self.updateGeometry()
            return
        for widget, place in zip(self._widgets, self._places(self.width()), strict=True):
            widget.setGeometry(place)
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        """Where each widget goes, counted from the upper left corner."""
        places: list[QRect] = []
        at, line, begun = QPoint(0, 0), 0, 0
        for widget in self._widgets:
            widget.ensurePolished()
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            if at.x() and at.x() + size.width() > width:
                _centre(places[begun:], line)
                at = QPoint(0, at.y() + line + _GAP)
                line, begun = 0, len(places)
            places.append(QRect(at, size))
            at = QPoint(at.x() + size.width() + _GAP, at.y())
            line = max(line, size.height())
        _centre(places[begun:], line)
        return places


def _centre(places: list[QRect], height: int) -> None:
    """Let those of one line lie at half its height."""
    for place in places:
        place.translate(0, (height - place.height()) // 2)
