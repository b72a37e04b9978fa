"""What every widget for an answer offers, whatever its kind of question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.answers import Answer
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.ui.look import Look


class AnswerWidget(QWidget):
    """The place where a question is answered; the reserved answers stand beside it, not in it.

    Attributes: `question` is what is asked.
    Signals: `answer_changed` when the user changed the answer; `answer()` then tells it.
    """

    answer_changed = Signal()

    def __init__(self, question: Question, text: QuestionText, look: Look) -> None:
        super().__init__()
        self.question = question
        self._text = text
        self._look = look
        self._wording = look.wording
        self._build()
        self._connect()

    def answer(self) -> Answer | None:
        """The answer as it stands, None while there is none."""
        raise NotImplementedError

    def is_refused(self) -> bool:
        """Whether something is written here that is no answer, and the widget says why."""
        return False

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer; emits nothing. Reserved answers show as none."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        raise NotImplementedError

    def press_digit(self, digit: int) -> None:
        """Choose what carries a digit (1-9), where anything does."""

    def key_hint(self) -> str:
        """How the keyboard answers this question."""
        return ""

    def _build(self) -> None:
        raise NotImplementedError

    def _connect(self) -> None:
        raise NotImplementedError
