"""The companies as a table: two lines for each, as many columns as there is room for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from desktop.storage import CompanyRow
from desktop.ui.home.two_lines import DETAIL, IS_MARKED, TwoLines
from desktop.ui.home.words import due_words, size_word, visit_words
from desktop.ui.look import Look
from desktop.ui.row_table import Column, RowTableModel, show_as_rows
from desktop.workspace.company_listing import Column as ColumnName
from desktop.workspace.company_listing import Listing, Wish

Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 50  # pixels, two lines
_ORDER: tuple[ColumnName, ...] = ("name", "sector", "region", "size", "stage", "consultant", "visit", "due")
_DUE = _ORDER.index("due")
_WIDTHS = {
    "sector": 170,
    "region": 130,
    "size": 104,
    "stage": 104,
    "consultant": 150,
    "visit": 124,
    "due": 150,
}
_NARROWEST_NAME = 230
_FIRST_TO_GO: tuple[ColumnName, ...] = ("region", "sector", "size", "consultant", "stage")
_BEGINNINGS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CompanyTableModel(RowTableModel[CompanyRow]):
    """Companies, with a second line below each name."""

    def __init__(self, listing: Listing, look: Look) -> None:
        self._listing = listing
        self._wording = look.wording
        super().__init__(self._declared())

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in _FURTHER:
            row = self._rows[index.row()]
            if index.column() == 0:
                return self._of_name(row, role)
            if index.column() == _DUE and role != IS_MARKED:
                return row.due if role == DETAIL else self._told(super().data(index), row.due)
            return None if role in (DETAIL, IS_MARKED) else super().data(index)
        return super().data(index, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Rows are called by their company, for those who listen."""
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return self._rows[section].name if section < len(self._rows) else None
        return super().headerData(section, orientation, role)

    def row(self, number: int) -> CompanyRow | None:
        """The company in a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, company_id: int | None) -> int:
        """The row of a company; the first one where it is not shown."""
        if company_id is None:
            return 0
        found = (number for number, row in enumerate(self._rows) if row.id == company_id)
        return next(found, 0)

    def _of_name(self, row: CompanyRow, role: int) -> Any:
        is_last = self._listing.last is not None and row.id == self._listing.last.id
        if role == IS_MARKED:
            return is_last
        detail = self._detail(row, is_last=is_last)
        return detail if role == DETAIL else self._told(row.name, detail)

    def _told(self, first: str, second: str) -> str:
        """Both lines for those who listen, or point at them."""
        return ", ".join(filter(None, (first, second)))

    def _detail(self, row: CompanyRow, *, is_last: bool) -> str:
        say = self._wording
        said = [
            say("Go on") if is_last else "",
            say("archived") if row.is_archived else "",
            row.vat,
            row.contact,
            say("twice here") if row.id in self._listing.twins else "",
            self._listing.lent.get(row.id, ""),
        ]
        return " · ".join(filter(None, said))

    def _declared(self) -> tuple[Column[CompanyRow], ...]:
        say, listing = self._wording, self._listing
        return (
            Column(say("Company"), lambda row: row.name, _no_key),
            Column(
                say("Sector"), lambda row: listing.sectors.get(row.sector or "", row.sector or ""), _no_key
            ),
            Column(
                say("Region"), lambda row: listing.regions.get(row.region or "", row.region or ""), _no_key
            ),
            Column(say("Size"), lambda row: size_word(row.size, say), _no_key),
            Column(say("Assessment"), lambda row: row.stage, _no_key),
            Column(say("Consultant"), lambda row: row.consultant, _no_key),
            Column(say("Last visit"), lambda row: visit_words(row, listing.day, say), _no_key),
            Column(say("Due"), lambda row: due_words(row, listing.day, say), _no_key),
        )


_FURTHER = (DETAIL, IS_MARKED, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class CompanyTable(QTableView):
    """The view; it sorts nothing itself.

    Signals: `row_chosen` after another row became current; `row_opened` after Enter or a double click;
    `typed` carries what is typed, `order_wanted` a column whose heading was pressed, `menu_wanted` where
    a menu is to open.
    """

    row_chosen = Signal()
    row_opened = Signal()
    typed = Signal(str)
    order_wanted = Signal(str)
    erase_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model: CompanyTableModel | None = None
        self._build(look)
        self.horizontalHeader().sectionClicked.connect(self._on_heading_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_listing(self, listing: Listing) -> None:
        """Columns for these companies, and no rows yet."""
        self._model = CompanyTableModel(listing, self._look)
        self._model.setParent(self)
        self.setModel(self._model)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._give_room()

    def show_rows(self, rows: Sequence[CompanyRow], wish: Wish, current: int | None) -> None:
        """Show the companies found, with one of them current, else the first one."""
        if self._model is None:
            return
        self._model.set_rows(rows)
        order = Qt.SortOrder.DescendingOrder if wish.is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(_ORDER.index(wish.order), order)
        if rows:
            self.selectRow(self._model.number_of(current))
        self.row_chosen.emit()

    def chosen(self) -> CompanyRow | None:
        """The company in the current row."""
        return None if self._model is None else self._model.row(self.currentIndex().row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        is_word = text.isprintable() and bool(text.strip()) and not event.modifiers() & _BEGINNINGS
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.erase_wanted.emit()
        elif is_word:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 140)

    def _build(self, look: Look) -> None:
        show_as_rows(self, "company-list", look.wording("Companies"), _ROW_HEIGHT)
        self.setItemDelegateForColumn(0, TwoLines(look, self, is_strong=True))
        self.setItemDelegateForColumn(_DUE, TwoLines(look, self, is_strong=False))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setSectionsClickable(True)
        heading.setSortIndicatorShown(True)

    def _give_room(self) -> None:
        """Hide the columns there is no room for; the name has the rest."""
        if self._model is None:
            return
        heading, left = self.horizontalHeader(), self.viewport().width() - _NARROWEST_NAME
        left -= sum(_WIDTHS.values())
        hidden = set()
        for name in _FIRST_TO_GO:
            if left < 0:
                hidden.add(name)
                left += _WIDTHS[name]
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, name in enumerate(_ORDER[1:], 1):
            heading.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            heading.resizeSection(number, _WIDTHS[name])
            heading.setSectionHidden(number, name in hidden)

    def _on_heading_clicked(self, number: int) -> None:
        self.order_wanted.emit(_ORDER[number])

    def _on_double_clicked(self, _: QModelIndex) -> None:
        self.row_opened.emit()

    def _on_current_changed(self) -> None:
        self.row_chosen.emit()


def _no_key(_: CompanyRow) -> int:
    """The listing sorts."""
    return 0
