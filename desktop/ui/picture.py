"""A drawing shown as large as it fits, with words for those who cannot see it."""

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override


class Sideways(QScrollArea):
    """Room for a drawing that may be wider than the room; it is never drawn narrower than it can be read."""

    def __init__(self, picture: "Picture", narrowest: int) -> None:
        super().__init__()
        self._picture = picture
        picture.setMinimumWidth(narrowest)
        self._narrowest = narrowest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setWidget(picture)
        picture.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = self.width() < self._narrowest
        tall = self._picture.heightForWidth(max(self.width(), self._narrowest))
        self.setFixedHeight(tall + (self.horizontalScrollBar().sizeHint().height() if is_cut else 0))


class Picture(QWidget):
    """An SVG drawing that keeps its shape."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self.setObjectName(name)
        self.setAccessibleName(says)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_svg(self, data: bytes) -> None:
        """Show a drawing."""
        self._renderer.load(QByteArray(data))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._renderer.defaultSize() if self._renderer.isValid() else QSize(200, 120)

    @override
    def heightForWidth(self, width: int) -> int:
        size = self.sizeHint()
        return round(min(width, 1.35 * size.width()) * size.height() / max(1, size.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._renderer.isValid():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        natural = QSizeF(self._renderer.defaultSize())
        fitted = natural.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.render(
            painter, QRectF((self.width() - fitted.width()) / 2, 0, fitted.width(), fitted.height())
        )
