"""Questions answered by pressing cards: exactly one of them, or any number."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import Answer, Chosen, Ticked
from desktop.ui.questions.answer_widget import AnswerWidget
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import ChoiceCard, RadioCard, TickCard

_DIGITS = 9


class CardQuestion(AnswerWidget):
    """A column of cards, one per choice; digits press them, arrows move among them."""

    _is_single = True

    @override
    def first_focus(self) -> QWidget:
        return next((card for card in self._cards if card.isChecked()), self._cards[0])

    @override
    def press_digit(self, digit: int) -> None:
        if digit <= len(self._cards):
            self._cards[digit - 1].setFocus()
            self._cards[digit - 1].click()

    @override
    def key_hint(self) -> str:
        last = min(_DIGITS, len(self._cards))
        return self._wording("Keys 1 to {last} choose, Enter goes on", last=last)

    @override
    def _build(self) -> None:
        self._cards: list[ChoiceCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, choice in enumerate(self.question.choices, start=1):
            words = self._text.choices[choice.id]
            badge = str(number) if number <= _DIGITS else ""
            tokens, zoom = self._look.tokens, self._look.zoom
            face = CardFace(words.text, words.help, badge, tokens, self._is_single, zoom)
            card = RadioCard(choice.id, face) if self._is_single else TickCard(choice.id, face)
            self._cards.append(card)
            column.addWidget(card)

    @override
    def _connect(self) -> None:
        for position, card in enumerate(self._cards):
            card.clicked.connect(partial(self._on_pressed, position))
            card.neighbour_wanted.connect(partial(self._on_neighbour_wanted, position))

    def _on_neighbour_wanted(self, position: int, step: int) -> None:
        wanted = position + step
        if 0 <= wanted < len(self._cards):
            self._cards[wanted].setFocus()

    def _on_pressed(self, position: int) -> None:
        self._uncheck_others(position)
        self.answer_changed.emit()

    def _uncheck_others(self, position: int) -> None:
        raise NotImplementedError

    def _show_checked(self, wanted: frozenset[str]) -> None:
        for card in self._cards:
            blocker = QSignalBlocker(card)
            card.setChecked(card.identity in wanted)
            blocker.unblock()
            card.update()

    def _checked(self) -> frozenset[str]:
        return frozenset(card.identity for card in self._cards if card.isChecked())


class OneQuestion(CardQuestion):
    """Exactly one choice; pressing the chosen card again takes the answer back."""

    @override
    def answer(self) -> Answer | None:
        return next((Chosen(identity) for identity in self._checked()), None)

    @override
    def show_answer(self, answer: Answer | None) -> None:
        self._show_checked(frozenset({answer.choice}) if isinstance(answer, Chosen) else frozenset())

    @override
    def _uncheck_others(self, position: int) -> None:
        pressed = self._cards[position]
        self._show_checked(frozenset({pressed.identity}) if pressed.isChecked() else frozenset())


class ManyQuestion(CardQuestion):
    """Any number of choices; an exclusive one unticks the others."""

    _is_single = False

    @override
    def answer(self) -> Answer | None:
        ticked = self._checked()
        return Ticked(ticked) if ticked else None

    @override
    def show_answer(self, answer: Answer | None) -> None:
        self._show_checked(answer.choices if isinstance(answer, Ticked) else frozenset())

    @override
    def _uncheck_others(self, position: int) -> None:
        pressed = self._cards[position]
        if not pressed.isChecked():
            return
        alone = {choice.id for choice in self.question.choices if choice.exclusive}
        kept = {pressed.identity} if pressed.identity in alone else self._checked() - alone
        self._show_checked(frozenset(kept))
