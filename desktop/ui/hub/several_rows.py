"""A table of rows of which several can be chosen, with as many columns as there is room for."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from desktop.ui.row_table import ROW_HEIGHT, SORT_ROLE, Column, RowTableModel, show_as_rows

Row = TypeVar("Row")
_NARROWEST_FIRST = 190  # pixels


class Room(NamedTuple):
    """How wide the columns behind the first are, in pixels, and which of them go first where it is narrow."""

    widths: Sequence[int]
    first_to_go: Sequence[int]


class SeveralRows(QTableView, Generic[Row]):
    """The view over its own model; the first column has what room is left.

    Signals: `chosen_changed` after other rows were chosen; `opened` after Enter or a double click.
    """

    chosen_changed = Signal()
    opened = Signal()

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], object], name: str, says: str, room: Room
    ) -> None:
        super().__init__()
        self._key = key
        self._room = room
        self._shown: tuple[Row, ...] = ()
        self._model = RowTableModel(columns, self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setSourceModel(self._model)
        self.setModel(self._proxy)
        self._build(name, says)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; those chosen stay chosen where they are still there, else the first one is."""
        kept = {self._key(row) for row in self.chosen()}
        self._shown = tuple(rows)
        self._model.set_rows(self._shown)
        numbers = [number for number, row in enumerate(self._shown) if self._key(row) in kept]
        self._choose(numbers or ([0] if self._shown else []), is_first_shown=not numbers)
        self.chosen_changed.emit()

    def chosen(self) -> tuple[Row, ...]:
        """The rows chosen, from top to bottom."""
        places = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        numbers = [self._proxy.mapToSource(place).row() for place in places]
        return tuple(self._shown[number] for number in numbers if 0 <= number < len(self._shown))

    def choose(self, keys: Iterable[object]) -> None:
        """Choose the rows of some keys."""
        wanted = set(keys)
        self._choose([n for n, row in enumerate(self._shown) if self._key(row) in wanted])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _build(self, name: str, says: str) -> None:
        show_as_rows(self, name, says, ROW_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(True)
        self.setMinimumHeight(140)
        heading = self.horizontalHeader()
        heading.setMinimumSectionSize(40)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _choose(self, numbers: Sequence[int], *, is_first_shown: bool = False) -> None:
        """By numbers of the rows given; `is_first_shown` where the first in sight is meant instead."""
        places = [self._proxy.mapFromSource(self._model.index(number, 0)) for number in numbers]
        if is_first_shown and places:
            places = [self._proxy.index(0, 0)]
        selection = QItemSelection()
        for place in places:
            selection.select(place, place)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        if places:
            self.selectionModel().setCurrentIndex(places[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, flags)

    def _give_room(self) -> None:
        heading = self.horizontalHeader()
        left = self.viewport().width() - _NARROWEST_FIRST - sum(self._room.widths)
        hidden = set[int]()
        for number in self._room.first_to_go:
            if left < 0:
                hidden.add(number)
                left += self._room.widths[number - 1]
        for number, width in enumerate(self._room.widths, 1):
            heading.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            heading.resizeSection(number, width)
            heading.setSectionHidden(number, number in hidden)

    def _on_selected(self) -> None:
        self.chosen_changed.emit()

    def _on_double_clicked(self, _: QModelIndex) -> None:
        self.opened.emit()
