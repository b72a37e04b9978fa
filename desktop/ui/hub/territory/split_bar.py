"""How the value of services divides between training and consulting, and how it should."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.territory.figures.values import Services
from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.theme import Tokens

_KINDS = ("training", "consulting")
_HEIGHT, _MARK, _GAP = 22, 2, 2  # pixels
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Split:
    """The part of training (0 to 1), what stands at both ends, and where the parts should meet."""

    share: Fraction
    left: str
    right: str
    wanted: Fraction | None = None


def split_of(services: Services, wanted: Mapping[str, int], say: Wording) -> Split | None:
    """Training against consulting, whatever counts for neither aside; None without any value."""
    cents = {each.name: each.price_cents for each in services.kinds if each.name in _KINDS}
    whole = sum(cents.values())
    if not whole:
        return None
    training = Fraction(cents.get("training", 0), whole)
    parts = {"training": training, "consulting": 1 - training}
    names = {"training": say("Training"), "consulting": say("Consulting")}
    words = {kind: _words(names[kind], parts[kind], wanted.get(kind), say) for kind in _KINDS}
    meet = Fraction(wanted["training"], _PERCENT) if "training" in wanted else None
    return Split(training, words["training"], words["consulting"], meet)


def _words(name: str, share: Fraction, wanted: int | None, say: Wording) -> str:
    percent = round(share * _PERCENT)
    if wanted is None:
        return say("{kind}: {share}%", kind=name, share=percent)
    return say("{kind}: {share}% (wanted {wanted}%)", kind=name, share=percent, wanted=wanted)


class SplitBar(QWidget):
    """One bar of two parts, with a mark where they should meet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._left, self._right = label("", "small", wraps=False), label("", "small", wraps=False)
        self._bar = _Bar(look.tokens)
        words = QHBoxLayout()
        words.addWidget(self._left)
        words.addStretch(1)
        words.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self._bar)
        self.setObjectName("services-split")

    def show_split(self, split: Split | None) -> None:
        """Show another division; None hides the bar."""
        self.setVisible(split is not None)
        if split is not None:
            self._left.setText(split.left)
            self._right.setText(split.right)
            self._bar.show_split(split)


class _Bar(QWidget):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._split: Split | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_split(self, split: Split) -> None:
        self._split = split
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._split is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 4, self.width(), _HEIGHT - 8)
        rounded = QPainterPath()
        rounded.addRoundedRect(whole, 6, 6)
        painter.setClipPath(rounded)
        meet = whole.width() * float(self._split.share)
        painter.fillRect(QRectF(0, whole.top(), meet, whole.height()), QColor(self._tokens.accent))
        second = QColor(self._tokens.accent)
        second.setAlphaF(0.32)
        painter.fillRect(QRectF(meet + _GAP, whole.top(), whole.width() - meet, whole.height()), second)
        painter.setClipping(False)
        if self._split.wanted is not None:
            x = whole.width() * float(self._split.wanted)
            painter.fillRect(QRectF(x - _MARK / 2, 0, _MARK, _HEIGHT), QColor(self._tokens.ink))
        painter.end()
