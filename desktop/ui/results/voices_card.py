"""How far apart those are who answered for the company: each dimension, and the questions to talk about."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.dossier import SeveralVoices
from desktop.report.voices_words import (
    agreement_in_words,
    distant_questions,
    range_in_words,
    voice_names,
    widest_in_words,
)
from desktop.scores import VoicesApart
from desktop.ui.look import Look
from desktop.ui.name_button import NameButton
from desktop.ui.pieces import Button, label
from desktop.ui.results.range_line import RangeLine


class VoicesCard(QFrame):
    """One questionnaire as several people answered it.

    Signals: `question_wanted` carries the id of a question to be seen side by side, empty for all of them.
    """

    question_wanted = Signal(str)

    def __init__(self, found: SeveralVoices, look: Look) -> None:
        super().__init__()
        say, apart, voices = look.wording, found.apart, found.voices
        self.setProperty("kind", "card")
        self.setObjectName("voices-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 18)
        column.setSpacing(6)
        column.addWidget(label(say("Several people"), "heading"))
        told = (agreement_in_words(apart, len(voices), say), widest_in_words(apart, say))
        column.addWidget(label(" ".join(filter(None, told))))
        names = voice_names(voices, say)
        text = apart.questionnaire.text(say.language)
        for name, ranged in apart.dimensions.items():
            words = range_in_words(ranged, say)
            column.addWidget(RangeLine(text.dimensions[name].name, ranged, words, names, look))
        self._add_questions(column, apart, look)

    def _add_questions(self, column: QVBoxLayout, apart: VoicesApart, look: Look) -> None:
        distant = distant_questions(apart, look.wording)
        if distant:
            column.addSpacing(6)
            words = look.wording("Worth talking about: the questions on which they differ most")
            column.addWidget(label(words, "strong"))
        for question, words in distant:
            button = NameButton(words, f"apart-{question}")
            button.clicked.connect(partial(self.question_wanted.emit, question))
            column.addWidget(button)
        column.addSpacing(4)
        every = Button(look.wording("See all answers side by side"), "see-side-by-side")
        every.setSizePolicy(every.sizePolicy().Policy.Maximum, every.sizePolicy().Policy.Fixed)
        every.clicked.connect(partial(self.question_wanted.emit, ""))
        column.addWidget(every)
