"""A table of rows of which several can be chosen, with as many columns as there is room for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from desktop.ui.row_table import ROW_HEIGHT, Column, RowTableModel, show_as_rows

Row = TypeVar("Row")
_NARROWEST_FIRST = 190  # pixels
_FOR_OTHERS = 0.6  # of the room to spare, the first column has the rest


class Room(NamedTuple):
    """How wide the columns behind the first are at least, in pixels, and which go first where room lacks."""

    widths: Sequence[int]
    first_to_go: Sequence[int]


class SeveralRows(QTableView, Generic[Row]):
    """The view over its own model; the first column has what room is left.

    It sorts the rows itself by the column whose heading was pressed: a proxy of Qt takes seconds for tens of
    thousands.

    Signals: `chosen_changed` after other rows were chosen; `opened` after Enter or a double click.
    """

    chosen_changed = Signal()
    opened = Signal()

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], object], name: str, says: str, room: Room
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._key = key
        self._room = room
        self._given: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._order: tuple[int, bool] | None = None
        self._is_showing = False
        self._model = RowTableModel(columns, self)
        self.setModel(self._model)
        self._keep_heading_apart()
        self._build(name, says)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(self._on_double_clicked)
        self.horizontalHeader().sectionClicked.connect(self._on_heading_clicked)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; those chosen stay chosen where they are still there, else the first one is."""
        kept = set(map(self._key, self.chosen()))
        self._given = tuple(rows)
        self._show(kept)

    def chosen(self) -> tuple[Row, ...]:
        """The rows chosen, from top to bottom."""
        selection = self.selectionModel().selection()
        found = (selection.at(number) for number in range(selection.count()))
        spans = sorted({(span.top(), span.bottom()) for span in found})
        return tuple(chain.from_iterable(self._shown[top : bottom + 1] for top, bottom in spans))

    def choose(self, keys: Iterable[object]) -> None:
        """Choose the rows of some keys."""
        wanted = set(keys)
        self._choose([n for n, row in enumerate(self._shown) if self._key(row) in wanted])

    def _show(self, kept: AbstractSet[object]) -> None:
        """The rows in order, with those of some keys chosen."""
        self._shown = self._ordered()
        self._is_showing = True
        self._model.set_rows(self._shown)
        self._choose(self._numbers_of(kept) or ([0] if self._shown else []))
        self._is_showing = False
        self.chosen_changed.emit()

    def _numbers_of(self, kept: AbstractSet[object]) -> list[int]:
        """The places of the rows of some keys."""
        return [number for number, key in enumerate(map(self._key, self._shown)) if key in kept]

    def _ordered(self) -> tuple[Row, ...]:
        if self._order is None:
            return self._given
        number, is_descending = self._order
        return tuple(sorted(self._given, key=self._columns[number].sort_key, reverse=is_descending))

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
        self.setMinimumHeight(140)
        heading = self.horizontalHeader()
        heading.setMinimumSectionSize(40)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heading.setSectionsClickable(True)
        heading.setSortIndicatorShown(True)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _keep_heading_apart(self) -> None:
        """A heading that knows what is chosen asks each chosen cell of its column before it is painted."""
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self._model, self))

    def _choose(self, numbers: Sequence[int]) -> None:
        selection = QItemSelection()
        last = len(self._columns) - 1
        for top, bottom in _spans(numbers):
            selection.select(self._model.index(top, 0), self._model.index(bottom, last))
        flags = QItemSelectionModel.SelectionFlag
        if numbers:
            self.selectionModel().setCurrentIndex(self._model.index(numbers[0], 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def _on_heading_clicked(self, number: int) -> None:
        """Once more the other way round."""
        is_descending = self._order == (number, False)
        self._order = (number, is_descending)
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(number, order)
        self._show(set(map(self._key, self.chosen())))

    def _give_room(self) -> None:
        heading = self.horizontalHeader()
        left = self.viewport().width() - _NARROWEST_FIRST - sum(self._room.widths)
        hidden = set[int]()
        for number in self._room.first_to_go:
            if left < 0:
                hidden.add(number)
                left += self._room.widths[number - 1]
        shown = sum(width for number, width in enumerate(self._room.widths, 1) if number not in hidden)
        wider = 1 + max(0, left) * _FOR_OTHERS / max(1, shown)
        for number, width in enumerate(self._room.widths, 1):
            heading.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            heading.resizeSection(number, int(width * wider))
            heading.setSectionHidden(number, number in hidden)

    def _on_selected(self) -> None:
        if not self._is_showing:
            self.chosen_changed.emit()

    def _on_double_clicked(self, _: QModelIndex) -> None:
        self.opened.emit()


def _spans(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers together: one by one tens of thousands take seconds."""
    begun = before = -2
    for number in numbers:
        if number != before + 1:
            if begun >= 0:
                yield begun, before
            begun = number
        before = number
    if begun >= 0:
        yield begun, before
