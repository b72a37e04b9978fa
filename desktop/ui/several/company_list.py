"""The companies of the workspace, with boxes to tick and a search."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
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

from desktop.storage import RoundSummary
from desktop.ui.fonts import font
from desktop.ui.grounds import paint_ring
from desktop.ui.lettering import draw_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.search_field import search_field
from desktop.ui.several.companies_model import DAY, STAGE, CompaniesModel
from desktop.ui.tick import BOX, paint_box

Index = QModelIndex | QPersistentModelIndex
_ROW, _LEFT, _GAP, _ROOM_FOR_DAYS = 38, 12, 12, 340  # pixels
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


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
            paint_ring(painter, QRectF(where).adjusted(4, 2, -4, -2), self._tokens)
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
            day = str(index.data(DAY))
            painter.setFont(font(13))
            painter.setPen(QColor(self._tokens.muted))
            painter.drawText(room, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), day)
            room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(day) - _GAP, 0)
        painter.setFont(font(14))
        painter.setPen(QColor(self._tokens.ink))
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        stage, letters = str(index.data(STAGE)), painter.fontMetrics()
        left = room.width() - letters.horizontalAdvance(stage)
        shown = letters.elidedText(name, Qt.TextElideMode.ElideMiddle, left)  # many begin alike
        draw_words(painter, room, _MIDDLE | Qt.AlignmentFlag.AlignLeft, f"{shown}{stage}")


class CompanyList(QWidget):
    """Search, all or none, and the list.

    Signals: `ticked` after the choice changed; `chosen()` then tells it.
    """

    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._model = CompaniesModel(look.wording, self)
        self._view = QListView()
        self._search = search_field("company-search", look.wording("Search"), look)
        self._all = Button(look.wording("All"), "tick-all", "quiet")
        self._none = Button(look.wording("None"), "tick-none", "quiet")
        self._nobody = label(look.wording("No company has this in its name."), "small", "muted")
        self._build(look)
        self._connect()

    def show_companies(self, companies: Iterable[RoundSummary], chosen: AbstractSet[int] | None) -> None:
        """Show these, with those ticked that are chosen; all where it is None."""
        self._model.set_companies(companies, chosen)
        self._on_search_changed(self._search.text())

    def chosen(self) -> tuple[RoundSummary, ...]:
        """The companies ticked, also those the search hides."""
        return self._model.chosen()

    def _build(self, look: Look) -> None:
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
