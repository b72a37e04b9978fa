"""The parts of a page under one another, made one at a time so that the window never stands still."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

_TURN = 2  # milliseconds of making before the window gets its turn; a card takes about as long

_ANY_SIZE = QSize(400, 40)


@dataclass(frozen=True, slots=True)
class Part:
    """A part to show: while a part of its name shows an equal value, that one stays as it is."""

    name: str
    value: object
    make: Callable[[], QWidget]


class Parts(QWidget):
    """A column of parts.

    Signals: `all_shown` when the last part asked for stands in its place.
    """

    all_shown = Signal()

    def __init__(self, spacing: int = 14) -> None:
        super().__init__()
        self._shown: dict[str, tuple[object, QWidget]] = {}
        self._waiting: Iterator[Part] = iter(())
        self._placed: list[str] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._column.addStretch(1)  # else every part is resized whenever one comes or goes

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show these parts in this order in place of those before."""
        self._waiting = iter(parts)
        self._placed = []
        self._turn.start()

    def stop(self) -> None:
        """Place no more: what they would show is put away."""
        self._turn.stop()

    @property
    def is_placing(self) -> bool:
        """Whether some of the parts asked for do not stand in their place yet."""
        return self._turn.isActive()

    def widget(self, name: str) -> QWidget | None:
        """The part of a name as it is shown now."""
        return self._shown[name][1] if name in self._shown else None

    def tops_below(self, height: int) -> list[tuple[str, int]]:
        """The parts that reach below a height, each with its top in pixels, from top to bottom."""
        tops = [
            (part.y(), name) for name, (_, part) in self._shown.items() if part.geometry().bottom() > height
        ]
        return [(name, top) for top, name in sorted(tops)]

    def names_from(self, inside: QWidget) -> list[str]:
        """The parts from top to bottom, beginning with the one that a widget is in, if it is in any."""
        tops = sorted((part.y(), name) for name, (_, part) in self._shown.items())
        names = [name for _, name in tops]
        of_it = (name for name in names if self._shown[name][1].isAncestorOf(inside))
        first = next(of_it, None)
        return [] if first is None else names[names.index(first) :]

    def stops(self, only: str = "") -> list[QWidget]:
        """Where the keyboard stops, from top to bottom; with the name of a part, in that one."""
        parts = (self._shown[name][1] for name in self._placed if only in {"", name})
        inside = (widget for part in parts for widget in (part, *part.findChildren(QWidget)))
        return [widget for widget in inside if _is_stop(widget) and widget.window() is self.window()]

    @override
    def sizeHint(self) -> QSize:
        """Any: height follows from width, and Qt would lay out every text once more to find another."""
        return _ANY_SIZE

    @override
    def minimumSizeHint(self) -> QSize:
        return _ANY_SIZE

    def _on_turn(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while spent.elapsed() < _TURN:
            part = next(self._waiting, None)
            if part is None:
                self._turn.stop()
                self._remove_others()
                self.order_stops()
                self.all_shown.emit()
                return
            self._place(part)

    def _place(self, part: Part) -> None:
        value, before = self._shown.get(part.name, (None, None))
        widget = before
        if widget is None or value != part.value:
            widget = part.make()
            self._shown[part.name] = part.value, widget
        position = len(self._placed)
        if self._column.indexOf(widget) != position:
            self._column.insertWidget(position, widget)
        if before is not None and before is not widget:
            self._replace(before, widget)
        self._placed.append(part.name)

    def _replace(self, before: QWidget, widget: QWidget) -> None:
        """At once in its place, so that nothing is bare for a moment."""
        widget.setGeometry(before.geometry())
        self._remove(before)
        widget.show()

    def _remove_others(self) -> None:
        for name in [name for name in self._shown if name not in self._placed]:
            self._remove(self._shown.pop(name)[1])

    def order_stops(self) -> None:
        """Let the keyboard go by what is seen: parts, and what is in them, are made in any order."""
        for before, after in pairwise(self.stops()):
            following = before.nextInFocusChain()
            # The chain is a ring: whoever skipped other stops in it would find the next one behind the last.
            while following is not None and not _is_stop(following):
                following = following.nextInFocusChain()
            if following is not after:
                QWidget.setTabOrder(before, after)

    def _remove(self, widget: QWidget) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and (focused is widget or widget.isAncestorOf(focused)):
            focused.clearFocus()  # else Qt hands it on, and scrolls to wherever that is
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
