"""A question's own answer and the two answers all questions share, of which one holds at a time."""

from PySide6.QtCore import QObject, Signal

from desktop.answers import Answer, Reserved
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.ui.look import Look
from desktop.ui.questions.kinds import answer_widget
from desktop.ui.questions.toggle import Toggle


class WholeAnswer(QObject):
    """The widget of a question and the two buttons, which its page places.

    Attributes: `own` answers the question itself, `buttons` are the two shared answers,
    `offered` those that the question allows.
    Signals: `answered` when the user changed the question's own answer, `reserved` after one of the two
    buttons was pressed; `answer()` then tells it.
    """

    answered = Signal()
    reserved = Signal()

    def __init__(self, question: Question, text: QuestionText, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.own = answer_widget(question, text, look)
        self._unknown = Toggle(look.wording("I don't know"), "answer-unknown")
        self._not_applicable = Toggle(look.wording("Does not apply to us"), "answer-not-applicable")
        self.buttons = (self._unknown, self._not_applicable)
        allowed = (question.allows_unknown, question.allows_not_applicable)
        self.offered = tuple(
            button for button, is_allowed in zip(self.buttons, allowed, strict=True) if is_allowed
        )
        self.own.answer_changed.connect(self._on_answered)
        self._unknown.clicked.connect(self._on_unknown_clicked)
        self._not_applicable.clicked.connect(self._on_not_applicable_clicked)

    def answer(self) -> Answer | None:
        """The answer as it stands, reserved ones included."""
        if self._unknown.isChecked():
            return Reserved.UNKNOWN
        if self._not_applicable.isChecked():
            return Reserved.NOT_APPLICABLE
        return self.own.answer()

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer; emits nothing."""
        self._unknown.setChecked(answer is Reserved.UNKNOWN)
        self._not_applicable.setChecked(answer is Reserved.NOT_APPLICABLE)
        self.own.show_answer(answer)

    def _on_answered(self) -> None:
        for button in self.buttons:
            button.setChecked(False)
        self.answered.emit()

    def _on_unknown_clicked(self) -> None:
        self.show_answer(Reserved.UNKNOWN if self._unknown.isChecked() else None)
        self.reserved.emit()

    def _on_not_applicable_clicked(self) -> None:
        self.show_answer(Reserved.NOT_APPLICABLE if self._not_applicable.isChecked() else None)
        self.reserved.emit()
