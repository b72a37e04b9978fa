"""The list of what is due, in groups of days; thousands of lines are no more work than those in sight."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.content.catalogues.catalogue import Catalogue
from desktop.text import Wording
from desktop.ui.fonts import font, semibold
from desktop.ui.grounds import paint_ground, paint_ring
from desktop.ui.lettering import draw_elided, draw_words
from desktop.ui.look import Look
from desktop.workspace.due import Due, When, grouped, when
from desktop.workspace.due_words import about_in_words, kind_in_words, when_in_words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_COMPANY, _WHAT, _DAY, _WHEN = (Qt.ItemDataRole.UserRole + place for place in range(4))
_ROW, _SIDE, _GAP = 50, 14, 14  # pixels
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class DueModel(QAbstractListModel):
    """Lines of what is due, with a head above each group."""

    def __init__(self, catalogue: Catalogue, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._wording = wording
        self._today = date.min
        self._lines: list[Due | tuple[When, int]] = []

    def show_due(self, due: Sequence[Due], today: date) -> None:
        """Show what is due as seen on a day."""
        self.beginResetModel()
        self._today = today
        self._lines = []
        for name, found in grouped(due, today).items():
            self._lines += [(name, len(found)), *found]
        self.endResetModel()

    def due(self, row: int) -> Due | None:
        """What stands in a line; None for a head."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Due) else None

    def row_of(self, uid: str) -> int:
        """The line of something due, else the one below the first head; -1 where there is none."""
        if not self._lines:
            return -1
        found = (row for row, line in enumerate(self._lines) if isinstance(line, Due) and line.uid == uid)
        return next(found, 1)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.due(index.row()) else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if not isinstance(line, Due):
            head = f"{when_in_words(line[0], self._wording)}  ·  {line[1]}"
            return head if role == Qt.ItemDataRole.DisplayRole else None
        return self._told(line).get(role)

    def _told(self, due: Due) -> dict[int, Any]:
        about = about_in_words(due, self._catalogue, self._wording)
        what = "  ·  ".join(filter(None, (kind_in_words(due.kind, self._wording), about)))
        day = self._wording.date(due.due_on)
        whole = f"{due.company}: {what}, {day}"
        return {
            Qt.ItemDataRole.DisplayRole: whole,
            Qt.ItemDataRole.ToolTipRole: f"{due.company}\n{what}\n{day}",
            _COMPANY: due.company,
            _WHAT: what,
            _DAY: day,
            _WHEN: when(due.due_on, self._today),
        }


class _LinePainter(QStyledItemDelegate):
    """A head, or company and day over what is to be done."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = look.tokens

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where: QRect = option.rect
        if index.data(_COMPANY) is None:
            self._paint_head(painter, where, str(index.data()))
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, where, state)
            self._paint_words(painter, where.adjusted(_SIDE, 6, -_SIDE, -6), index)
        painter.restore()

    def _paint_head(self, painter: QPainter, where: QRect, words: str) -> None:
        painter.setFont(semibold(13))
        painter.setPen(QColor(self._tokens.accent))
        room = where.adjusted(_SIDE, 14, -_SIDE, -6)
        draw_words(painter, room, _LINE | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(self._tokens.line))
        painter.drawLine(where.left() + _SIDE, where.bottom(), where.right() - _SIDE, where.bottom())

    def _paint_ground(self, painter: QPainter, where: QRect, state: QStyle.StateFlag) -> None:
        inside = QRectF(where).adjusted(4, 2, -4, -2)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, inside, self._tokens, is_chosen=is_chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, inside, self._tokens)

    def _paint_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        half = room.height() // 2
        upper, lower = room.adjusted(0, 0, 0, -half), room.adjusted(0, half, 0, 0)
        day = str(index.data(_DAY))
        painter.setFont(font(13))
        painter.setPen(QColor(self._tokens.warn if index.data(_WHEN) == "overdue" else self._tokens.muted))
        painter.drawText(upper, int(_LINE | Qt.AlignmentFlag.AlignRight), day)
        left = upper.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(day) - _GAP, 0)
        painter.setFont(semibold(14))
        painter.setPen(QColor(self._tokens.ink))
        draw_elided(painter, left, _LINE | Qt.AlignmentFlag.AlignLeft, str(index.data(_COMPANY)))
        painter.setFont(font(13))
        painter.setPen(QColor(self._tokens.muted))
        draw_elided(painter, lower, _LINE | Qt.AlignmentFlag.AlignLeft, str(index.data(_WHAT)))


class DueList(QListView):
    """The view on what is due; arrow keys go from line to line, Enter and a double click open one.

    Signals: `opened` for the line chosen, `moved` when another line is chosen.
    """

    opened = Signal()
    moved = Signal()

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._lines = DueModel(catalogue, look.wording, self)
        self.setObjectName("due")
        self.setAccessibleName(look.wording("What is due"))
        self.setModel(self._lines)
        self.setItemDelegate(_LinePainter(look, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(140)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_moved)

    def show_due(self, due: Sequence[Due], today: date) -> None:
        """Show what is due; the line chosen stays so where it is still there."""
        chosen = self.chosen()
        self._lines.show_due(due, today)
        row = self._lines.row_of(chosen.uid if chosen else "")
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))
        self.moved.emit()

    def chosen(self) -> Due | None:
        """What the chosen line tells."""
        return self._lines.due(self.currentIndex().row())

    def _on_activated(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def _on_moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit()
