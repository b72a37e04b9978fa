"""A table over a tuple of values with declared columns: one model for all lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 44  # pixels, room for two lines
SORT_ROLE = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, the text of a row, and what rows are sorted by; numbers stand at the right.

    `all_of_it` is said where the mouse or a screen reader rests, if the text is a short form.
    """

    heading: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any]
    is_number: bool = False
    all_of_it: Callable[[Row], str] | None = None


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Rows of values, read only."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def chosen_in(self, view: QTableView) -> Row | None:
        """The row that is current in a view of `row_table`, however that sorts them."""
        proxy = view.model()
        if not isinstance(proxy, QSortFilterProxyModel):
            return None
        index = proxy.mapToSource(view.currentIndex())
        return self._rows[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return (column.all_of_it or column.text)(row)
        if role == SORT_ROLE:
            return column.sort_key(row)
        return _AT_RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].is_number:
            return _AT_RIGHT
        return self._columns[section].heading if role == Qt.ItemDataRole.DisplayRole else None


def row_table(model: QAbstractTableModel, name: str, says: str) -> QTableView:
    """A view on a model that sorts by a press on a heading."""
    view = QTableView()
    proxy = QSortFilterProxyModel(view)
    proxy.setSortRole(SORT_ROLE)
    proxy.setSourceModel(model)
    view.setModel(proxy)
    show_as_rows(view, name, says, ROW_HEIGHT)
    view.setSortingEnabled(True)
    heading = view.horizontalHeader()
    heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    return view


def show_as_rows(view: QTableView, name: str, says: str, height: int) -> None:
    """Let a view be a list of rows, each so high and chosen as a whole, below quiet headings."""
    view.setObjectName(name)
    view.setAccessibleName(says)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(height)
    heading = view.horizontalHeader()
    heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heading.setHighlightSections(False)
