"""The window itself: there at once, in the user's colours, before anything inside it is ready."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from desktop.ui.theme import Tokens
from desktop.worn_brand import WornBrand

RAIL_WIDTH = 272
BRAND_STRIPE = 4  # pixels of the hub's colour above its name
LOGO_SIZE, LOGO_PLACE = (64, 40), (22, 18)  # pixels at most; of its corner in the rail


class Window(QMainWindow):
    """Paints the ground of rail and page until the shell takes its place; it imports nothing heavy.

    One on the screen is kept until it is closed, even where nobody else holds it: destroyed while the
    keyboard is in one of its fields, it would call pages whose values Python had taken away already.

    Signals: `first_painted` once, after it was drawn for the first time; `closed` when it goes.
    """

    first_painted = Signal()
    closed = Signal()

    def __init__(self, tokens: Tokens, brand: WornBrand | None = None) -> None:
        super().__init__()
        self._tokens = tokens
        self._brand = brand
        self._is_painted = False
        self.setWindowTitle(window_title(brand))
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)

    # Without `override`: importing typing_extensions takes as long as all else here.
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground; say once that it was drawn."""
        super().paintEvent(event)
        if self.centralWidget() is None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._tokens.canvas))
            painter.fillRect(QRect(0, 0, RAIL_WIDTH, self.height()), QColor(self._tokens.surface))
            painter.fillRect(QRect(RAIL_WIDTH - 1, 0, 1, self.height()), QColor(self._tokens.line))
            if self._brand is not None:
                _paint_brand(painter, self._brand, self._tokens)
            painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Keep it from being collected."""
        super().showEvent(event)
        _ON_SCREEN.add(self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the window goes, after the field being written in has handed over its text."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()
        super().closeEvent(event)
        self.hide()  # what is still being computed must not seem to hold the window
        self.closed.emit()
        _ON_SCREEN.discard(self)


_ON_SCREEN: set[Window] = set()


def window_title(brand: WornBrand | None) -> str:
    """What the system shows as the window's name."""
    return "Sestante" if brand is None else f"{brand.name} · Sestante"


def _paint_brand(painter: QPainter, brand: WornBrand, tokens: Tokens) -> None:
    """The hub's colour and logo where the rail will show them.

    Its name stands in the window's title: letters would wait for the system's typefaces.
    """
    painter.fillRect(QRect(0, 0, RAIL_WIDTH - 1, BRAND_STRIPE), QColor(tokens.accent))
    if brand.logo is not None:
        from desktop.ui.logo import logo_picture

        painter.drawPixmap(*LOGO_PLACE, logo_picture(brand.logo, *LOGO_SIZE, is_dark=tokens.is_dark))
