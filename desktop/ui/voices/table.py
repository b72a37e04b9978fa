"""The view of a comparison: wrapped words, rows that differ marked, and keys that take answers over."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from desktop.ui.fonts import font, medium, semibold
from desktop.ui.lettering import draw_elided, draw_words
from desktop.ui.look import Look
from desktop.ui.voices.model import MUTED_ROLE, NOTE_ROLE, STANCE_ROLE, ComparisonModel

_MOST_LINES = 4
_SIDE, _DENSE_SIDE, _ABOVE, _NOTE, _STRIPE = 10, 6, 8, 20, 4  # pixels
_ROOMY, _NARROWEST, _QUESTION = 104, 74, 1.5  # pixels of a column; the question's width in columns
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_TALL = 10_000


class Comparison(QTableView):
    """The table.

    Signals: `person_chosen` carries the place of a person whose answer is to be the company's (0 is the
    first), `other_wanted` comes where another one is.
    """

    person_chosen = Signal(int)
    other_wanted = Signal()

    def __init__(self, model: ComparisonModel, says: str, look: Look) -> None:
        super().__init__()
        self._comparison = model
        self.setModel(model)
        self.setItemDelegate(_Cells(look, self))
        self.setObjectName("comparison")
        self.setAccessibleName(says)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        heading = self.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        heading.setTextElideMode(Qt.TextElideMode.ElideRight)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setFont(medium(12))
        self.doubleClicked.connect(self._on_chosen)
        model.modelReset.connect(self.resizeRowsToContents)
        model.dataChanged.connect(self.resizeRowsToContents)

    def go_to(self, row: int, column: int = 0) -> None:
        """Make a cell the current one, in sight."""
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self.model().columnCount()
        each = max(_NARROWEST, int(self.viewport().width() / (columns - 1 + _QUESTION)))
        rest = self.viewport().width() - each * (columns - 1)
        for column in range(columns):
            self.setColumnWidth(column, each if column else max(rest, int(_QUESTION * _NARROWEST)))
        self._show_dense(is_dense=each < _ROOMY)
        self.resizeRowsToContents()

    @property
    def is_dense(self) -> bool:
        """Whether so many people stand beside each other that letters are smaller."""
        return bool(self.property("kind") == "dense")

    def _show_dense(self, *, is_dense: bool) -> None:
        if is_dense != self.is_dense:
            self.setProperty("kind", "dense" if is_dense else "")
            self.horizontalHeader().style().polish(self.horizontalHeader())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, people = event.key(), self.model().columnCount() - 2
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + min(people, 9):
            self.person_chosen.emit(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_0:
            self.other_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 < index.column() <= self.model().columnCount() - 2:
            self.person_chosen.emit(index.column() - 1)
        elif index.isValid() and index.column():
            self.other_wanted.emit()


class _Cells(QStyledItemDelegate):
    """Words in as many lines as they need up to four; the whole of it stands in the tool tip."""

    def __init__(self, look: Look, parent: Comparison) -> None:
        super().__init__(parent)
        self._view = parent
        self._tokens = look.tokens

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        tokens, where = self._tokens, QRect(option.rect)
        differs, is_last = index.data(STANCE_ROLE) == "differ", _is_last(index)
        is_marked = differs and not index.column()
        ground = tokens.warn_soft if is_marked else tokens.canvas if is_last else tokens.surface
        painter.fillRect(where, QColor(ground))
        if is_marked:
            painter.fillRect(QRect(where.topLeft(), QSize(_STRIPE, where.height())), QColor(tokens.warn))
        inside = where.adjusted(self._side, _ABOVE, -self._side, -_ABOVE)
        painter.setFont(self._font(index))
        painter.setPen(QColor(tokens.muted if index.data(MUTED_ROLE) else tokens.ink))
        draw_words(
            painter, inside, _WRAPPED, _fitted(str(index.data()), painter.fontMetrics(), inside.width())
        )
        if note := index.data(NOTE_ROLE):
            painter.setFont(medium(12))
            painter.setPen(QColor(tokens.warn if differs else tokens.muted))
            draw_elided(painter, inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, note)
        painter.fillRect(QRect(where.left(), where.bottom(), where.width(), 1), QColor(tokens.line))
        self._paint_mark(painter, option, where)
        painter.restore()

    def _paint_mark(self, painter: QPainter, option: QStyleOptionViewItem, where: QRect) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawRect(where.adjusted(1, 1, -2, -2))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.columnWidth(index.column())
        metrics = QFontMetrics(self._font(index))
        inside = width - 2 * self._side
        height = _height(_fitted(str(index.data()), metrics, inside), metrics, inside)
        return QSize(width, height + 2 * _ABOVE + (_NOTE if index.data(NOTE_ROLE) else 0))

    @property
    def _side(self) -> int:
        return _DENSE_SIDE if self._view.is_dense else _SIDE

    def _font(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        size = 12 if self._view.is_dense else 13
        if not index.column():
            return medium(size)
        return semibold(size) if _is_last(index) and not index.data(MUTED_ROLE) else font(size)


def _is_last(index: QModelIndex | QPersistentModelIndex) -> bool:
    return index.column() == index.model().columnCount() - 1


def _height(words: str, metrics: QFontMetrics, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, _TALL), int(_WRAPPED), words).height()


def _fitted(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words, cut with an ellipsis where they need more lines than there are."""
    most = _MOST_LINES * metrics.lineSpacing() + 2
    if _height(words, metrics, width) <= most:
        return words
    fitting, too_many = 0, len(words)
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        if _height(f"{words[:middle].rstrip()}…", metrics, width) <= most:
            fitting = middle
        else:
            too_many = middle
    return f"{words[:fitting].rstrip()}…"
