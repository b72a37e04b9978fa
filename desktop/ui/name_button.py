"""A button with a name of any length: cut with an ellipsis where it does not fit, whole in its tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.ui.pieces import Button

_SIDES = 28  # pixels of border and padding
_NARROWEST = 120


class NameButton(Button):
    """A quiet button that never asks for more room than there is."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__("", name, "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_name(text)

    def show_name(self, text: str) -> None:
        """Another name."""
        self._name = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit(self._width())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width(), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self._width()), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._name) + _SIDES

    def _fit(self, width: int) -> None:
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, width - _SIDES + 2)
        self.setText(shown.replace("&", "&&"))  # else Qt takes the mark for a key
        self.setToolTip("" if shown == self._name else self._name)
