"""An answer of the company that nobody gave so: the question as everybody saw it, to be answered anew."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, above_bar, at_left, label, scrolled
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.questions.route import Stop
from desktop.workspace import Agreement

_WIDEST = 780


class OtherAnswer(QWidget):
    """A question with the company's answer, saved at every change.

    Signals: `done` when the comparison is wanted again.
    """

    done = Signal()

    def __init__(self, row: Agreement, desk: Desk, look: Look) -> None:
        super().__init__()
        self._row = row
        self._desk = desk
        self._card = QuestionCard(_stop(row), look)
        self._card.show_answer(desk.open_case.sheet.get(row.question.key))
        self._done = Button(look.wording("Back to the comparison"), "back-to-comparison", "primary")
        area, inside = scrolled((40, 24, 40, 24), 12)
        inside.addWidget(label(look.wording("What does the company answer?"), "strong", "accent"))
        inside.addLayout(at_left(self._card, _WIDEST))
        inside.addStretch(1)
        bar = above_bar(area, self)
        bar.addStretch(1)
        bar.addWidget(self._done)
        self._card.answer_changed.connect(self._on_answer_changed)
        self._done.clicked.connect(self._on_done_clicked)

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self._card.first_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if (
            Qt.Key.Key_1 <= key <= Qt.Key.Key_9
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._card.press_digit(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_Escape or (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._card.is_refused()
        ):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _on_answer_changed(self) -> None:
        self._desk.save_answer(self._row.question, self._card.answer())

    def _on_done_clicked(self) -> None:
        self.done.emit()


def _stop(row: Agreement) -> Stop:
    for section in row.questionnaire.sections:
        ids = [question.id for question in section.questions]
        if row.question.id in ids:
            number = ids.index(row.question.id) + 1
            return Stop(row.questionnaire, section.id, row.question, number, len(ids))
    raise LookupError(row.question.id)
