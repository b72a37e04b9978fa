"""The screen with the square code that a visitor photographs and opens in Sestante at home."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.events.big import SIDE, Bar, big_button, big_words, board
from desktop.ui.events.square_code import SquareCode
from desktop.ui.look import Look

Rows = tuple[tuple[bool, ...], ...]


class CodeBoard(QWidget):
    """Waits for its codes, then shows one at a time.

    Signals: `closed` back to the result.
    """

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-code-board")
        self._look = look
        self._codes: tuple[Rows, ...] = ()
        self._place = 0
        say = look.wording
        self._square = SquareCode(say("A square code with your answers"))
        self._count = big_words(say("One moment…"), 17, look, "muted")
        self._other = big_button(say("The next code"), "stand-other-code", look)
        self._back = big_button(say("Back to the result"), "stand-back", look, "primary")
        self._build()
        self._other.clicked.connect(self._on_other)
        self._back.clicked.connect(self.closed)
        self._other.hide()
        self.setFocusProxy(self._back)

    def show_codes(self, codes: tuple[Rows, ...]) -> None:
        """Show the codes; normally there is one."""
        self._codes, self._place = codes, 0
        self._other.setVisible(len(codes) > 1)
        self._show()

    def show_trouble(self, words: str) -> None:
        """Say why there is none."""
        self._count.setText(words)

    def _build(self) -> None:
        say, look = self._look.wording, self._look
        bar = Bar()
        bar.left.addWidget(self._other)
        bar.right.addWidget(self._back)
        column = board(self, bar, margins=(SIDE, 12))
        row = QHBoxLayout()
        row.setSpacing(36)
        words = QVBoxLayout()
        words.setSpacing(12)
        words.addStretch(1)
        words.addWidget(big_words(say("Take your answers along"), 30, look, is_strong=True))
        for number, told in enumerate(self._steps(), start=1):
            words.addWidget(big_words(f"{number}. {told}", 18, look))
        words.addWidget(self._count)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._square, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row, 1)

    def _steps(self) -> tuple[str, ...]:
        say = self._look.wording
        return (
            say("Photograph the square with your phone: sharp, and with its white rim."),
            say("At home, bring the photo to the computer and drop it on Sestante's window."),
            say("You go on where you are now. Your answers are in the square alone, not on the Internet."),
        )

    def _on_other(self) -> None:
        self._place = (self._place + 1) % len(self._codes)
        self._show()

    def _show(self) -> None:
        if self._codes:
            self._square.show_rows(self._codes[self._place])
            of = len(self._codes)
            words = self._look.wording(
                "Code {number} of {of}: photograph each.", number=self._place + 1, of=of
            )
            self._count.setText(words if of > 1 else "")
