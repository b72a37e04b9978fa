"""The screen after the last question: where the firm stands, what to do on Monday, and what to take home."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.report.terms import headline_in_short, level_in_words
from desktop.ui.events.big import SIDE, Bar, big_button, big_words, board
from desktop.ui.events.score_lines import ScoreLines
from desktop.ui.look import Look
from desktop.ui.pieces import card, scrolled
from desktop.workspace.events.stand import Outcome, Stand

_EDGE, _BETWEEN, _FRAME = 12, 20, 2  # pixels
_TOLD = 40  # of the line above the cards


class OutcomeBoard(QWidget):
    """Everything on one screen, above the choices.

    Signals: `paper_wanted`, `code_wanted`, `name_wanted`, `finished`.
    """

    paper_wanted = Signal()
    code_wanted = Signal()
    name_wanted = Signal()
    finished = Signal()

    def __init__(self, stand: Stand, outcome: Outcome, look: Look, *, prints: bool, is_listed: bool) -> None:
        super().__init__()
        self.setObjectName("stand-outcome")
        self._stand = stand
        self._look = look
        self._outcome = outcome
        self._is_listed = is_listed
        say = look.wording
        self._paper = big_button(say("Print the sheet"), "stand-paper", look)
        self._code = big_button(say("Onto my phone"), "stand-code", look)
        self._name = big_button(say("Leave my name"), "stand-name", look)
        self._finish = big_button(say("That is all, thank you"), "stand-finish", look, "primary")
        self._columns: list[QVBoxLayout] = []
        self._bar = Bar()
        self._build()
        self._paper.setVisible(prints)
        self._name.setVisible(not is_listed)
        self._connect()
        self.setFocusProxy(self._finish)

    def fits(self, room: QSize) -> bool:
        """Whether nothing has to be scrolled in a room."""
        width = (room.width() - 2 * SIDE - _BETWEEN) // 2 - _FRAME
        height = room.height() - self._bar.sizeHint().height() - 2 * _EDGE - _FRAME
        if self._is_listed:
            height -= self._look.pixels(_TOLD)
        for column in self._columns:
            column.activate()
        return all(column.heightForWidth(width) <= height for column in self._columns)

    def _build(self) -> None:
        bar = self._bar
        for button in (self._paper, self._code, self._name):
            bar.left.addWidget(button)
        bar.right.addWidget(self._finish)
        column = board(self, bar, margins=(SIDE, _EDGE))
        if self._is_listed:
            told = self._look.wording("You are on the list: the hub will get in touch.")
            shown = big_words(told, 17, self._look, "good", is_strong=True)
            shown.setObjectName("stand-listed")
            column.addWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        row.addWidget(self._standing(), 1)
        row.addWidget(self._monday(), 1)
        column.addLayout(row, 1)

    def _standing(self) -> QWidget:
        look, say = self._look, self._look.wording
        result = self._outcome.result
        score, questionnaire = result.scorecard.overall, result.questionnaire
        frame, column = self._card()
        column.addWidget(big_words(say("Where you stand"), 17, look, "accent", is_strong=True))
        if score.is_too_little_known:
            self._say_unknown(column)
            return frame
        line = QHBoxLayout()
        number = big_words(headline_in_short(score), 52, look, is_strong=True)
        number.setObjectName("stand-score")
        line.addWidget(number)
        of = big_words(say("of 100"), 17, look, "muted")
        of.setContentsMargins(0, 0, 0, look.pixels(10))
        line.addWidget(of, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(line)
        column.addWidget(big_words(level_in_words(score, questionnaire, say), 22, look, is_strong=True))
        if score.level is not None:
            meaning = questionnaire.text(say.language).levels[score.level.id].meaning
            column.addWidget(big_words(meaning, 15, look, "muted"))
        column.addSpacing(6)
        column.addWidget(ScoreLines(result, look))
        column.addStretch(1)
        return frame

    def _say_unknown(self, column: QVBoxLayout) -> None:
        look, say = self._look, self._look.wording
        words = say(
            "Too few of the questions could be answered to say where you stand. Take them along onto your "
            "phone, and ask who knows it in your firm."
        )
        column.addWidget(big_words(say("You do not know yet"), 34, look, is_strong=True))
        column.addWidget(big_words(words, 18, look, "muted"))
        column.addStretch(1)

    def _monday(self) -> QWidget:
        look, say = self._look, self._look.wording
        frame, column = self._card()
        column.addWidget(big_words(say("To start on Monday"), 17, look, "accent", is_strong=True))
        advice = self._stand.library.catalogue.advice
        for number, win in enumerate(self._outcome.wins, start=1):
            text = advice.action_text(win.action.id, say.language)
            minutes = say("{minutes} min", minutes=win.action.minutes).replace(" ", "\N{NO-BREAK SPACE}")
            column.addSpacing(4)
            column.addWidget(big_words(f"{number}. {text.title} · {minutes}", 18, look, is_strong=True))
            if text.steps:
                column.addWidget(big_words(text.steps[0], 15, look, "muted"))
        if not self._outcome.wins:
            words = say("You are already doing what we would have proposed. Well done: teach it to others.")
            column.addWidget(big_words(words, 18, look))
        column.addStretch(1)
        return frame

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        """A card whose words are scrolled where a small screen has no room for them."""
        frame, outer = card(margin=0, spacing=0)
        area, column = scrolled((24, 18, 24, 18), 8)
        outer.addWidget(area)
        self._columns.append(column)
        return frame, column

    def _connect(self) -> None:
        self._paper.clicked.connect(self.paper_wanted)
        self._code.clicked.connect(self.code_wanted)
        self._name.clicked.connect(self.name_wanted)
        self._finish.clicked.connect(self.finished)
