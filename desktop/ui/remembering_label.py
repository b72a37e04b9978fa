"""A text that is set once for each width."""

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override


class RememberingLabel(QLabel):
    """A label that remembers its heights: a layout asks for each a dozen times, and Qt sets the text anew."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._heights: dict[int, int] = {}

    @override
    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    @override
    def setWordWrap(self, on: bool) -> None:
        self._heights.clear()
        super().setWordWrap(on)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    @override
    def setContentsMargins(self, *margins: Any) -> None:  # four numbers, or margins
        self._heights.clear()
        super().setContentsMargins(*margins)

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height
