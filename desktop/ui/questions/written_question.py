"""Questions answered by writing: a number, or a short text."""

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import Answer, Number, Text
from desktop.ui.fonts import font
from desktop.ui.pieces import label
from desktop.ui.questions.answer_widget import AnswerWidget


class NumberQuestion(AnswerWidget):
    """A line for a number with its unit; what lies outside the bounds is not taken, and says so."""

    @override
    def answer(self) -> Answer | None:
        value = self._number()
        return None if value is None or not self._is_possible(value) else Number(value)

    @override
    def is_refused(self) -> bool:
        value = self._number()
        return bool(self._line.text().strip()) and (value is None or not self._is_possible(value))

    @override
    def show_answer(self, answer: Answer | None) -> None:
        blocker = QSignalBlocker(self._line)
        shown = self._wording.number(answer.value, 4) if isinstance(answer, Number) else ""
        self._line.setText(shown)
        blocker.unblock()
        self._advice.hide()

    @override
    def first_focus(self) -> QWidget:
        return self._line

    @override
    def key_hint(self) -> str:
        return self._wording("Write a number, Enter goes on")

    @override
    def _build(self) -> None:
        self._line = QLineEdit()
        self._line.setObjectName("number")
        self._line.setAccessibleName(self._text.text)
        self._line.setValidator(QRegularExpressionValidator(r"-?[0-9., ]{0,15}", self._line))
        self._line.setFont(font(self._look.pixels(18)))
        self._line.setFixedWidth(self._look.pixels(180))
        self._advice = label("", "small", "warn")
        self._advice.setObjectName("number-advice")
        self._advice.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._line)
        row.addWidget(label(self._text.unit, wraps=False))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._advice)

    @override
    def _connect(self) -> None:
        self._line.textEdited.connect(self._on_edited)

    def _on_edited(self, _: str) -> None:
        is_refused = self.is_refused()
        self._advice.setVisible(is_refused)
        self._advice.setText(self._bounds() if is_refused else "")
        self.answer_changed.emit()

    def _number(self) -> Fraction | None:
        marks = {"it": (".", ",")}.get(self._wording.language, (",", "."))
        plain = self._line.text().replace(" ", "").replace(marks[0], "").replace(marks[1], ".")
        try:
            return Fraction(plain)
        except ValueError:
            return None

    def _is_possible(self, value: Fraction) -> bool:
        low, high = self.question.minimum, self.question.maximum
        return (low is None or value >= low) and (high is None or value <= high)

    def _bounds(self) -> str:
        low, high = self.question.minimum, self.question.maximum
        if low is not None and high is not None:
            return self._wording(
                "Please write a number from {low} to {high}.",
                low=self._wording.number(low, 2),
                high=self._wording.number(high, 2),
            )
        if low is None and high is None:
            return self._wording("Please write a number.")
        if low is not None:
            return self._wording("Please write a number of at least {low}.", low=self._wording.number(low, 2))
        return self._wording(
            "Please write a number of at most {high}.", high=self._wording.number(high or 0, 2)
        )


class _Page(QPlainTextEdit):
    """A page to write on where Enter goes on and Shift+Enter begins a new line."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class TextQuestion(AnswerWidget):
    """A few lines of text."""

    @override
    def answer(self) -> Answer | None:
        text = self._page.toPlainText().strip()[: self.question.maximum_length]
        return Text(text) if text else None

    @override
    def show_answer(self, answer: Answer | None) -> None:
        blocker = QSignalBlocker(self._page)
        self._page.setPlainText(answer.text if isinstance(answer, Text) else "")
        blocker.unblock()
        self._show_room()

    @override
    def first_focus(self) -> QWidget:
        return self._page

    @override
    def key_hint(self) -> str:
        return self._wording("Enter goes on, Shift+Enter begins a new line")

    @override
    def _build(self) -> None:
        self._page = _Page()
        self._page.setObjectName("text")
        self._page.setAccessibleName(self._text.text)
        self._page.setTabChangesFocus(True)
        self._page.setFont(font(self._look.pixels(15)))
        self._page.setMinimumHeight(150)
        self._room = label("", "caption", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        column.addWidget(self._room, 0, Qt.AlignmentFlag.AlignRight)

    @override
    def _connect(self) -> None:
        self._page.textChanged.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._show_room()
        self.answer_changed.emit()

    def _show_room(self) -> None:
        left = max(0, self.question.maximum_length - len(self._page.toPlainText()))
        self._room.setText(self._wording.plural("{count} character left", "{count} characters left", left))
