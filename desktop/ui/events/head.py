"""The upper edge of the stand: whose it is, how far the visitor is, and the way to the next one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.events.big import SIDE, HeldDown, big_button
from desktop.ui.fonts import semibold
from desktop.ui.logo import logo_picture
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.events import Stand

_TALL, _LOGO, _WIDE = 76, 44, 180  # pixels
_LONG = 28  # letters of a name; longer ones stand smaller, in lines


def brand_words(stand: Stand) -> str:
    """Whose stand it is: the hub's where an edition names one, else Sestante's."""
    return "Sestante" if stand.brand is None else stand.brand.name


class StandHead(QFrame):
    """Brand, progress, next visitor.

    Signals: `next_pressed`; `held` after the brand was kept pressed for three seconds.
    """

    next_pressed = Signal()
    held = Signal()

    def __init__(self, stand: Stand, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stand = stand
        self._where = label("", "strong", "muted", wraps=False)
        self._progress = QProgressBar()
        self._next = big_button(look.wording("Next visitor"), "next-visitor", look, "quiet")
        self._build()

    def show_progress(self, done: int, of: int, words: str) -> None:
        """How many of the questions are answered."""
        self._where.setText(words)
        self._where.setVisible(bool(words))
        self._progress.setVisible(of > 0)
        self._progress.setRange(0, max(1, of))
        self._progress.setValue(done)

    def offer_next(self, *, is_wanted: bool) -> None:
        """Show the way to the next visitor, or not."""
        self._next.setVisible(is_wanted)

    def _build(self) -> None:
        self.setFixedHeight(self._look.pixels(_TALL))
        brand = self._brand()
        holding = HeldDown(brand)
        holding.held.connect(self.held)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(self._look.pixels(260))
        self._where.setFont(semibold(self._look.pixels(16)))
        self._where.setObjectName("stand-progress")
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addStretch(1)
        middle.addWidget(self._where, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 8, SIDE, 8)
        row.addWidget(brand, 1)
        row.addLayout(middle)
        side = QHBoxLayout()
        side.addStretch(1)
        side.addWidget(self._next)
        row.addLayout(side, 1)
        self._next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._next.clicked.connect(self.next_pressed)

    def _brand(self) -> QWidget:
        widget = QWidget()
        widget.setObjectName("stand-brand")
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        brand = self._stand.brand
        if brand is not None and brand.logo is not None:
            shown = QLabel()
            shown.setPixmap(logo_picture(brand.logo, _WIDE, _LOGO, is_dark=self._look.tokens.is_dark))
            row.addWidget(shown)
        words = brand_words(self._stand)
        is_long = len(words) > _LONG
        name = label(words, "heading", wraps=is_long)
        name.setFont(semibold(self._look.pixels(13 if is_long else 18)))
        row.addWidget(name, 1 if is_long else 0)
        if not is_long:
            row.addStretch(1)
        return widget
