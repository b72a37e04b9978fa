"""A cell of a table with a line of details below what it says."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.fonts import font, medium
from desktop.ui.lettering import draw_elided
from desktop.ui.look import Look

DETAIL, IS_MARKED = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_SIDE, _TOP, _LINE = 11, 6, 20  # pixels
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """Paints both lines, or the first in the middle; the details of a marked row stand out."""

    def __init__(self, look: Look, parent: QObject, *, is_strong: bool) -> None:
        super().__init__(parent)
        self._font = medium(14) if is_strong else font(14)
        self._tokens = look.tokens

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        where: QRect = ground.rect
        ground.text = ""
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget
        )
        painter.save()
        tokens, detail = self._tokens, str(index.data(DETAIL) or "")
        is_marked = bool(index.data(IS_MARKED))
        top = where.top() + (_TOP if detail else (where.height() - _LINE) // 2)
        first = QRect(where.left() + _SIDE, top, where.width() - 2 * _SIDE, _LINE)
        self._draw(painter, first, (self._font, tokens.ink), str(index.data()))
        look = (medium(12), tokens.accent) if is_marked else (font(12), tokens.muted)
        self._draw(painter, first.translated(0, _LINE - 1), look, detail)
        painter.restore()

    def _draw(self, painter: QPainter, where: QRect, look: tuple[QFont, str], text: str) -> None:
        painter.setFont(look[0])
        painter.setPen(QColor(look[1]))
        draw_elided(painter, where, _FLAGS, text)
