"""Under a question that is asked again: what was answered last time, and one press to say it is still so."""

from functools import cached_property
from textwrap import shorten

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.errors import StorageError
from desktop.report.said_answers import answer_in_words
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.questions.question_card import QuestionCard
from desktop.workspace.earlier_answers import EarlierAnswer, EarlierAnswers

_KEYS = "Alt+S"
_LONGEST = 220  # letters of an answer; the whole of it is a tool tip


class LastTime:
    """Puts the line under the cards of a page; the answers of the round before are read once."""

    def __init__(self, desk: Desk, look: Look) -> None:
        self._desk = desk
        self._look = look

    def show_under(self, card: QuestionCard) -> None:
        """Put the line under a question, where the company was asked it in the round before."""
        last = self._earlier
        told = None if last is None else last.answers.get(card.stop.question.key)
        if last is not None and told is not None:
            card.put_above_answer(_Line(card, last, told, self._look))

    @cached_property
    def _earlier(self) -> EarlierAnswers | None:
        case = self._desk.open_case
        if case.person is not None:
            return None
        try:
            return self._desk.workspace.rounds.earlier_answers(case)
        except StorageError:
            return None  # told where it hinders: when something is opened or saved


class _Line(QFrame):
    """What was answered, and the button that answers the same."""

    def __init__(self, card: QuestionCard, last: EarlierAnswers, told: EarlierAnswer, look: Look) -> None:
        super().__init__()
        self._card, self._last, self._told = card, last, told
        self._wording = look.wording
        self._same = Button(look.wording("Still the same ({keys})", keys=_KEYS), "still-the-same", "quiet")
        self._build()
        self._same.clicked.connect(self._on_same_clicked)

    def _build(self) -> None:
        self.setObjectName("last-time")
        self.setProperty("kind", "note")
        words = label(self._words(), "small", "muted")
        words.setObjectName("last-time-says")
        words.setToolTip(self._answer())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.addWidget(words, 1)
        row.addWidget(self._same)
        self._same.setShortcut(QKeySequence(_KEYS))
        self._same.setVisible(self._told.fits is not None)

    def _words(self) -> str:
        say = self._wording
        sentence = say(
            "Last time ({stage}, {day}): {answer}",
            stage=self._last.stage,
            day=say.date(self._last.day),
            answer=shorten(self._answer(), _LONGEST, placeholder=" …"),
        )
        return " · ".join(filter(None, (sentence, self._caution())))

    def _answer(self) -> str:
        text = self._told.questionnaire.text(self._wording.language).questions[self._told.question.id]
        words = answer_in_words(self._told.question, text, self._told.answer, self._wording)
        return words.replace("\n", "; ")

    def _caution(self) -> str:
        if self._told.fits is None:
            return self._wording("The question changed since then: please answer it again.")
        if not self._told.is_whole:
            return self._wording("The question changed since then; not all of the answer fits.")
        return self._wording("The question changed since then.") if self._told.is_changed else ""

    def _on_same_clicked(self) -> None:
        self._card.show_answer(self._told.fits)
        self._card.answer_changed.emit()
