"""The limits of the plan, which stay in sight, and a change of them that is being tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.company import Constraints
from desktop.dossier import next_monday
from desktop.planning import Remedy, with_remedy
from desktop.report.remedy_words import RemedyWords
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.plan.limits.controls import PlanControls
from desktop.ui.plan.limits.limits_card import LimitsCard
from desktop.ui.plan.limits.tried_card import TriedCard
from desktop.ui.plan.limits.wishes import Wishes


@dataclass(frozen=True, slots=True)
class _Trial:
    """What is tried, in words, and the limits before it."""

    sentence: str
    before: Constraints


class LimitsHead(Parts):
    """The card of the limits; below it, while a remedy is tried, the way back.

    Signals: `limits_edited` carries the constraints after every change; `limits_slid` and `replan_wanted` as
    the card has them.
    """

    limits_edited = Signal(object)
    limits_slid = Signal(object)
    replan_wanted = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(8)
        self._desk = desk
        self._look = look
        self._catalogue = desk.workspace.library.catalogue
        self._words = RemedyWords(self._catalogue, look.wording)
        self._trial: _Trial | None = None
        self._height = 0
        # the keyboard needs it shown, which Qt does once it is back in its loop
        self.all_shown.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    def show_limits(self) -> None:
        """Show the limits of the open case."""
        self.show_parts(self._made())

    def change(self, limits: Constraints) -> None:
        """Replace the limits from elsewhere on the page."""
        card = self.widget("limits")
        if isinstance(card, LimitsCard):
            card.show_limits(limits, self._desk.open_case.company.people, _first_day())
        self._on_edited(limits)

    def try_out(self, remedy: Remedy) -> None:
        """Put a remedy into the limits, and offer the way back."""
        case = self._desk.open_case
        self.change(with_remedy(case.constraints, remedy, case.company.people))
        self._trial = _Trial(self._words.sentence(remedy), case.constraints)
        self.show_limits()

    def neighbours(self) -> tuple[Constraints, ...]:
        """The limits a little further on or back from these, the nearest first."""
        card = self.widget("limits")
        return card.neighbours() if isinstance(card, LimitsCard) else ()

    def fit(self, height: int) -> None:
        """Open or close the fields for a page of a height."""
        self._height = height
        card = self.widget("limits")
        if isinstance(card, LimitsCard):
            card.fit(height)

    def _made(self) -> Iterator[Part]:
        yield Part("limits", None, self._made_card)
        if self._trial is not None:
            yield Part("tried", self._trial, partial(self._made_trial, self._trial.sentence))

    def _made_card(self) -> QWidget:
        case = self._desk.open_case
        controls = PlanControls(self._catalogue, self._look)
        card = LimitsCard(controls, Wishes(self._catalogue, self._look), self._look)
        card.show_limits(case.constraints, case.company.people, _first_day())
        card.limits_edited.connect(self._on_edited)
        card.limits_slid.connect(self._on_slid)
        card.replan_wanted.connect(self.replan_wanted)
        card.fit(self._height)
        if self._desk.protection.covers(case):
            card.protect()
        return card

    def _made_trial(self, sentence: str) -> QWidget:
        card = TriedCard(sentence, self._look)
        card.taken_back.connect(self._on_taken_back)
        return card

    def _on_edited(self, limits: Constraints) -> None:
        self._accept()
        self.limits_edited.emit(limits)

    def _on_slid(self, limits: Constraints) -> None:
        self._accept()
        self.limits_slid.emit(limits)

    def _accept(self) -> None:
        """Whoever goes on from what was tried has accepted it."""
        if self._trial is not None:
            self._trial = None
            self.show_limits()

    def _on_taken_back(self) -> None:
        if self._trial is not None:
            self.change(self._trial.before)

    def _on_settled(self) -> None:
        card = self.widget("tried")
        if isinstance(card, TriedCard):
            card.setFocus()


def _first_day() -> date:
    return next_monday(date.today())  # noqa: DTZ011 - the day on the wall calendar is meant
