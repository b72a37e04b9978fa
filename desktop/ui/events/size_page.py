"""The screen that asks how many people work in the firm: a number to press together with a finger."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from desktop.ui.events.big import big_button
from desktop.ui.events.stand_page import StandPage
from desktop.ui.fields import line_field
from desktop.ui.fonts import semibold
from desktop.ui.look import Look

_STARTS = (1, 2, 5, 10, 20, 50, 100, 250)
_MOST = 100_000


class SizePage(StandPage):
    """A number with less and more beside it, and some to begin with. `told` carries the number."""

    def __init__(self, headcount: int | None, look: Look) -> None:
        super().__init__("stand-size", look)
        say = look.wording
        self._add_title(
            say("How many people work in your firm?"), say("Count yourself, and part-timers as one each.")
        )
        self._number = line_field("stand-headcount", say("People"), 6)
        self._less = big_button("−", "stand-less", look)
        self._more = big_button("+", "stand-more", look)
        self._build()
        self._number.setText("" if headcount is None else str(headcount))
        self._connect()
        self.first = self._number

    def headcount(self) -> int:
        """The number shown; 0 while there is none."""
        text = self._number.text()
        return int(text) if text.isdecimal() else 0

    @property
    @override
    def is_complete(self) -> bool:
        return 0 < self.headcount() <= _MOST

    @override
    def press_digit(self, digit: int) -> None:
        self._number.setFocus()
        self._put(digit)

    def _build(self) -> None:
        look = self._look
        self._number.setFont(semibold(look.pixels(34)))
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._number.setFixedSize(look.pixels(170), look.pixels(72))
        self._number.setValidator(QIntValidator(1, _MOST, self._number))
        self._number.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._number.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        row = QHBoxLayout()
        row.setSpacing(14)
        for widget in (self._less, self._number, self._more):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self._less, self._more):
            button.setFixedSize(look.pixels(72), look.pixels(72))
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._less.setAccessibleName(look.wording("Less"))
        self._more.setAccessibleName(look.wording("More"))
        starts = QHBoxLayout()
        starts.setSpacing(10)
        for count in _STARTS:
            button = big_button(str(count), f"stand-people-{count}", look)
            button.setMinimumWidth(look.pixels(64))
            button.setMaximumWidth(look.pixels(110))
            button.clicked.connect(partial(self._put, count))
            starts.addWidget(button, 1)
        self._inside.addSpacing(10)
        self._inside.addLayout(row)
        self._inside.addSpacing(14)
        self._inside.addLayout(starts)
        self._inside.addStretch(1)

    def _connect(self) -> None:
        self._less.clicked.connect(self._on_less)
        self._more.clicked.connect(self._on_more)
        self._number.textEdited.connect(self._on_edited)

    def _put(self, count: int) -> None:
        self._number.setText(str(max(1, min(_MOST, count))))
        self._tell()

    def _on_less(self) -> None:
        self._put(self.headcount() - 1)

    def _on_more(self) -> None:
        self._put(self.headcount() + 1)

    def _on_edited(self, _: str) -> None:
        self._tell()

    def _tell(self) -> None:
        self.told.emit(self.headcount())
