"""How an entry of the list of a move is laid out and drawn, at any width."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.ui.fonts import font, medium, semibold
from desktop.ui.moves.faces import Block, Face
from desktop.ui.theme import Tokens

_ACROSS, _ABOVE, _GAP = 18, 13, 5  # pixels beside, above and between the texts
_LABELS = 122  # pixels for what stands at the left of a text
_HEADING_ACROSS, _HEADING_ABOVE, _HEADING_BELOW = 10, 18, 9
_RING = 3  # pixels around the card that the ring of the keyboard may use
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 100_000
_FONTS: dict[str, Callable[[], QFont]] = {
    "heading": lambda: semibold(16),
    "strong": lambda: semibold(14),
    "body": lambda: font(14),
    "small": lambda: font(13),
    "link": lambda: medium(14),
}


@lru_cache(maxsize=4096)
def _tall(text: str, name: str, width: int) -> int:
    """The pixels a text needs at a width; a list asks for the same many times."""
    return QFontMetrics(_FONTS[name]()).boundingRect(0, 0, width, _TALL, _WRAPPED, text).height()


def height(face: Face, width: int) -> int:
    """The pixels an entry needs at a width."""
    *_, (_, last) = _placed(face, QRect(0, 0, width, 0))
    return last.bottom() + 1 + (_HEADING_BELOW if face.begins else _ABOVE + _RING)


def link_area(face: Face, area: QRect) -> QRect:
    """Where the words stand that lead to the question; empty without any."""
    for block, where in _placed(face, area):
        if block.tone == "link":
            wide = QFontMetrics(_FONTS["link"]()).horizontalAdvance(block.text)
            return QRect(where.topLeft(), where.size()).adjusted(
                -_GAP, -_GAP, wide - where.width() + _GAP, _GAP
            )
    return QRect()


def paint(painter: QPainter, face: Face, area: QRect, tokens: Tokens, *, has_focus: bool) -> None:
    """Draw an entry into its area, with a ring where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRectF(area).adjusted(_RING, _RING, -_RING, -_RING)
    if face.begins is None:
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(inside, 10, 10)
    if has_focus:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside, 10, 10)
    for block, where in _placed(face, area):
        _paint_block(painter, block, where, tokens)


def _paint_block(painter: QPainter, block: Block, where: QRect, tokens: Tokens) -> None:
    if block.label:
        painter.setFont(_FONTS["small"]())
        painter.setPen(QColor(tokens.muted))
        painter.drawText(where.adjusted(-_LABELS, 1, 0, 1), _WRAPPED, block.label)
    colours = {"ink": tokens.ink, "muted": tokens.muted, "link": tokens.accent}
    painter.setFont(_FONTS[_font_name(block)]())
    painter.setPen(QColor(colours[block.tone]))
    painter.drawText(where, _WRAPPED, block.text)


def _placed(face: Face, area: QRect) -> Iterator[tuple[Block, QRect]]:
    """The texts from top to bottom with where they stand."""
    across = _HEADING_ACROSS if face.begins else _ACROSS
    top = area.top() + (_HEADING_ABOVE if face.begins else _ABOVE + _RING)
    for block in face.blocks:
        left = across + (_LABELS if block.label else 0)
        width = max(1, area.width() - left - across)
        tall = _tall(block.text, _font_name(block), width)
        yield block, QRect(area.left() + left, top, width, tall)
        top += tall + _GAP


def _font_name(block: Block) -> str:
    return "link" if block.tone == "link" else block.size
