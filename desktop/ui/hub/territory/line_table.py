"""A table of figures in the window: a bar below each name, and a line leads to the companies behind it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from desktop.report.territory.cell_words import cell_in_words
from desktop.report.territory.table import FigureTable, Line
from desktop.text import Wording
from desktop.ui.fonts import font, medium
from desktop.ui.lettering import draw_elided
from desktop.ui.look import Look
from desktop.ui.row_table import show_as_rows

Index = QModelIndex | QPersistentModelIndex
SHARE, IS_TOTAL = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_NO_PARENT = QModelIndex()
_ROW, _HEAD, _NARROWEST, _COLUMN, _MOST_ROWS = 36, 52, 180, 108, 10  # pixels, and rows before it scrolls
_SIDE = 11
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LineModel(QAbstractTableModel):
    """The lines of a table of figures, read only."""

    def __init__(self, say: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._table: FigureTable | None = None

    def show_table(self, table: FigureTable) -> None:
        """Show another table, perhaps with other columns."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def line(self, number: int) -> Line | None:
        """The line in a row."""
        lines = () if self._table is None else self._table.lines
        return lines[number] if 0 <= number < len(lines) else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.lines)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.headings) + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        line, column = self._table.lines[index.row()], index.column()
        values: Mapping[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: partial(self._said, line, column),
            Qt.ItemDataRole.ToolTipRole: partial(self._explained, line, column),
            Qt.ItemDataRole.AccessibleTextRole: partial(self._explained, line, column),
            Qt.ItemDataRole.TextAlignmentRole: partial(_side, column),
            SHARE: partial(_share, line, column),
            IS_TOTAL: partial(bool, line.is_total),
        }
        value = values.get(role)
        return None if value is None else value()

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._table is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.headings[section - 1].text if section else self._table.label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(section)) | int(Qt.TextFlag.TextWordWrap)
        return None

    def _said(self, line: Line, column: int) -> str:
        if self._table is None or not column:
            return line.label
        return cell_in_words(line.cells[column - 1], self._table.headings[column - 1].kind, self._say)

    def _explained(self, line: Line, column: int) -> str:
        """The figure with what it is of, and of how many."""
        if self._table is None or not column:
            return line.label
        told = f"{self._table.headings[column - 1].text}: {self._said(line, column)}"
        count = line.cells[column - 1].companies
        of = self._say.plural("{count} company", "{count} companies", count)
        return f"{told} ({of})" if count else told


def _side(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column else _LEFT


def _share(line: Line, column: int) -> float | None:
    return None if column or line.share is None else float(line.share)


class _BarBelow(QStyledItemDelegate):
    """Paints a name with its bar below it, or a figure; totals stand out."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = look.tokens

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        text, where = ground.text, QRect(ground.rect)
        ground.text = ""
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = where.adjusted(_SIDE, 2, -_SIDE, -3)
        share = index.data(SHARE)
        if isinstance(share, float):
            self._paint_bar(painter, inside, share)
            inside.setBottom(inside.bottom() - 7)
        painter.setFont(medium(13) if index.data(IS_TOTAL) else font(13))
        painter.setPen(QColor(self._tokens.ink))
        draw_elided(painter, inside, _RIGHT if index.column() else _LEFT, text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, inside: QRect, share: float) -> None:
        bar = QRectF(inside.left(), inside.bottom() - 4, inside.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(bar.width() * min(1.0, max(0.0, share)))
        painter.setBrush(QColor(self._tokens.accent))
        painter.drawRoundedRect(bar, 2, 2)


class LineTable(QTableView):
    """The view.

    Signals: `opened` carries the Line that was double clicked, or where Enter was pressed.
    """

    opened = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._model = LineModel(look.wording, self)
        show_as_rows(self, name, "", _ROW)
        self.setModel(self._model)
        self.setItemDelegate(_BarBelow(look, self))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_table(self, table: FigureTable) -> None:
        """Show a table; the row that was current stays so where it is still there."""
        row = self.currentIndex().row()
        self.setAccessibleName(table.title)
        self._model.show_table(table)
        self._give_room()
        self.setFixedHeight(self.sizeHint().height())
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1), 0))

    def current_line(self) -> Line | None:
        """The line in the current row."""
        return self._model.line(self.currentIndex().row())

    @override
    def sizeHint(self) -> QSize:
        rows = min(self._model.rowCount(), _MOST_ROWS)
        return QSize(400, _HEAD + rows * _ROW + 12)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.current_line())
            return
        super().keyPressEvent(event)

    def _give_room(self) -> None:
        """The name has what is left; figures there is no room for are left out, the last ones first."""
        heading, count = self.horizontalHeader(), self._model.columnCount() - 1
        if count < 1:
            return
        shown = max(1, min(count, (self.viewport().width() - _NARROWEST) // _COLUMN))
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, count + 1):
            heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heading.resizeSection(column, _COLUMN)
            heading.setSectionHidden(column, column > shown)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(self._model.line(index.row()))

    def _open(self, line: Line | None) -> None:
        if line is not None and line.behind:
            self.opened.emit(line)
