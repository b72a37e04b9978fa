"""What was changed on both sides, to choose from: one by one, page by page, or all at once."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.storage.parcels.coming_back import ConflictTold, Returning
from desktop.storage.parcels.telling import Told
from desktop.storage.parcels.three_way import Side
from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import RadioCard
from desktop.workspace.conflict_words import ConflictWords

_MOST = 20
"""Conflicts on a page."""


class ConflictList(QWidget):
    """Two cards for each conflict, which the arrow keys go between.

    Signals: `chosen` after the user chose something, `turned` after another page is shown, with what must be
    seen of it.
    """

    chosen = Signal()
    turned = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = say = look.wording
        self._words: ConflictWords | None = None
        self._conflicts: Sequence[tuple[str, ConflictTold]] = ()
        self._cards: dict[str, Mapping[Side, RadioCard]] = {}
        self._sides: dict[str, Side] = {}
        self._page = 0
        self._left = label("", "small", "muted")
        self._left.setObjectName("left-to-choose")
        self._mine = Button(say("All from the laptop"), "all-mine")
        self._theirs = Button(say("All from the server"), "all-theirs")
        self._before = Button(say("Back"), "page-before", "quiet")
        self._after = Button(say("Next"), "page-after", "quiet")
        self._where = label("", "small", "muted", wraps=False)
        self._inside = QVBoxLayout()
        self._build()
        self._mine.clicked.connect(partial(self._choose_all, "mine"))
        self._theirs.clicked.connect(partial(self._choose_all, "theirs"))
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))

    def _build(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._left, 1)
        top.addWidget(self._mine)
        top.addWidget(self._theirs)
        for each in (self._before, self._where, self._after):
            bottom.addWidget(each)
        bottom.addStretch(1)
        self._inside.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(self._inside)
        column.addLayout(bottom)

    @property
    def is_ready(self) -> bool:
        """Whether everything was chosen."""
        return len(self._sides) == len(self._conflicts)

    def choices(self) -> Mapping[str, Side]:
        """Whose value counts, by conflict."""
        return dict(self._sides)

    def show_conflicts(self, found: Iterable[Returning], words: ConflictWords) -> None:
        """Show those of these companies, with nothing chosen."""
        self._conflicts = [(each.name, one) for each in found for one in each.conflicts]
        self._words, self._sides, self._page = words, {}, 0
        self._show_page()
        self._show_left()
        self.setVisible(bool(self._conflicts))

    def _show_page(self) -> None:
        self._cards = {}
        emptied(self._inside)
        first, former = self._page * _MOST, ""
        for name, one in self._conflicts[first : first + _MOST]:
            if name != former:
                self._inside.addWidget(label(name, "strong"))
            former = name
            self._add_conflict(one)
        pages = -(-len(self._conflicts) // _MOST)
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page < pages - 1)
        self._where.setText(self._wording("{page} of {pages}", page=self._page + 1, pages=pages))
        for each in (self._before, self._where, self._after):
            each.setVisible(pages > 1)

    def _add_conflict(self, told: ConflictTold) -> None:
        say, conflict, words = self._wording, told.conflict, self._words
        if words is None:
            return
        self._inside.addWidget(label(words.about(conflict), "small"))
        if conflict.base is not None:
            before = words.value(conflict, conflict.base)
            self._inside.addWidget(label(say("before: {value}", value=before), "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        entries: tuple[tuple[Side, str, Any, Told], ...] = (
            ("mine", say("Laptop"), conflict.mine, told.mine),
            ("theirs", say("Server"), conflict.theirs, told.theirs),
        )
        made: dict[Side, RadioCard] = {}
        for side, where, value, hand in entries:
            said, who = words.value(conflict, value), f"{where}{_hand(hand, say)}"
            made[side] = self._card(
                conflict.mark, side, CardFace(said, who, "", self._look.tokens, is_round=True)
            )
            row.addWidget(made[side], 1)
        self._cards[conflict.mark] = made
        self._inside.addLayout(row)

    def _card(self, mark: str, side: Side, face: CardFace) -> RadioCard:
        card = RadioCard(side, face)
        card.setObjectName(f"{side}-{mark[:8]}")
        card.setChecked(self._sides.get(mark) == side)
        card.clicked.connect(partial(self._on_clicked, mark, side))
        other: Side = "theirs" if side == "mine" else "mine"
        card.neighbour_wanted.connect(partial(self._on_neighbour_wanted, mark, other))
        return card

    def _turn(self, step: int, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._page += step
        self._show_page()
        self.turned.emit(self)

    def _choose_all(self, side: Side, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._choose([one.conflict.mark for _, one in self._conflicts], side)

    def _on_clicked(self, mark: str, side: Side, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._choose([mark], side)

    def _on_neighbour_wanted(self, mark: str, side: Side, _step: object) -> None:
        self._cards[mark][side].setFocus()
        self._choose([mark], side)

    def _choose(self, marks: Iterable[str], side: Side) -> None:
        for mark in marks:
            self._sides[mark] = side
            for each, card in self._cards.get(mark, {}).items():
                card.setChecked(each == side)
        self._show_left()
        self.chosen.emit()

    def _show_left(self) -> None:
        say, left = self._wording, len(self._conflicts) - len(self._sides)
        told = say.plural(
            "Changed on both sides: {count} thing to choose, one by one, or",
            "Changed on both sides: {count} things to choose, one by one, or",
            left,
        )
        self._left.setText(told if left else say("Everything is chosen. Choose again, if you like, or"))


def _hand(told: Told, say: Wording) -> str:
    """Who wrote it, and when."""
    parts: Iterable[str] = [told.by]
    if told.at is not None:
        at = told.at.astimezone()
        parts = [told.by, say.short_date(at.date()), f"{at:%H:%M}"]
    return "".join(f" · {each}" for each in parts if each)
