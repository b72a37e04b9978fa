"""Trying out limits on the page of the plan: what changes, what the hours bring, plans kept and compared."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import SestanteError
from desktop.planning import CourseChange, PlanComparison, compare_plans
from desktop.planning.hours_curve import HoursCurve
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.plan.change_words import proposed_name
from desktop.ui.plan.changes_card import ChangesCard
from desktop.ui.plan.hours_card import HoursCard
from desktop.ui.plan.kept_card import KeptCard
from desktop.ui.plan.limits.scales import with_number
from desktop.ui.plan.work import Ahead, Kept, Solved


class WhatIf(QObject):
    """Remembers the plan that others are compared with, and makes the parts of the page that compare.

    Signals: `limits_wanted` carries limits to be put into the fields; `told_anew` when parts are to be shown
    again; `plans_kept` after kept plans were added or deleted.
    """

    limits_wanted = Signal(object)
    told_anew = Signal()
    plans_kept = Signal()

    def __init__(self, desk: Desk, look: Look, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._parts = parts
        self._roles = desk.workspace.library.catalogue.competence_text(look.wording.language).roles
        self._base: Solved | None = None
        self._now: Solved | None = None
        self._ahead = Ahead(None, ())
        self._deleted: Kept | None = None

    def follow(self, solved: Solved) -> None:
        """Another plan is shown; the first one proven is what the others are compared with.

        Where a draft was chosen for that, its proof takes its place.
        """
        self._now = solved
        if solved.is_draft:
            return
        if self._base is None or (self._base.is_draft and self._base.limits == solved.limits):
            self._base = solved

    def compare_from_now(self) -> None:
        """The plan shown is what those after it are compared with."""
        self._base = self._now
        self.told_anew.emit()

    def begin_anew(self) -> None:
        """What went before counts no more: the next plan proven is what others are compared with."""
        self._base = None

    def in_words(self) -> str:
        """What changes, for those who cannot see it; empty where nothing is compared."""
        card = self._parts.widget("changes")
        return card.accessibleDescription() if isinstance(card, ChangesCard) else ""

    def look_ahead(self, ahead: Ahead) -> None:
        """More is known of the plan shown."""
        self._ahead = ahead

    @property
    def comparison(self) -> PlanComparison | None:
        """What the limits shown change; None where they are those of the plan compared with."""
        if self._base is None or self._now is None or self._base.limits == self._now.limits:
            return None
        return compare_plans(self._base.plan, self._now.plan)

    def change_of(self, course: str) -> CourseChange | None:
        """What became of a course of the plan shown."""
        found = self.comparison
        return None if found is None else found.changes.get(course)

    def parts_of_changes(self) -> Iterator[Part]:
        """What changes."""
        found = self.comparison
        if found is None or self._now is None:
            return
        shown = self._parts.widget("changes")
        if isinstance(shown, ChangesCard):
            shown.show_changes(found, self._now.whole, self._roles)
        yield Part("changes", None, partial(self._made_changes, found, self._now.whole))

    def parts_beyond(self) -> Iterator[Part]:
        """What the hours bring, and the kept plans."""
        curve = self._ahead.curve
        if curve is not None and curve.says_something:
            shown = self._parts.widget("hours")
            if isinstance(shown, HoursCard):
                shown.show_curve(curve)
            yield Part("hours", curve.role, partial(self._made_hours, curve))
        self._show_kept(self._parts.widget("kept"))
        yield Part("kept", None, self._made_kept)

    def _made_changes(self, found: PlanComparison, whole: int) -> QWidget:
        card = ChangesCard(self._look)
        card.show_changes(found, whole, self._roles)
        card.taken.connect(self.compare_from_now)
        card.given_back.connect(self._on_given_back)
        return card

    def _made_hours(self, curve: HoursCurve) -> QWidget:
        card = HoursCard(curve, self._roles.get(curve.role, curve.role), self._look)
        card.hours_wanted.connect(self._on_hours_wanted)
        return card

    def _made_kept(self) -> QWidget:
        card = KeptCard(self._roles, self._look)
        card.kept.connect(self._on_kept)
        card.used.connect(self._on_used)
        card.deleted.connect(self._on_deleted)
        card.undone.connect(self._on_undone)
        self._show_kept(card)
        return card

    def _show_kept(self, card: QWidget | None) -> None:
        if isinstance(card, KeptCard) and self._now is not None and not self._now.is_draft:
            card.propose(self._proposed())
            card.show_plans(self._now, self._ahead.kept)

    def _proposed(self) -> str:
        now, others = self._now, [kept.solved for kept in self._ahead.kept]
        if now is None:
            return ""
        compared = [*others, *([self._base] if self._base else [])]
        return proposed_name(now.limits, [each.limits for each in compared], self._wording)

    def _on_given_back(self) -> None:
        if self._base is not None:
            self.limits_wanted.emit(self._base.limits)

    def _on_hours_wanted(self, hours: object) -> None:
        curve = self._ahead.curve
        if curve is not None and isinstance(hours, Fraction):
            limits = self._desk.open_case.constraints
            self.limits_wanted.emit(with_number(limits, f"plan-hours-{curve.role}", hours))

    def _on_kept(self, name: str) -> None:
        card = self._parts.widget("kept")
        if not isinstance(card, KeptCard):
            return
        case = self._desk.open_case
        keep = partial(self._desk.workspace.kept_plans.keep, case, name, case.constraints)
        if self._has_saved(keep, card):
            card.show_kept(name)
            self.compare_from_now()

    def _on_used(self, kept: object) -> None:
        if isinstance(kept, Kept):
            self.limits_wanted.emit(kept.solved.limits)

    def _on_deleted(self, kept: object) -> None:
        card = self._parts.widget("kept")
        if not isinstance(kept, Kept) or not isinstance(card, KeptCard):
            return
        delete = self._desk.workspace.kept_plans.delete
        if self._has_saved(partial(delete, self._desk.open_case, kept.id), card):
            self._deleted = kept
            others = tuple(each for each in self._ahead.kept if each.id != kept.id)
            self._ahead = replace(self._ahead, kept=others)
            card.show_deleted(kept.name)
            self.told_anew.emit()

    def _on_undone(self) -> None:
        kept, card = self._deleted, self._parts.widget("kept")
        if kept is None or not isinstance(card, KeptCard):
            return
        keep = self._desk.workspace.kept_plans.keep
        if self._has_saved(partial(keep, self._desk.open_case, kept.name, kept.solved.limits), card):
            self._deleted = None
            card.show_deleted("")

    def _has_saved(self, save: Callable[[], None], card: KeptCard) -> bool:
        """Whether something about kept plans was written down; where it was not, that is told."""
        try:
            is_saved = self._desk.save_aside(save)
        except SestanteError as error:
            card.show_advice(error.sentence)
            return False
        if is_saved:
            self.plans_kept.emit()
        return is_saved
