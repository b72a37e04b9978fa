"""Which questionnaires the round has: at least one of those there are."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.answers import Progress
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.text import Wording
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import TickCard

_NAMED = 3  # topics named on a card, which then take one line


class QuestionnaireChoice(QWidget):
    """A card for each questionnaire; those not chosen stand behind a fold.

    Signals: `chosen` after the user ticked or unticked one; `ids()` then tells which are ticked.
    """

    chosen = Signal()

    def __init__(self, questionnaires: Sequence[Questionnaire], look: Look) -> None:
        super().__init__()
        self._look = look
        self._questionnaires = {each.id: each for each in questionnaires}
        self._cards = [self._card(each) for each in questionnaires]
        self._others = Disclosure("", "other-questionnaires", look)
        self._others.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for card in self._cards:
            column.addWidget(card)
        column.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)

    def ids(self) -> tuple[str, ...]:
        """The questionnaires ticked, in the order shown."""
        return tuple(card.identity for card in self._cards if card.isChecked())

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Tick questionnaires and fold the others away; emits nothing."""
        for card in self._cards:
            blocker = QSignalBlocker(card)
            card.setChecked(card.identity in ids)
            blocker.unblock()
        self._show_fold()

    def show_progress(self, progress: Mapping[str, Progress], wanted: Collection[str]) -> None:
        """How far the company is with each questionnaire, by id, and which of them its hub asks for."""
        for card in self._cards:
            lines = [progress_in_words(progress[card.identity], self._look.wording)]
            if self._questionnaires[card.identity].is_personal:
                lines.insert(0, self._look.wording("For each person"))
            if card.identity in wanted:
                lines.append(self._look.wording("Your hub will ask you for it"))
            card.show_face(self._face(self._questionnaires[card.identity], " · ".join(lines)))

    def _card(self, questionnaire: Questionnaire) -> TickCard:
        tick = TickCard(questionnaire.id, self._face(questionnaire, ""))
        tick.setObjectName(f"questionnaire-{questionnaire.id}")
        tick.setToolTip(questionnaire.text(self._look.wording.language).summary)
        tick.clicked.connect(partial(self._on_clicked, tick))
        return tick

    def _face(self, questionnaire: Questionnaire, line: str) -> CardFace:
        text = questionnaire.text(self._look.wording.language)
        names = [dimension.name for dimension in text.dimensions.values()]
        topics = ", ".join((*names[:_NAMED], *["…"][: len(names) - _NAMED]))
        return CardFace(text.title, f"{line}\n{topics}", "", self._look.tokens, is_round=False)

    def _show_fold(self) -> None:
        """Those not chosen come and go; the fold says how many they are."""
        is_open = self._others.isChecked()
        others = sum(not card.isChecked() for card in self._cards)
        say = self._look.wording
        fold = say.plural("{count} more questionnaire", "{count} more questionnaires", others)
        self._others.setText(say("Only those chosen") if is_open else fold)
        self._others.setVisible(others > 0)
        for card in self._cards:
            card.setVisible(is_open or card.isChecked())

    def _on_toggled(self) -> None:
        self._show_fold()

    def _on_clicked(self, pressed: TickCard) -> None:
        if not self.ids():
            pressed.setChecked(True)
            return
        self._others.setVisible(len(self.ids()) < len(self._cards))
        self.chosen.emit()


def progress_in_words(progress: Progress, wording: Wording) -> str:
    """How many of the questions are answered, shared ones included, and the minutes the others take."""
    if progress.answered == progress.shown:
        return wording("All {shown} questions already answered", shown=progress.shown)
    answered = (
        wording(
            "{answered} of {shown} questions already answered",
            answered=progress.answered,
            shown=progress.shown,
        )
        if progress.answered
        else wording.plural("{count} question", "{count} questions", progress.shown)
    )
    left = max(1, progress.minutes_left)
    return f"{answered} · {wording.plural('about {count} minute', 'about {count} minutes', left)}"
