"""Cards beside one another where there is room, else one below the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

_GAP = 14  # pixels


class SideBySide(QWidget):
    """Equal parts of a row from a width on, in pixels."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)

    def add(self, widget: QWidget) -> None:
        """Put a part at the end."""
        self._row.addWidget(widget, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_roomy = event.size().width() >= self._least
        self._row.setDirection(direction.LeftToRight if is_roomy else direction.TopToBottom)
