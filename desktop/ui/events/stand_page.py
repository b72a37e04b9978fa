"""What every screen that asks a visitor something offers to the flow that shows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.events.big import SIDE, big_words, board
from desktop.ui.look import Look
from desktop.ui.pieces import Button, scrolled
from desktop.ui.refocusing import end_writing

_FIRST, _LAST = ord("1"), ord("9")
_INTO = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space)


class StandPage(QWidget):
    """One thing asked, in large words.

    Attributes: `first` is where the keyboard begins.
    Signals: `told` carries what the visitor told; `settled` follows where there is nothing to add and the
    next screen can come.
    """

    told = Signal(object)
    settled = Signal()

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._say = look.wording
        self.first: QWidget | None = None
        area, self._inside = scrolled((0, 0, 0, 0), 10)
        self._top = board(self, margins=(SIDE, 14))
        self._top.addWidget(area, 1)

    @property
    def is_complete(self) -> bool:
        """Whether the visitor can go on."""
        raise NotImplementedError

    @property
    def asides(self) -> tuple[Button, ...]:
        """Buttons that belong to the bar below."""
        return ()

    def needed_height(self, width: int) -> int:
        """The pixels that show all of it at a width."""
        sides, inside = self._top.contentsMargins(), self._inside
        inside.activate()
        within = width - sides.left() - sides.right()
        needed = inside.heightForWidth(within) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return needed + sides.top() + sides.bottom()

    def meet(self, *, is_by_key: bool) -> None:
        """Take the keyboard; who uses a finger sees no answer stand out before it is chosen."""
        self.setFocusProxy(self.first if is_by_key else None)  # type: ignore[arg-type]  # Qt takes None
        self.setFocus()

    def press_digit(self, digit: int) -> None:
        """Choose what carries a digit (1-9), where anything does."""

    def hand_over(self) -> None:
        """Tell what is still being written."""
        end_writing()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _FIRST <= event.key() <= _LAST and not event.modifiers():
            self.press_digit(event.key() - _FIRST + 1)
        elif event.key() in _INTO and self.first is not None:
            self.first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _add_title(self, title: str, hint: str = "") -> None:
        shown = big_words(title, 28, self._look, is_strong=True)
        shown.setObjectName("stand-question")
        self._inside.addWidget(shown)
        if hint:
            self._inside.addWidget(big_words(hint, 17, self._look, "muted"))
        self._inside.addSpacing(4)
