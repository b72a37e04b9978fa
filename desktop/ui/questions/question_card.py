"""One question on a card: where we are, its words, the answer, and the two answers all questions share."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.answers import Answer
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.ui.fonts import font, medium, semibold
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.questions.route import Stop
from desktop.ui.questions.whole_answer import WholeAnswer


class QuestionCard(QFrame):
    """A question and its answer.

    Signals: `answer_changed` when the user changed the answer; `answer()` then tells it.
    """

    answer_changed = Signal()

    def __init__(self, stop: Stop, look: Look) -> None:
        super().__init__()
        self.stop = stop
        self._wording = look.wording
        self._text = stop.questionnaire.text(look.wording.language).questions[stop.question.id]
        self._whole = WholeAnswer(stop.question, self._text, look, self)
        self._answer = self._whole.own
        self._note = label("", "small", "accent")
        self._look = look
        self._build()
        self._connect()

    def answer(self) -> Answer | None:
        """The answer as it stands, reserved ones included."""
        return self._whole.answer()

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer; emits nothing."""
        self._whole.show_answer(answer)

    def show_shared_with(self, other: Questionnaire | None) -> None:
        """Say that the answer that stands here counts in another questionnaire too."""
        self._note.setVisible(other is not None)
        if other is not None:
            title = other.text(self._wording.language).title
            self._note.setText(self._wording("Answered already: “{title}” asks this too.", title=title))

    def put_above_answer(self, widget: QWidget) -> None:
        """Put something between the question and its answer."""
        self._column.insertWidget(self._column.indexOf(self._answer), widget)

    def is_refused(self) -> bool:
        """Whether what was written cannot be taken as an answer."""
        return self._answer.is_refused()

    def clear(self) -> None:
        """Take the answer back, as the user's wish."""
        self.show_answer(None)
        self.answer_changed.emit()

    def press_digit(self, digit: int) -> None:
        """Choose what carries the digit."""
        self._answer.press_digit(digit)

    def key_hint(self) -> str:
        """How the keyboard answers this question."""
        return self._answer.key_hint()

    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the reserved answer if it was given, else the answer."""
        for button in self._whole.buttons:
            if button.isChecked():
                return button
        return self._answer.first_focus()

    def last_focus(self) -> QWidget:
        """Where the Tab key leaves the card."""
        return self._whole.buttons[-1]

    def _build(self) -> None:
        self.setProperty("kind", "card")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 14)
        column.setSpacing(6)
        place = self._wording("Question {number} of {of}", number=self.stop.number, of=self.stop.of)
        title = label(self._text.text, "title")
        title.setObjectName("question-text")
        title.setFont(semibold(self._look.pixels(24)))
        words = [label(place, "strong", "accent"), title]
        if self._text.hint:
            hint = label(self._text.hint, "body", "muted")
            hint.setFont(font(self._look.pixels(15)))
            words.append(hint)
        for button in self._whole.buttons:
            button.setFont(medium(self._look.pixels(14)))
        self._note.setObjectName("answered-elsewhere")
        self._note.hide()
        for text in (*words, self._note):
            text.setContentsMargins(4, 0, 4, 0)
            column.addWidget(text)
        column.addSpacing(6)
        column.addWidget(self._answer)
        column.addLayout(self._reserved())

    def _reserved(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in self._whole.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
            if button not in self._whole.offered:
                button.hide()
        return row

    def _connect(self) -> None:
        self._whole.answered.connect(self.answer_changed)
        self._whole.reserved.connect(self.answer_changed)
