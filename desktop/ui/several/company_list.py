"""The companies of the workspace, with boxes to tick and a search."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.dossier import FIRST_STAGE
from desktop.storage import RoundSummary
from desktop.text import Wording
from desktop.ui.fields import line_field
from desktop.ui.fonts import font
from desktop.ui.lettering import draw_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.tick import BOX, paint_box
from desktop.workspace.company_listing import folded

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_DAY, _STAGE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROW, _LEFT, _GAP, _ROOM_FOR_DAYS = 38, 12, 12, 340  # pixels
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class _Companies(QAbstractListModel):
    """Companies with ticks.

    Signals: `ticked` after any box was ticked or emptied.
    """

    ticked = Signal()

    def __init__(
        self, companies: Sequence[RoundSummary], chosen: AbstractSet[int] | None, wording: Wording
    ) -> None:
        super().__init__()
        self._companies = tuple(companies)
        self._keys = {each.id: folded(each.name) for each in companies}
        self._found = self._companies
        self._wording = wording
        self._ids = {each.id for each in companies if chosen is None or each.id in chosen}

    def find(self, words: str) -> int:
        """Show those alone that have these words in their name; how many there are."""
        wanted = folded(words.strip())
        self.beginResetModel()
        self._found = tuple(each for each in self._companies if wanted in self._keys[each.id])
        self.endResetModel()
        return len(self._found)

    def chosen(self) -> tuple[RoundSummary, ...]:
        """Those ticked, in the order shown."""
        return tuple(each for each in self._companies if each.id in self._ids)

    def tick(self, rows: Iterable[int], *, is_wanted: bool) -> None:
        """Tick rows, or empty their boxes."""
        ids = {self._found[row].id for row in rows}
        self._ids = self._ids | ids if is_wanted else self._ids - ids
        self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))
        self.ticked.emit()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._found)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        company = self._found[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if company.id in self._ids else Qt.CheckState.Unchecked
        return self._words(company).get(role)

    def _words(self, company: RoundSummary) -> dict[int, str]:
        """What is told of a company, by role."""
        stage, day = "" if company.stage == FIRST_STAGE else f" · {company.stage}", self._day(company)
        return {
            Qt.ItemDataRole.DisplayRole: company.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{company.name}{stage}",
            Qt.ItemDataRole.ToolTipRole: f"{company.name}{stage}\n{day}",
            _DAY: day,
            _STAGE: stage,
        }

    def _day(self, company: RoundSummary) -> str:
        return _day_words(company.changed_at.date(), self._wording)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], is_wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


@lru_cache(maxsize=2048)
def _day_words(day: date, wording: Wording) -> str:
    return wording.date(day)


class _RowPainter(QStyledItemDelegate):
    """Box, name, and the day of the last change; a press anywhere on the row ticks it."""

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
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawRoundedRect(where.adjusted(4, 2, -4, -2), 8, 8)
        is_checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box = where.topLeft()
        box += type(box)(_LEFT, (where.height() - BOX) // 2)
        paint_box(painter, box, self._tokens, is_checked=is_checked)
        self._paint_words(painter, where.adjusted(_LEFT + BOX + _GAP, 0, -_LEFT, 0), index)
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease:
            return super().editorEvent(event, model, option, index)
        is_checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _paint_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        if room.width() > _ROOM_FOR_DAYS:
            day = str(index.data(_DAY))
            painter.setFont(font(13))
            painter.setPen(QColor(self._tokens.muted))
            painter.drawText(room, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), day)
            room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(day) - _GAP, 0)
        painter.setFont(font(14))
        painter.setPen(QColor(self._tokens.ink))
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        stage, letters = str(index.data(_STAGE)), painter.fontMetrics()
        left = room.width() - letters.horizontalAdvance(stage)
        shown = letters.elidedText(name, Qt.TextElideMode.ElideMiddle, left)  # many begin alike
        draw_words(painter, room, _MIDDLE | Qt.AlignmentFlag.AlignLeft, f"{shown}{stage}")


class CompanyList(QWidget):
    """Search, all or none, and the list; `chosen` are ticked to begin with, all where it is None.

    Signals: `ticked` after the choice changed; `chosen()` then tells it.
    """

    ticked = Signal()

    def __init__(
        self, companies: Sequence[RoundSummary], chosen: AbstractSet[int] | None, look: Look
    ) -> None:
        super().__init__()
        self._wording = look.wording
        self._model = _Companies(companies, chosen, look.wording)
        self._model.setParent(self)
        self._view = QListView()
        self._search = line_field("company-search", look.wording("Search"))
        self._all = Button(look.wording("All"), "tick-all", "quiet")
        self._none = Button(look.wording("None"), "tick-none", "quiet")
        self._nobody = label(look.wording("No company has this in its name."), "small", "muted")
        self._build(look)
        self._connect()

    def chosen(self) -> tuple[RoundSummary, ...]:
        """The companies ticked, also those the search hides."""
        return self._model.chosen()

    def _build(self, look: Look) -> None:
        self._search.setPlaceholderText(self._wording("Search"))
        self._search.setClearButtonEnabled(True)
        self._view.setObjectName("companies")
        self._view.setAccessibleName(self._wording("Companies"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(_RowPainter(look, self))
        self._view.setUniformItemSizes(True)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMinimumHeight(120)
        self._nobody.hide()
        head = QHBoxLayout()
        head.addWidget(self._search, 1)
        head.addWidget(self._all)
        head.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._nobody)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._search)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_search_changed)
        self._all.clicked.connect(partial(self._tick_found, is_wanted=True))
        self._none.clicked.connect(partial(self._tick_found, is_wanted=False))
        self._model.ticked.connect(self.ticked)

    def _on_search_changed(self, text: str) -> None:
        self._nobody.setVisible(self._model.find(text) == 0)

    def _tick_found(self, _: bool = False, *, is_wanted: bool) -> None:  # noqa: FBT001, FBT002 - a slot
        self._model.tick(range(self._model.rowCount()), is_wanted=is_wanted)
