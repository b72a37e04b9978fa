"""A table of figures in the window: bars beside names, and a line leads to the companies behind it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from desktop.report.territory.cell_words import cell_in_words
from desktop.report.territory.table import FigureTable, Kind, Line
from desktop.text import Wording
from desktop.ui.fonts import font
from desktop.ui.hub.territory.line_painting import IS_TOTAL, LEADS_ON, SHARE, TINT, LinePainting
from desktop.ui.look import Look
from desktop.ui.row_table import show_as_rows

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROW, _HEAD, _MOST_ROWS = 36, 46, 12  # pixels, and rows before it scrolls
_NAME, _NAME_OF_MATRIX, _ALWAYS = 200, 140, 2  # pixels of names, and figures that are always shown
_WIDTHS: Mapping[Kind, int] = {"count": 92, "percent": 72, "points": 104, "euro": 104}
_LEVEL, _OTHERS = 74, 96  # pixels of columns
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

    @property
    def narrowest(self) -> int:
        """The pixels that names need."""
        return _NAME_OF_MATRIX if self._table is not None and self._table.chart == "matrix" else _NAME

    def width(self, column: int) -> int:
        """The pixels that a column of figures needs."""
        if self._table is None:
            return _OTHERS
        is_level = _is_of_matrix(self._table, column - 1)
        return _LEVEL if is_level else _WIDTHS.get(self._table.headings[column - 1].kind, _OTHERS)

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
            TINT: partial(self._tint, line, column),
            LEADS_ON: partial(bool, line.behind),
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

    def _tint(self, line: Line, column: int) -> float | None:
        """How deep a cell of a matrix is, from 0 to 1; None for a cell that belongs to none."""
        table = self._table
        if table is None or table.chart != "matrix" or not column or not _is_of_matrix(table, column - 1):
            return None
        places = [place for place in range(len(table.headings)) if _is_of_matrix(table, place)]
        most = max(each.cells[place].value or 0 for each in table.lines for place in places)
        return float((line.cells[column - 1].value or 0) / most) if most else None

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


def _is_of_matrix(table: FigureTable, place: int) -> bool:
    return table.headings[place].id.startswith("level-")


def _side(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column else _LEFT


def _share(line: Line, column: int) -> float | None:
    return None if column or line.share is None else float(line.share)


class LineTable(QTableView):
    """The view.

    Signals: `opened` carries the Line that was clicked, or where Enter was pressed.
    """

    opened = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._model = LineModel(look.wording, self)
        show_as_rows(self, name, "", _ROW)
        self.setModel(self._model)
        self.setItemDelegate(LinePainting(look, self))
        self.setProperty("kind", "figures")
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.horizontalHeader().setFont(font(12))
        self.clicked.connect(self._on_clicked)

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

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        line = self._model.line(self.indexAt(event.position().toPoint()).row())
        leads_on = line is not None and bool(line.behind)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if leads_on else Qt.CursorShape.ArrowCursor
        )

    def _give_room(self) -> None:
        """The name has what is left; figures there is no room for are left out, the last ones first."""
        heading, count = self.horizontalHeader(), self._model.columnCount() - 1
        if count < 1:
            return
        left = self.viewport().width() - self._model.narrowest
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, count + 1):
            width = self._model.width(column)
            left -= width
            heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heading.resizeSection(column, width)
            heading.setSectionHidden(column, left < 0 and column > _ALWAYS)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(self._model.line(index.row()))

    def _open(self, line: Line | None) -> None:
        if line is not None and line.behind:
            self.opened.emit(line)
