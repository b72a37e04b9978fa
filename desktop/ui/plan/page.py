"""The page of the plan: it follows every change of its limits, solved beside the window."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.content.company import Constraints
from desktop.content.steps import StepChange
from desktop.errors import sentence_of
from desktop.planning.deciding import Choice, with_choice
from desktop.ui.background import Operation
from desktop.ui.case_page import WIDEST, CasePage
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.parts import Part
from desktop.ui.pieces import at_left, label
from desktop.ui.plan.eye import Eye
from desktop.ui.plan.limits.catch_up import CatchUp
from desktop.ui.plan.limits.limits_head import LimitsHead
from desktop.ui.plan.plan_parts import Asides, PlanParts
from desktop.ui.plan.proof_words import proof_in_words
from desktop.ui.plan.search import PlanSearch
from desktop.ui.plan.steps.step_book import StepDesk
from desktop.ui.plan.steps.step_parts import StepParts
from desktop.ui.plan.what_if import WhatIf
from desktop.ui.plan.work import Ahead, Reasons, Solved, explained

_REST = 300  # milliseconds in which no slider moves before limits are written down
_QUIET = 400  # milliseconds of quiet before what is told about the plan is looked for


class PlanPage(CasePage):
    """The limits above, which stay in sight, and the plan they lead to."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look, "plan")
        self._catalogue = desk.workspace.library.catalogue
        self._limits = LimitsHead(desk, look)
        self._explaining = Operation(self)
        self._eye = Eye(self, self._parts)
        self._search = PlanSearch(desk.workspace, self)
        self._what_if = WhatIf(desk, look, self._parts, self)
        self._catch_up = CatchUp(self, self._limits_now, self._catalogue, look)
        self._steps = StepDesk(desk, self)
        self._step_parts = StepParts(self._steps, self._catalogue, self._parts, look)
        asides = Asides(self._catch_up, self._what_if, self._step_parts)
        self._told = PlanParts(desk, look, self._parts, asides)
        self._rest, self._quiet = QTimer(self), QTimer(self)
        self._solved: Solved | None = None
        self._said = ""
        self._build()
        self._connect()
        self._steps.read()
        self._limits.show_limits()

    def _build(self) -> None:
        self._build_page(self._wording("Training plan"), self._wording("Go on to print"), "report")
        self._head.addLayout(at_left(self._limits, WIDEST))
        for timer, interval in ((self._rest, _REST), (self._quiet, _QUIET)):
            timer.setSingleShot(True)
            timer.setInterval(interval)

    def _connect(self) -> None:
        self._connect_page()
        self._limits.all_shown.connect(self._on_limits_shown)
        self._limits.limits_edited.connect(self._on_limits_edited)
        self._limits.limits_slid.connect(self._on_limits_slid)
        self._limits.replan_wanted.connect(self._catch_up.begin)
        # Qt shows what a layout was given only once it is back in its loop, and the keyboard needs it shown
        self._parts.all_shown.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        self._search.plan_found.connect(self._on_worked_out)
        self._search.looked_ahead.connect(self._on_looked_ahead)
        self._search.failed.connect(self._on_failed)
        self._told.chosen.connect(self._on_chosen)
        self._told.arranged.connect(self._order_stops)
        for parts in (self._told, self._step_parts):
            parts.stated.connect(self._on_stated)
        self._step_parts.undone.connect(self.turn)
        self._steps.told.connect(self._on_steps_told)
        self._steps.decided.connect(self._on_decided)
        self._told.tried.connect(self._limits.try_out)
        self._told.page_requested.connect(self.page_requested)
        self._what_if.limits_wanted.connect(self._limits.change)
        self._what_if.told_anew.connect(self._tell_anew)
        self._what_if.plans_kept.connect(self._look_ahead)
        self._rest.timeout.connect(self._save)
        self._quiet.timeout.connect(self._on_quiet)
        self._explaining.succeeded.connect(self._on_explained)
        self._catch_up.limits_chosen.connect(self._what_if.begin_anew)
        self._catch_up.limits_chosen.connect(self._limits.change)
        self._catch_up.opened.connect(self._eye.look_up)
        self._catch_up.opened.connect(self._tell_anew)
        self._catch_up.closed.connect(self._tell_anew)

    def _on_limits_shown(self) -> None:
        self._take_focus()
        self._solve()

    @override
    def _first_stop(self) -> QWidget | None:
        return self.findChild(Disclosure, "plan-change")

    def _solve(self) -> None:
        self._quiet.stop()
        self._explaining.forget()
        self._search.look_for(self._desk.open_case)

    def _on_quiet(self) -> None:
        self._look_ahead()
        self._explaining.start(partial(explained, self._desk.workspace, self._desk.open_case, self._wording))

    def _look_ahead(self) -> None:
        if self._solved is not None:
            self._search.look_ahead(self._desk.open_case, self._solved)
            self._search.make_ahead(self._solved, self._limits.neighbours())

    def _limits_now(self) -> Constraints:
        return self._desk.open_case.constraints

    def _on_chosen(self, choice: Choice) -> None:
        self._limits.change(with_choice(self._limits_now(), choice))

    def _on_stated(self, change: StepChange) -> None:
        if self._rest.isActive():
            self._save()
        self._steps.save(change)

    def turn(self, *, is_redo: bool = False) -> None:
        """Undo the last change of the case, or redo the one undone last, and show it without a new page."""
        if self._rest.isActive():
            self._save()
        self._steps.turn(is_redo=is_redo)

    def _on_decided(self) -> None:
        """What is written down already is shown, and the plan follows."""
        self._limits.change(self._limits_now())

    def _on_steps_told(self) -> None:
        self._told.show_steps()
        self._tell_anew()

    def _on_limits_edited(self, limits: Constraints) -> None:
        self._rest.stop()
        self._desk.save_constraints(limits)
        self._steps.follow()
        self._told.show_steps()
        self._show_work_ahead()
        self._solve()

    def _on_limits_slid(self, limits: Constraints) -> None:
        self._desk.try_constraints(limits)
        self._steps.can_undo = False
        self._rest.start()
        self._solve()

    def _save(self) -> None:
        self._rest.stop()
        self._desk.save_constraints(self._desk.open_case.constraints)

    @override
    def _on_worked_out(self, value: object) -> None:
        if not isinstance(value, Solved):
            return
        self._solved = value
        self._what_if.follow(value)
        self._outcome = proof_in_words(value, self._wording)
        if value.is_draft:
            self._state.setText(self._outcome)
        else:
            self._keep_days(value)
            self._quiet.start()
        self._told.forget_reasons()
        self._tell_anew()

    def _keep_days(self, solved: Solved) -> None:
        """Remember until when each step is to be done, so that the page of what is due can tell."""
        if self._steps.is_protected:
            return
        reminders, wins = self._desk.workspace.reminders, solved.besides
        plan, case = solved.plan, self._desk.open_case

        def keep() -> None:
            if reminders.keep_plan_days(case, plan, wins.quick_wins if wins else ()):
                self._desk.due_changed.emit()

        self._desk.save_aside(keep)

    def _on_looked_ahead(self, ahead: Ahead) -> None:
        self._what_if.look_ahead(ahead)
        self._tell_anew()

    def _tell_anew(self) -> None:
        if self._solved is not None:
            self._eye.remember()
            self._parts.show_parts(self._told.of(self._solved))

    def _on_explained(self, value: object) -> None:
        if isinstance(value, Reasons) and value.limits == self._desk.open_case.constraints:
            self._told.explain(value)
            self._order_stops()

    @override
    def _on_failed(self, error: object) -> None:
        self._solved = None  # else what is told later would bring back a plan for other limits
        self._outcome = self._wording("The plan could not be computed")
        sentence = self._wording.tell(sentence_of(error))
        self._parts.show_parts([Part("error", sentence, partial(label, sentence, "body", "warn"))])

    def _on_settled(self) -> None:
        if self._parts.is_placing:
            return
        self._eye.return_there()
        said = f"{self._outcome} {self._what_if.in_words()}".strip()
        if said != self._said:
            self._said = said
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if self._rest.isActive():
            self._save()
        if not event.spontaneous():
            self._search.look_no_further()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limits.fit(event.size().height())
