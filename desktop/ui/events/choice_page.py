"""A screen with one choice of many short ones, side by side: the sector, the province."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from desktop.ui.events.big import LEAST
from desktop.ui.events.stand_page import StandPage
from desktop.ui.look import Look
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import RadioCard

_COLUMNS = 3


class ChoicePage(StandPage):
    """Cards in columns; a press chooses one and goes on. `told` carries the id of the one chosen."""

    def __init__(
        self, name: str, title: str, choices: Mapping[str, str], chosen: str | None, look: Look
    ) -> None:
        super().__init__(name, look)
        self._cards: dict[str, RadioCard] = {}
        self._add_title(title)
        grid = QGridLayout()
        grid.setSpacing(0)
        self._inside.addLayout(grid)
        self._inside.addStretch(1)
        for place, (identity, words) in enumerate(choices.items()):
            card = RadioCard(identity, CardFace(words, "", "", look.tokens, is_round=True, zoom=look.zoom))
            card.setMinimumHeight(LEAST)
            card.setChecked(identity == chosen)
            card.clicked.connect(partial(self._on_pressed, identity))
            card.neighbour_wanted.connect(partial(self._on_neighbour_wanted, place))
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
            self._cards[identity] = card
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.first = self._cards.get(chosen or "") or next(iter(self._cards.values()))

    @property
    @override
    def is_complete(self) -> bool:
        return any(card.isChecked() for card in self._cards.values())

    def _on_pressed(self, identity: str) -> None:
        for name, card in self._cards.items():
            card.setChecked(name == identity)
            card.update()
        self.told.emit(identity)
        self.settled.emit()

    def _on_neighbour_wanted(self, place: int, step: int) -> None:
        cards = list(self._cards.values())
        if 0 <= place + step < len(cards):
            cards[place + step].setFocus()
