"""Some cards of which one is chosen, under or beside one another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import RadioCard


class CardChoice(QWidget):
    """Cards with a heading and words each; the keyboard stops at the chosen one, arrows lead on.

    Signals: `chosen` after the user chose another one.
    """

    chosen = Signal()

    def __init__(
        self, entries: Sequence[tuple[str, str, str]], name: str, look: Look, *, is_beside: bool = False
    ) -> None:
        super().__init__()
        self._ids = [identity for identity, _, _ in entries]
        self._cards: dict[str, RadioCard] = {}
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 if is_beside else 0)
        for identity, heading, words in entries:
            made = RadioCard(identity, CardFace(heading, words, "", look.tokens, is_round=True))
            made.setObjectName(f"{name}-{identity}")
            made.clicked.connect(partial(self._on_clicked, identity))
            made.neighbour_wanted.connect(partial(self._on_neighbour_wanted, identity))
            self._cards[identity] = made
            row.addWidget(made, 1)
        self._mark(self._ids[0])

    def choice(self) -> str:
        """The id of the card chosen; the first one until the user chose."""
        return next(identity for identity, card in self._cards.items() if card.isChecked())

    def _mark(self, chosen: str) -> None:
        for identity, card in self._cards.items():
            is_chosen = identity == chosen
            card.setChecked(is_chosen)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._cards[chosen])

    def _on_clicked(self, identity: str) -> None:
        self._mark(identity)
        self.chosen.emit()

    def _on_neighbour_wanted(self, identity: str, step: int) -> None:
        other = self._ids[(self._ids.index(identity) + step) % len(self._ids)]
        self._on_clicked(other)
        self._cards[other].setFocus(Qt.FocusReason.TabFocusReason)
