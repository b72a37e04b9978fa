"""How a line of figures is painted: its name with a bar, its figures, the cells of a matrix tinted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.fonts import font, medium
from desktop.ui.lettering import draw_elided
from desktop.ui.look import Look

SHARE, IS_TOTAL, TINT, LEADS_ON = (Qt.ItemDataRole.UserRole + number for number in range(1, 5))
_SIDE, _BAR, _LOW_BAR, _NAME, _BESIDE = 7, 10, 4, 264, 300  # pixels
_NAME_PART = 0.55  # of the room for name and bar
_STRONGEST = 0.42  # of the accent in the deepest cell of a matrix
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LinePainting(QStyledItemDelegate):
    """The bar stands beside the name where there is room, else below it; totals stand out."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = look.tokens

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        where = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_ground(painter, option, index, where)
        inside = where.adjusted(_SIDE, 1, -_SIDE, -1)
        share = index.data(SHARE)
        if isinstance(share, float):
            inside = self._paint_share(painter, inside, share)
        painter.setFont(medium(13) if index.data(IS_TOTAL) else font(13))
        painter.setPen(QColor(self._tokens.ink))
        text = str(index.data() or "")
        draw_elided(painter, inside, _RIGHT if index.column() else _LEFT, text)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        where: QRect,
    ) -> None:
        """Below the mouse, and where the keyboard is; the current line of other tables stays quiet."""
        state, flags = option.state, QStyle.StateFlag
        is_current = bool(state & flags.State_Selected) and bool(state & flags.State_Active)
        has_keyboard = is_current and option.widget is not None and option.widget.hasFocus()
        if has_keyboard or (state & flags.State_MouseOver and index.data(LEADS_ON)):
            painter.fillRect(where, QColor(self._tokens.accent_soft))
        tint = index.data(TINT)
        if isinstance(tint, float):
            colour = QColor(self._tokens.accent)
            colour.setAlphaF(_STRONGEST * tint)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(where).adjusted(2, 2, -2, -2), 5, 5)

    def _paint_share(self, painter: QPainter, inside: QRect, share: float) -> QRect:
        """The bar of a line; what is left for its name is given back."""
        left = QRect(inside)
        if inside.width() >= _BESIDE:
            name = min(_NAME, int(inside.width() * _NAME_PART))
            bar = QRectF(inside.left() + name, inside.center().y() - _BAR / 2 + 1, 0, _BAR)
            bar.setRight(inside.right())
            left.setWidth(name - 12)
        else:
            bar = QRectF(inside.left(), inside.bottom() - _LOW_BAR - 2, inside.width(), _LOW_BAR)
            left.setBottom(inside.bottom() - 7)
        radius = bar.height() / 2
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(bar, radius, radius)
        if share > 0:
            bar.setWidth(max(bar.height(), bar.width() * min(1.0, share)))
            painter.setBrush(QColor(self._tokens.accent))
            painter.drawRoundedRect(bar, radius, radius)
        return left
