"""Large figures side by side, each a way to the companies behind it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.enter_key import is_clicked_by_enter
from desktop.ui.fonts import font, medium, semibold
from desktop.ui.hub.territory.key_figures import KeyFigure
from desktop.ui.lettering import draw_elided, draw_words
from desktop.ui.look import Look

_NARROWEST, _GAP, _INSIDE, _ROUND = 204, 12, 18, 14  # pixels
_ABOVE, _TO_WORDS, _BELOW, _APART, _BESIDE, _TALL = 14, 60, 16, 2, 8, 1000  # pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class KeyTile(QAbstractButton):
    """A figure with its bar and a few words."""

    def __init__(self, look: Look, figure: KeyFigure) -> None:
        super().__init__()
        self._tokens = look.tokens
        self._figure = figure
        self.setObjectName(f"key-{figure.name}")
        self.setAccessibleName(f"{figure.caption}: {figure.value} {figure.of}".strip())
        self.setAccessibleDescription(figure.told)
        self.setToolTip("\n".join(words for words in (figure.caption, figure.told) if words))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def height_in(self, width: int) -> int:
        """The pixels that figure and words need in a width."""
        inside = width - 2 * _INSIDE
        room = QRect(0, 0, inside, _TALL)
        caption = QFontMetrics(medium(13)).boundingRect(room, int(_TOP), self._figure.caption).height()
        told = self._told("" if self._has_room_beside(inside) else self._figure.of)
        below = QFontMetrics(font(12)).boundingRect(room, int(_TOP), told).height() if told else 0
        return _ABOVE + _TO_WORDS + caption + _APART + below + _BELOW

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height_in(max(self.width(), _NARROWEST)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_clicked_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = self.rect().adjusted(_INSIDE, _ABOVE, -_INSIDE, -_APART)
        of = self._paint_value(painter, QRect(inside.left(), inside.top(), inside.width(), 36))
        if self._figure.share is not None:
            bar = QRectF(inside.left(), inside.top() + 46, inside.width(), 5)
            self._paint_bar(painter, bar, float(self._figure.share))
        self._paint_words(painter, inside.adjusted(0, _TO_WORDS, 0, 0), of)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._tokens
        edge = tokens.accent if self.hasFocus() or self.underMouse() else tokens.line
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)

    def _paint_value(self, painter: QPainter, where: QRect) -> str:
        """The figure with what it is of; that is given back where there is no room for it."""
        figure = self._figure
        painter.setFont(semibold(28))
        painter.setPen(QColor(self._tokens.ink))
        draw_elided(painter, where, _LEFT, figure.value)
        beside = where.adjusted(
            QFontMetrics(painter.font()).horizontalAdvance(figure.value) + _BESIDE, 7, 0, 0
        )
        painter.setFont(font(14))
        painter.setPen(QColor(self._tokens.muted))
        if not self._has_room_beside(where.width()):
            return figure.of
        draw_elided(painter, beside, _LEFT, figure.of)
        return ""

    def _paint_words(self, painter: QPainter, where: QRect, of: str) -> None:
        painter.setFont(medium(13))
        painter.setPen(QColor(self._tokens.ink))
        draw_words(painter, where, _TOP, self._figure.caption)
        used = painter.boundingRect(where, _TOP, self._figure.caption).height()
        painter.setFont(font(12))
        painter.setPen(QColor(self._tokens.muted))
        draw_words(painter, where.adjusted(0, used + _APART, 0, 0), _TOP, self._told(of))

    def _has_room_beside(self, width: int) -> bool:
        """Whether what the figure is of fits beside it."""
        value = QFontMetrics(semibold(28)).horizontalAdvance(self._figure.value)
        return value + _BESIDE + QFontMetrics(font(14)).horizontalAdvance(self._figure.of) <= width

    def _told(self, of: str) -> str:
        return " · ".join(words for words in (of, self._figure.told) if words)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        bar.setWidth(bar.width() * min(1.0, share))
        painter.setBrush(QColor(self._tokens.good if share >= 1 else self._tokens.accent))
        painter.drawRoundedRect(bar, 2.5, 2.5)


class KeyTiles(QWidget):
    """As many beside one another as there is room for, in even rows.

    Signals: `opened` carries the Line whose companies are wanted.
    """

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figures: tuple[KeyFigure, ...] = ()
        self._tiles: list[KeyTile] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setObjectName("key-figures")

    def show_figures(self, figures: Sequence[KeyFigure]) -> None:
        """Show these; none hides the row."""
        self.setVisible(bool(figures))
        if tuple(figures) == self._figures:
            return
        self._figures = tuple(figures)
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [KeyTile(self._look, figure) for figure in figures]
        for tile, figure in zip(self._tiles, figures, strict=True):
            tile.clicked.connect(partial(self._on_clicked, figure))
        self._across = 0
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self._tiles)
        most = max(1, (self.width() + _GAP) // (_NARROWEST + _GAP))
        rows = -(-count // most)
        across = -(-count // rows) if rows else 0
        self._give_heights(across)
        if across == self._across:
            return
        for column in range(max(across, self._across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // across, place % across)

    def _give_heights(self, across: int) -> None:
        """As high as the one with most words needs."""
        width = (self.width() + _GAP) // max(1, across) - _GAP
        height = max((tile.height_in(width) for tile in self._tiles), default=0)
        for tile in self._tiles:
            tile.setFixedHeight(height)

    def _on_clicked(self, figure: KeyFigure) -> None:
        self.opened.emit(figure.line)
