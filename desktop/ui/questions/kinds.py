"""Which widget answers which kind of question."""

from collections.abc import Mapping

from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.ui.look import Look
from desktop.ui.questions.answer_widget import AnswerWidget
from desktop.ui.questions.card_question import ManyQuestion, OneQuestion
from desktop.ui.questions.grid_question import ScaleGridQuestion, TickGridQuestion
from desktop.ui.questions.scale_question import ScaleQuestion
from desktop.ui.questions.written_question import NumberQuestion, TextQuestion

WIDGETS: Mapping[str, type[AnswerWidget]] = {
    "one": OneQuestion,
    "many": ManyQuestion,
    "scale": ScaleQuestion,
    "scale grid": ScaleGridQuestion,
    "tick grid": TickGridQuestion,
    "number": NumberQuestion,
    "text": TextQuestion,
}


def answer_widget(question: Question, text: QuestionText, look: Look) -> AnswerWidget:
    """A new widget for a question."""
    kind: str = question.kind
    if kind == "grid":
        kind = "tick grid" if question.columns else "scale grid"
    return WIDGETS[kind](question, text, look)
