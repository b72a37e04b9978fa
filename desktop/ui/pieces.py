"""The plain building blocks of all pages: labels, buttons, cards, scrolled columns."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.enter_key import is_clicked_by_enter
from desktop.ui.fonts import font, medium, semibold
from desktop.ui.icons import icon
from desktop.ui.remembering_label import RememberingLabel
from desktop.ui.theme import Tokens

Size = Literal["title", "heading", "body", "strong", "small", "caption"]
Tone = Literal["plain", "muted", "accent", "good", "warn"]
ButtonKind = Literal["plain", "primary", "quiet", "fold", "tab", "round", "bare", "chip", "state"]

_FONTS: dict[str, Callable[[], QFont]] = {
    "title": lambda: semibold(24),
    "heading": lambda: semibold(16),
    "body": lambda: font(15),
    "strong": lambda: semibold(14),
    "small": lambda: font(13),
    "caption": lambda: medium(12),
}


def label(text: str, size: Size = "body", tone: Tone = "plain", *, wraps: bool = True) -> QLabel:
    """A text in one of the sizes and tones; never read as markup."""
    made = RememberingLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(_FONTS[size]())
    made.setWordWrap(wraps)
    if tone != "plain":
        made.setProperty("tone", tone)
    return made


def show_words(shown: QLabel, words: str, tone: Tone) -> None:
    """Put other words into a label, in a tone of their own."""
    shown.setText(words)
    shown.setProperty("tone", tone)
    shown.style().polish(shown)


class Button(QPushButton):
    """A button that Enter presses too."""

    def __init__(self, text: str, name: str, kind: ButtonKind = "plain") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setFont(medium(14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind != "plain":
            self.setProperty("kind", kind)
        self._reason = ""

    def withhold(self, reason: str) -> None:
        """Keep it from being pressed from now on, and say why where the mouse or a screen reader rests."""
        self._reason = reason
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    @override
    def setEnabled(self, arg__1: bool) -> None:
        super().setEnabled(arg__1 and not self._reason)

    @override
    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(self._reason or description)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_clicked_by_enter(self, event):
            super().keyPressEvent(event)


def icon_button(picture: str, tokens: Tokens, *, name: str, says: str, kind: ButtonKind = "bare") -> Button:
    """A button with an icon alone; `says` is its accessible name and tool tip."""
    made = Button("", name, kind)
    made.setIcon(icon(picture, tokens.ink if kind == "round" else tokens.muted))
    made.setIconSize(QSize(18, 18))
    made.setFixedSize(36, 36)
    made.setAccessibleName(says)
    made.setToolTip(says)
    return made


def card(kind: str = "card", margin: int = 24, spacing: int = 12) -> tuple[QFrame, QVBoxLayout]:
    """A framed area and the column in it."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return frame, column


def rule() -> QFrame:
    """A thin line between things."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def scrolled(
    margins: tuple[int, int, int, int] = (40, 28, 40, 28), spacing: int = 16
) -> tuple[QScrollArea, QVBoxLayout]:
    """A vertically scrolled area and the column in it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setObjectName("scrolled")
    column = QVBoxLayout(inside)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    area.setWidget(inside)
    return area, column


def above_bar(area: QWidget, page: QWidget) -> QHBoxLayout:
    """Fill a page with an area and, below it, a bar; the row of the bar is given back to be filled."""
    bar = QFrame()
    bar.setProperty("kind", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(40, 11, 40, 11)
    row.setSpacing(14)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area, 1)
    outer.addWidget(bar)
    return row


def at_left(widget: QWidget, widest: int) -> QHBoxLayout:
    """A widget as wide as there is room up to a limit, at the left of what is left over."""
    widget.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


def in_the_middle(widget: QWidget, widest: int, page: QWidget) -> None:
    """Let a widget stand alone in a page: in the middle, a little above half its height."""
    widget.setMaximumWidth(widest)
    column = QVBoxLayout(page)
    column.setContentsMargins(60, 60, 60, 60)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)
            inner.deleteLater()
