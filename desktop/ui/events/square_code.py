"""A square code (QR) on the screen, black on white in any theme, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

_QUIET = 4  # modules without ink around it, as the standard asks
_LEAST = 300  # pixels


class SquareCode(QWidget):
    """Rows from the top, true where it is dark."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.setObjectName("stand-square")
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: tuple[tuple[bool, ...], ...] = ()

    def show_rows(self, rows: tuple[tuple[bool, ...], ...]) -> None:
        """Show a code."""
        self._rows = rows
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST, 2 * _LEAST)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        count = len(self._rows) + 2 * _QUIET
        step = max(1, min(self.width(), self.height()) // count)  # whole pixels, so that every edge is sharp
        side = step * count
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter.fillRect(QRectF(left, top, side, side), Qt.GlobalColor.white)
        for row, cells in enumerate(self._rows):
            for column, is_dark in enumerate(cells):
                if is_dark:
                    x, y = left + (column + _QUIET) * step, top + (row + _QUIET) * step
                    painter.fillRect(x, y, step, step, Qt.GlobalColor.black)
