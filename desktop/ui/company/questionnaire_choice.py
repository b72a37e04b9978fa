"""Which questionnaires the round has: at least one of those there are."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.questionnaire import Questionnaire
from desktop.ui.look import Look
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import TickCard


class QuestionnaireChoice(QWidget):
    """A card for each questionnaire.

    Signals: `chosen` after the user ticked or unticked one; `ids()` then tells which are ticked.
    """

    chosen = Signal()

    def __init__(self, questionnaires: Iterable[Questionnaire], look: Look) -> None:
        super().__init__()
        self._cards: list[TickCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for questionnaire in questionnaires:
            text = questionnaire.text(look.wording.language)
            told = look.wording("For each person: {summary}", summary=text.summary)
            summary = told if questionnaire.is_personal else text.summary
            tick = TickCard(questionnaire.id, CardFace(text.title, summary, "", look.tokens, is_round=False))
            tick.setObjectName(f"questionnaire-{questionnaire.id}")
            tick.clicked.connect(partial(self._on_clicked, tick))
            self._cards.append(tick)
            column.addWidget(tick)

    def ids(self) -> tuple[str, ...]:
        """The questionnaires ticked, in the order shown."""
        return tuple(card.identity for card in self._cards if card.isChecked())

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Tick questionnaires; emits nothing."""
        for card in self._cards:
            blocker = QSignalBlocker(card)
            card.setChecked(card.identity in ids)
            blocker.unblock()

    def _on_clicked(self, pressed: TickCard) -> None:
        if not self.ids():
            pressed.setChecked(True)
            return
        self.chosen.emit()
