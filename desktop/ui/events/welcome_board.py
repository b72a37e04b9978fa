"""The first screen of the stand: what this is, in which language, and the button to begin."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.answers import progress
from desktop.text import LANGUAGES
from desktop.ui.events.big import SIDE, big_button, big_words, board
from desktop.ui.look import Look
from desktop.workspace.events import Stand

_WIDEST = 900  # pixels


class WelcomeBoard(QWidget):
    """Welcome words and one big button.

    Signals: `begun`; `language_chosen` carries the code of a language.
    """

    begun = Signal()
    language_chosen = Signal(str)

    def __init__(self, stand: Stand, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-welcome")
        self._stand = stand
        self._look = look
        self._begin = big_button(look.wording("Begin"), "stand-begin", look, "primary")
        self._build()
        self._begin.clicked.connect(self.begun)
        self.setFocusProxy(self._begin)

    def _build(self) -> None:
        look, event = self._look, self._stand.event
        column = board(self, margins=(SIDE, 24))
        column.addStretch(2)
        place = " · ".join(filter(None, (event.name, event.place)))
        column.addWidget(big_words(place, 18, look, "accent", is_strong=True))
        title = big_words(self._title(), 44, look, is_strong=True)
        column.addWidget(title)
        intro = big_words(self._intro(), 20, look, "muted")
        intro.setMaximumWidth(look.pixels(_WIDEST))
        column.addWidget(intro)
        column.addSpacing(18)
        self._begin.setMinimumSize(look.pixels(280), look.pixels(76))
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        column.addLayout(self._languages())

    def _title(self) -> str:
        if self._stand.asks_as_usual:
            return self._look.wording("How digital is your business?")
        return self._stand.questionnaire.text(self._look.wording.language).title

    def _intro(self) -> str:
        say = self._look.wording
        asked = tuple(each for each in self._stand.questionnaire.questions.values() if each.when is None)
        return say.plural(
            "{count} question, about {minutes} minutes, no name needed. At the end: where you stand, and "
            "three things to do on Monday.",
            "{count} questions, about {minutes} minutes, no name needed. At the end: where you stand, and "
            "three things to do on Monday.",
            len(asked),
            minutes=progress(asked, {}).minutes_left,
        )

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        spoken = [code for code in LANGUAGES if code in self._stand.questionnaire.texts]
        for code in spoken if len(spoken) > 1 else ():
            button = big_button(LANGUAGES[code], f"stand-language-{code}", self._look, "quiet")
            button.setCheckable(True)
            button.setChecked(code == self._look.wording.language)
            button.clicked.connect(partial(self._on_language_pressed, code))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_language_pressed(self, code: str) -> None:
        self.language_chosen.emit(code)
