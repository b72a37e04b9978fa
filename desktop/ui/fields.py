"""Form fields in the application's look: choosing from a list, counting up and down, amounts of money."""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.text import Wording
from desktop.ui.icons import paint_icon
from desktop.ui.look import Look
from desktop.ui.pieces import icon_button
from desktop.ui.theme import Tokens

_BESIDE, _LOWEST, _AROUND = 4, 14, 2  # pixels, as Qt counts them in a list to choose from
_AT_THE_SIDES, _WIDEST = 24, 760  # pixels of a list that drops down: border, padding and scroll bar; in all


class Picker(QComboBox):
    """A list to choose one entry from; entries have an id, which may be None for "nothing chosen".

    Signals: `picked` carries the id chosen by the user.
    """

    picked = Signal(object)

    def __init__(self, look: Look, name: str, says: str) -> None:
        super().__init__()
        self._tokens = look.tokens
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def show_entries(self, entries: Iterable[tuple[str | None, str]], chosen: str | None) -> None:
        """The entries as pairs of id and text, one of them chosen; emits nothing."""
        blocker = QSignalBlocker(self)
        self.clear()
        for identity, text in entries:
            self.addItem(text, identity)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        blocker.unblock()

    def choice(self) -> str | None:
        """The id of the entry chosen."""
        value = self.currentData()
        return value if isinstance(value, str) else None

    def _on_activated(self, _: int) -> None:
        self.picked.emit(self.choice())

    @override
    def sizeHint(self) -> QSize:
        """Room for as many letters as it was given, whatever the entries are.

        Qt's own way to say so makes the list that drops down before there is any entry.
        """
        words, option = self.fontMetrics(), QStyleOptionComboBox()
        self.initStyleOption(option)
        width = (
            self.minimumContentsLength() * words.horizontalAdvance("X") + self.iconSize().width() + _BESIDE
        )
        inside = QSize(width, max(words.height(), _LOWEST, self.iconSize().height()) + _AROUND)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inside, self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Given another parent, Qt would make the list that drops down, so that it has the style of that."""
        if event.type() == QEvent.Type.StyleChange and not any(map(QObject.isWidgetType, self.children())):
            self.updateGeometry()
            self.update()
        else:
            super().changeEvent(event)

    @override
    def showPopup(self) -> None:
        """The list is as wide as its longest entry, also where the field is narrower, within reason."""
        view = self.view()
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + _AT_THE_SIDES, _WIDEST))
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - 48
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        where = QRectF(self.width() - 26, (self.height() - 14) / 2, 14, 14)
        paint_icon(painter, "chevron-down", self._tokens.muted, where)


class FieldFrame(QWidget):
    """The frame of a spin box as the style sheet draws it around other fields, but cannot around these."""

    def __init__(self, field: QAbstractSpinBox, tokens: Tokens) -> None:
        super().__init__()
        self._field = field
        self._tokens = tokens
        self.setFocusProxy(field)
        colours, off = field.palette(), QPalette.ColorGroup.Disabled
        colours.setColor(off, QPalette.ColorRole.Base, QColor(tokens.canvas))
        colours.setColor(off, QPalette.ColorRole.Text, QColor(tokens.ink))
        field.setPalette(colours)
        field.setFrame(False)
        field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        is_day = isinstance(field, DayField)  # reads as the texts in other fields do
        field.setAlignment(Qt.AlignmentFlag.AlignLeft if is_day else Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(9 if is_day else 6, 4, 6, 4)
        column.addWidget(field)
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus, tokens = self._field.hasFocus(), self._tokens
        ring = tokens.ring if self.isEnabled() else tokens.line
        painter.setPen(QPen(QColor(tokens.accent if has_focus else ring), 2 if has_focus else 1))
        painter.setBrush(QColor(tokens.surface if self.isEnabled() else tokens.canvas))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


class _CountBox(QDoubleSpinBox):
    @override
    def textFromValue(self, val: float) -> str:
        return self.locale().toString(val, "f", 0 if val.is_integer() else 1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DayField(QDateEdit):
    """A day to write or step through."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setDisplayFormat("dd/MM/yyyy")

    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def begin_on(self, day: date) -> None:
        """Take no day before this one."""
        self.setMinimumDate(QDate(day.year, day.month, day.day))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Stepper(QWidget):
    """A number with a minus and a plus beside it.

    Signals: `stepped` comes with every change by the user.
    """

    stepped = Signal()

    def __init__(self, look: Look, name: str, says: str) -> None:
        super().__init__()
        self._wording = look.wording
        self._box = _CountBox()
        self._frame = FieldFrame(self._box, look.tokens)
        self._less = icon_button(
            "minus", look.tokens, name=f"{name}-less", says=look.wording("Less"), kind="round"
        )
        self._more = icon_button(
            "plus", look.tokens, name=f"{name}-more", says=look.wording("More"), kind="round"
        )
        self._build(name, says)
        self._connect()

    def _build(self, name: str, says: str) -> None:
        self._box.setObjectName(name)
        self._box.setAccessibleName(says)
        self._box.setLocale(QLocale(self._wording.language))
        self._box.setDecimals(0)
        self._frame.setFixedSize(88, 36)
        self.set_range(Fraction(0), Fraction(1_000_000))
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._less)
        row.addWidget(self._frame)
        row.addWidget(self._more)
        row.addStretch(1)
        self.setFocusProxy(self._box)

    def _connect(self) -> None:
        self._less.clicked.connect(self._box.stepDown)
        self._more.clicked.connect(self._box.stepUp)
        self._box.valueChanged.connect(self._on_changed)

    def set_range(self, lowest: Fraction, highest: Fraction, step: Fraction = Fraction(1)) -> None:
        """The numbers that are possible; a step below one shows one decimal."""
        self._box.setDecimals(0 if step.denominator == 1 else 1)
        self._box.setRange(float(lowest), float(highest))
        self._box.setSingleStep(float(step))

    def value(self) -> Fraction:
        """The number shown, exact to one decimal."""
        return Fraction(round(self._box.value() * 10), 10)

    def show_value(self, value: Fraction | int) -> None:
        """Show a number; emits nothing."""
        blocker = QSignalBlocker(self._box)
        self._box.setValue(float(value))
        blocker.unblock()

    def _on_changed(self, _: float) -> None:
        self.stepped.emit()


def line_field(name: str, says: str, maximum: int = 200) -> QLineEdit:
    """A line to write on."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(says)
    made.setMaxLength(maximum)
    return made


def ask_again(field: QLineEdit, advice: QLabel, words: str) -> None:
    """Say below a field why it cannot be taken, and let the keyboard write over it."""
    advice.setText(words)
    advice.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()


def amount_text(value: int | None, wording: Wording) -> str:
    """An amount as it stands in a field; empty where none was given."""
    return "" if value is None else wording.number(value)


def amount_of(text: str) -> int | None:
    """The whole amount written in a field with any marks between the thousands; None where there is none."""
    whole = re.sub(r"[.,]\d{1,2}$", "", text.strip().rstrip("€ "))
    digits = "".join(character for character in whole if character.isdecimal())[:12]
    return int(digits) if digits else None
