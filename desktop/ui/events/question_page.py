"""A question of the questionnaire on the stand, with the answers all questions share below it."""

from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from desktop.answers import Answer, Reserved
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.ui.events.big import LEAST
from desktop.ui.events.stand_page import StandPage
from desktop.ui.fonts import medium
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.questions.kinds import answer_widget
from desktop.ui.questions.toggle import Toggle

_ONE_PRESS = ("one", "scale")  # kinds of questions that a single press answers


class QuestionPage(StandPage):
    """`told` carries the answer, None where it was taken back; one press on a choice goes on."""

    def __init__(self, question: Question, text: QuestionText, answer: Answer | None, look: Look) -> None:
        super().__init__("stand-question-page", look)
        self.question = question
        self._answer = answer_widget(question, text, look)
        self._unknown = Toggle(look.wording("I don't know"), "answer-unknown")
        self._not_applicable = Toggle(look.wording("Does not apply to us"), "answer-not-applicable")
        self._build(text)
        self._show(answer)
        self._connect()

    def answer(self) -> Answer | None:
        """The answer as it stands."""
        if self._unknown.isChecked():
            return Reserved.UNKNOWN
        if self._not_applicable.isChecked():
            return Reserved.NOT_APPLICABLE
        return self._answer.answer()

    @property
    @override
    def is_complete(self) -> bool:
        return self.answer() is not None

    @property
    @override
    def asides(self) -> tuple[Button, ...]:
        question = self.question
        offered = (
            (self._unknown, question.allows_unknown),
            (self._not_applicable, question.allows_not_applicable),
        )
        return tuple(button for button, is_offered in offered if is_offered)

    @override
    def press_digit(self, digit: int) -> None:
        self._answer.press_digit(digit)

    def _build(self, text: QuestionText) -> None:
        self._add_title(text.text, text.hint)
        self._inside.addWidget(self._answer)
        for card in self._answer.findChildren(QAbstractButton):
            card.setMinimumHeight(LEAST)
        for button in (self._unknown, self._not_applicable):
            button.setFont(medium(self._look.pixels(16)))
            button.setMinimumHeight(LEAST)
        self._inside.addStretch(1)
        self.first = self._answer.first_focus()

    def _show(self, answer: Answer | None) -> None:
        self._unknown.setChecked(answer is Reserved.UNKNOWN)
        self._not_applicable.setChecked(answer is Reserved.NOT_APPLICABLE)
        self._answer.show_answer(answer)

    def _connect(self) -> None:
        self._answer.answer_changed.connect(self._on_answered)
        self._unknown.clicked.connect(self._on_unknown_clicked)
        self._not_applicable.clicked.connect(self._on_not_applicable_clicked)

    def _on_answered(self) -> None:
        self._unknown.setChecked(False)
        self._not_applicable.setChecked(False)
        self._tell(is_settled=self.question.kind in _ONE_PRESS)

    def _on_unknown_clicked(self) -> None:
        self._show(Reserved.UNKNOWN if self._unknown.isChecked() else None)
        self._tell(is_settled=True)

    def _on_not_applicable_clicked(self) -> None:
        self._show(Reserved.NOT_APPLICABLE if self._not_applicable.isChecked() else None)
        self._tell(is_settled=True)

    def _tell(self, *, is_settled: bool) -> None:
        answer = self.answer()
        self.told.emit(answer)
        if is_settled and answer is not None:
            self.settled.emit()
