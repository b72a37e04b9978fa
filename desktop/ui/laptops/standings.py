"""How every company of a laptop stands, with what both sides changed to choose from."""

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
from desktop.ui.tick import Tick
from desktop.workspace.conflict_words import ConflictWords
from desktop.workspace.laptop_words import returning_words

_MOST = 60
"""Conflicts shown one by one; what is beyond is chosen all at once."""


class Standings(QWidget):
    """A line for each company; below it two cards for each thing that was changed on both sides.

    Signals: `chosen` after the user chose something.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._marks: Sequence[str] = ()
        self._cards: dict[str, Mapping[Side, RadioCard]] = {}
        self._ticks: dict[str, Tick] = {}
        self._sides: dict[str, Side] = {}
        self._deleted: frozenset[str] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(10)

    @property
    def is_ready(self) -> bool:
        """Whether everything that must be chosen was."""
        return all(mark in self._sides for mark in self._marks)

    def choices(self) -> Mapping[str, Side]:
        """Whose value counts, by conflict."""
        return dict(self._sides)

    def made_again(self) -> frozenset[str]:
        """Deleted companies that are wanted back."""
        return frozenset(uuid for uuid, tick in self._ticks.items() if tick.isChecked())

    def left_out(self) -> frozenset[str]:
        """Deleted companies that are not."""
        return self._deleted - self.made_again()

    def show_companies(self, found: Sequence[Returning], words: ConflictWords) -> None:
        """Show these, with nothing chosen."""
        emptied(self._column)
        self._ticks, self._sides, self._cards = {}, {}, {}
        told = [one for each in found for one in each.conflicts]
        self._marks = [one.conflict.mark for one in told]
        self._deleted = frozenset(each.uuid for each in found if each.kind == "deleted")
        if told:
            self._add_all()
        room = _MOST
        for each in sorted(found, key=_is_quiet):
            self._add_company(each)
            for one in each.conflicts[:room]:
                self._add_conflict(one, words)
            room = max(0, room - len(each.conflicts))

    def _add_all(self) -> None:
        say, row = self._wording, QHBoxLayout()
        row.addWidget(label(say("Changed on both sides: choose one by one, or"), "small", "muted"), 1)
        mine = Button(say("All from the laptop"), "all-mine")
        theirs = Button(say("All from the server"), "all-theirs")
        mine.clicked.connect(partial(self._choose_all, "mine"))
        theirs.clicked.connect(partial(self._choose_all, "theirs"))
        row.addWidget(mine)
        row.addWidget(theirs)
        self._column.addLayout(row)

    def _add_company(self, each: Returning) -> None:
        shown = label(returning_words(each, self._wording), "strong" if each.conflicts else "body")
        self._column.addWidget(shown)
        if each.kind == "deleted":
            tick = Tick(self._wording("Make it again"), f"make-again-{each.uuid}", self._look)
            tick.toggled.connect(self.chosen)
            self._ticks[each.uuid] = tick
            self._column.addWidget(tick)

    def _add_conflict(self, told: ConflictTold, words: ConflictWords) -> None:
        say, conflict = self._wording, told.conflict
        self._column.addWidget(label(words.about(conflict), "small"))
        if conflict.base is not None:
            before = words.value(conflict, conflict.base)
            self._column.addWidget(label(say("before: {value}", value=before), "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        entries: tuple[tuple[Side, str, Any, Told], ...] = (
            ("mine", say("Laptop"), conflict.mine, told.mine),
            ("theirs", say("Server"), conflict.theirs, told.theirs),
        )
        made: dict[Side, RadioCard] = {}
        for side, where, value, hand in entries:
            said, who = words.value(conflict, value), f"{where}{_hand(hand, say)}"
            face = CardFace(said, who, "", self._look.tokens, is_round=True)
            made[side] = card = RadioCard(side, face)
            card.setObjectName(f"{side}-{conflict.mark[:8]}")
            card.clicked.connect(partial(self._on_clicked, conflict.mark, side))
            other: Side = "theirs" if side == "mine" else "mine"
            card.neighbour_wanted.connect(partial(self._on_neighbour_wanted, conflict.mark, other))
            row.addWidget(card, 1)
        self._cards[conflict.mark] = made
        self._column.addLayout(row)

    def _choose_all(self, side: Side, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        for mark in self._marks:
            self._choose(mark, side)

    def _on_clicked(self, mark: str, side: Side, _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._choose(mark, side)

    def _on_neighbour_wanted(self, mark: str, side: Side, _step: object) -> None:
        self._cards[mark][side].setFocus()
        self._choose(mark, side)

    def _choose(self, mark: str, side: Side) -> None:
        self._sides[mark] = side
        for each, card in self._cards.get(mark, {}).items():
            card.setChecked(each == side)
        self.chosen.emit()


def _hand(told: Told, say: Wording) -> str:
    """Who wrote it, and when."""
    parts: Iterable[str] = [told.by]
    if told.at is not None:
        at = told.at.astimezone()
        parts = [told.by, say.short_date(at.date()), f"{at:%H:%M}"]
    return "".join(f" · {each}" for each in parts if each)


def _is_quiet(each: Returning) -> tuple[bool, str]:
    return each.kind in ("returned", "same"), each.name.casefold()
