"""A list of lines under headings: each line with what stands small above it, a title, and a detail below.

Thousands of lines are no more work than those in sight: what a line says is asked for when it is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.fonts import font, medium, semibold
from desktop.ui.grounds import paint_ground, paint_ring
from desktop.ui.icons import paint_icon
from desktop.ui.lettering import draw_elided
from desktop.ui.look import Look
from desktop.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_LINE = Qt.ItemDataRole.UserRole
_SIDE, _GAP, _TOP, _ICON, _HEADING = 14, 10, 8, 18, 38  # pixels
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; `badges` stand at its right, a faint one tells what no longer holds."""

    title: str
    detail: str = ""
    above: str = ""
    icon: str = ""
    badges: tuple[str, ...] = ()
    is_faint: bool = False

    @property
    def words(self) -> str:
        """All of it, for tool tips and those who listen."""
        return "\n".join(filter(None, (self.above, self.title, self.detail, " · ".join(self.badges))))


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands above lines."""

    text: str
    level: int = 0


Face = Callable[[Any], Line]


class _Lines(QAbstractListModel):
    def __init__(self, face: Face, height: int, parent: QObject) -> None:
        super().__init__(parent)
        self._face = face
        self._size_of_heading, self._size_of_line = QSize(200, _HEADING), QSize(200, height)
        self._entries: tuple[object, ...] = ()
        self._faces: dict[int, Line] = {}

    def set_entries(self, entries: Sequence[object]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._faces = {}
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> object:
        """What stands in a row."""
        return self._entries[row]

    def rows_of_lines(self) -> list[int]:
        """The rows that are no headings."""
        return [row for row, entry in enumerate(self._entries) if not isinstance(entry, Heading)]

    def row_of(self, entry: object) -> int:
        """The row of an entry, -1 where it is not there."""
        return self._entries.index(entry) if entry in self._entries else -1

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        is_heading = index.isValid() and isinstance(self._entries[index.row()], Heading)
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:  # asked of thousands before the first of them is painted
            return self._size_of_heading if isinstance(entry, Heading) else self._size_of_line
        if isinstance(entry, Heading):
            return entry if role == _LINE else entry.text if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._line(index.row()).words
        return self._line(index.row()) if role == _LINE else None

    def _line(self, row: int) -> Line:
        """What a row says, asked for once."""
        if row not in self._faces:
            self._faces[row] = self._face(self._entries[row])
        return self._faces[row]


class _LinePainter(QStyledItemDelegate):
    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where: QRect = option.rect
        line = index.data(_LINE)
        if isinstance(line, Heading):
            self._paint_heading(painter, where, line)
        else:
            self._paint_ground(painter, where, option.state)
            self._paint_line(painter, where.adjusted(_SIDE, _TOP, -_SIDE, -_TOP), line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, where: QRect, heading: Heading) -> None:
        painter.setFont(semibold(15) if heading.level == 0 else medium(13))
        painter.setPen(QColor(self._tokens.accent if heading.level == 0 else self._tokens.muted))
        _write(painter, where.adjusted(_SIDE, 8, -_SIDE, 0), heading.text)

    def _paint_ground(self, painter: QPainter, where: QRect, state: QStyle.StateFlag) -> None:
        inside = QRectF(where).adjusted(2, 1, -2, -1)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, inside, self._tokens, is_chosen=is_chosen, is_under_mouse=is_under)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, inside, self._tokens)

    def _paint_line(self, painter: QPainter, room: QRect, line: Line) -> None:
        if line.icon:
            where = QRectF(room.left(), room.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(
                painter, line.icon, self._tokens.good if line.icon == "check" else self._tokens.muted, where
            )
        room = room.adjusted(_ICON + _GAP if line.icon else 0, 0, 0, 0)
        room = self._paint_badges(painter, room, line)
        faint, ink = self._tokens.muted, self._tokens.muted if line.is_faint else self._tokens.ink
        texts = ((line.above, font(12), faint), (line.title, medium(14), ink), (line.detail, font(13), faint))
        shown = [each for each in texts if each[0]]
        tall = room.height() // max(1, len(shown))
        for number, (text, face, colour) in enumerate(shown):
            self._paint_text(
                painter,
                QRect(room.left(), room.top() + number * tall, room.width(), tall),
                text,
                face,
                colour,
            )

    def _paint_badges(self, painter: QPainter, room: QRect, line: Line) -> QRect:
        painter.setFont(medium(12))
        for badge in reversed(line.badges):
            wide = painter.fontMetrics().horizontalAdvance(badge) + 18
            where = QRectF(room.right() - wide, room.center().y() - 11, wide, 22)
            painter.setPen(QPen(QColor(self._tokens.line), 1))
            painter.setBrush(QColor(self._tokens.surface))
            painter.drawRoundedRect(where, 11, 11)
            painter.setPen(QColor(self._tokens.accent))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, badge)
            room = room.adjusted(0, 0, -wide - 8, 0)
        return room

    def _paint_text(self, painter: QPainter, room: QRect, text: str, face: QFont, colour: str) -> None:
        painter.setFont(face)
        painter.setPen(QColor(colour))
        _write(painter, room, text)


def _write(painter: QPainter, room: QRect, text: str) -> None:
    draw_elided(painter, room, _LEFT, " ".join(text.split()))


class GroupedList(QListView):
    """The list; headings cannot be chosen.

    Signals: `wanted` carries the entry on which Enter or a press of the mouse fell.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, name: str, says: str, face: Face, height: int = 60) -> None:
        super().__init__()
        self._lines = _Lines(face, height, self)
        self.setObjectName(name)
        self.setProperty("kind", "lines")
        self.setAccessibleName(says)
        self.setModel(self._lines)
        self.setItemDelegate(_LinePainter(look.tokens, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def show_entries(self, entries: Sequence[object]) -> None:
        """Other entries, the first line chosen."""
        self._lines.set_entries(entries)
        self.choose_line(0)

    def choose_line(self, number: int) -> None:
        """Choose a line by its number, counted from 0 without the headings."""
        rows = self._lines.rows_of_lines()
        if rows:
            self.setCurrentIndex(self._lines.index(rows[min(max(number, 0), len(rows) - 1)]))

    def choose(self, entry: object) -> None:
        """Choose an entry, where it is there."""
        row = self._lines.row_of(entry)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))
            self.scrollTo(self._lines.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def step(self, steps: int) -> None:
        """Choose the line so many further down, or up."""
        rows = self._lines.rows_of_lines()
        here = self.currentIndex().row()
        self.choose_line((rows.index(here) if here in rows else 0) + steps)

    def lines(self) -> list[str]:
        """What the lines say."""
        return [str(self._lines.index(row).data()) for row in self._lines.rows_of_lines()]

    def want_current(self) -> None:
        """Ask for the line that is chosen."""
        if (index := self.currentIndex()).isValid():
            self._on_clicked(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.want_current()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self._lines.entry(index.row())
        if not isinstance(entry, Heading):
            self.wanted.emit(entry)
