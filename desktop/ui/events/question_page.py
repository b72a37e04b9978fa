"""A question of the questionnaire on the stand, with the answers all questions share below it."""

from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from desktop.answers import Answer
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.ui.events.big import LEAST
from desktop.ui.events.stand_page import StandPage
from desktop.ui.fonts import medium
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.questions.whole_answer import WholeAnswer

_ONE_PRESS = ("one", "scale")  # kinds of questions that a single press answers


class QuestionPage(StandPage):
    """`told` carries the answer, None where it was taken back; one press on a choice goes on."""

    def __init__(self, question: Question, text: QuestionText, answer: Answer | None, look: Look) -> None:
        super().__init__("stand-question-page", look)
        self.question = question
        self._whole = WholeAnswer(question, text, look, self)
        self._answer = self._whole.own
        self._build(text)
        self._whole.show_answer(answer)
        self._connect()

    def answer(self) -> Answer | None:
        """The answer as it stands."""
        return self._whole.answer()

    @property
    @override
    def is_complete(self) -> bool:
        return self.answer() is not None

    @property
    @override
    def asides(self) -> tuple[Button, ...]:
        return self._whole.offered

    @override
    def press_digit(self, digit: int) -> None:
        self._answer.press_digit(digit)

    def _build(self, text: QuestionText) -> None:
        self._add_title(text.text, text.hint)
        self._inside.addWidget(self._answer)
        for card in self._answer.findChildren(QAbstractButton):
            card.setMinimumHeight(LEAST)
        for button in self._whole.buttons:
            button.setFont(medium(self._look.pixels(16)))
            button.setMinimumHeight(LEAST)
        self._inside.addStretch(1)
        self.first = self._answer.first_focus()

    def _connect(self) -> None:
        self._whole.answered.connect(self._on_answered)
        self._whole.reserved.connect(self._on_reserved)

    def _on_answered(self) -> None:
        self._tell(is_settled=self.question.kind in _ONE_PRESS)

    def _on_reserved(self) -> None:
        self._tell(is_settled=True)

    def _tell(self, *, is_settled: bool) -> None:
        answer = self.answer()
        self.told.emit(answer)
        if is_settled and answer is not None:
            self.settled.emit()
