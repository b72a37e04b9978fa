"""A question answered by one step of a scale."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import Answer, Chosen
from desktop.ui.questions.answer_widget import AnswerWidget
from desktop.ui.questions.segment_strip import LargeScaleStrip, Segment


class ScaleQuestion(AnswerWidget):
    """One strip over the whole width."""

    @override
    def answer(self) -> Answer | None:
        step = self._strip.step()
        return None if step is None else Chosen(step)

    @override
    def show_answer(self, answer: Answer | None) -> None:
        self._strip.show_lit(frozenset({answer.choice}) if isinstance(answer, Chosen) else frozenset())

    @override
    def first_focus(self) -> QWidget:
        return self._strip

    @override
    def press_digit(self, digit: int) -> None:
        self._strip.press_number(digit)

    @override
    def key_hint(self) -> str:
        return self._wording("Keys 1 to {last} choose, Enter goes on", last=len(self.question.choices))

    @override
    def _build(self) -> None:
        steps = [Segment(step.id, self._text.choices[step.id].text) for step in self.question.choices]
        self._strip = LargeScaleStrip("scale", self._text.text, steps, self._look.tokens)
        self._strip.zoom(self._look.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._strip)

    @override
    def _connect(self) -> None:
        self._strip.chosen.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        self.answer_changed.emit()
