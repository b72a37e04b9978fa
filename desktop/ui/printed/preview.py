"""The pages of a document one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.look import Look
from desktop.ui.pieces import emptied

_WIDEST, _NARROWEST = 780, 200  # pixels


class Sheet(QWidget):
    """One page, as wide as there is room."""

    def __init__(self, picture: QImage, look: Look, says: str) -> None:
        super().__init__()
        self._picture = picture
        self._edge = look.tokens.line
        self.setAccessibleName(says)
        self.setMaximumWidth(_WIDEST)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self.heightForWidth(_WIDEST))

    @override
    def minimumSizeHint(self) -> QSize:
        """Little: the height follows from the width there is, not from the widest."""
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    @override
    def heightForWidth(self, width: int) -> int:
        return round(min(width, _WIDEST) * self._picture.height() / max(1, self._picture.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._picture)
        painter.setPen(QPen(QColor(self._edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Preview(QWidget):
    """All pages."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("preview")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show pictures of pages."""
        emptied(self._column)
        for number, picture in enumerate(pages, start=1):
            says = self._look.wording("Page {number} of {of}", number=number, of=len(pages))
            self._column.addWidget(Sheet(picture, self._look, says))
