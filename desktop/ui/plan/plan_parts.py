"""The parts of the page of the plan, from what changes down to where to go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.company import Constraints
from desktop.content.steps import StepChange
from desktop.dossier.course_reasons import courses_together
from desktop.dossier.steps import keys_of, plan_services
from desktop.guidance import Guidance
from desktop.planning import OpenGap, Plan, PlannedCourse
from desktop.planning.quick_wins import QuickWin
from desktop.report.pace_words import unspread_in_words
from desktop.ui.desk import Desk
from desktop.ui.guidance.where_card import WhereCard
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.pieces import label
from desktop.ui.plan.calendar.calendar_card import CalendarCard
from desktop.ui.plan.course_card import CourseCard, Known
from desktop.ui.plan.decided_card import DecidedCard, Taken, earlier_steps, left_out_and_done, not_kept
from desktop.ui.plan.empty_card import EmptyCard, why_empty
from desktop.ui.plan.limits.catch_up import CatchUp
from desktop.ui.plan.open_gaps_card import OpenGapsCard
from desktop.ui.plan.quick_wins_card import QuickWinsCard
from desktop.ui.plan.remarks_card import remarks_part
from desktop.ui.plan.steps.services_card import ServicesCard
from desktop.ui.plan.steps.step_parts import StepParts
from desktop.ui.plan.totals_card import TotalsCard
from desktop.ui.plan.what_if import WhatIf
from desktop.ui.plan.work import NO_REASONS, Reasons, Solved


@dataclass(frozen=True, slots=True)
class Asides:
    """What has its say on the page beside the plan."""

    catch_up: CatchUp
    what_if: WhatIf
    steps: StepParts


class PlanParts(QObject):
    """Makes the parts, and tells those already made what is found out later.

    Signals: `chosen` carries a `Choice` about a course, `tried` a `Remedy` to be tried out,
    `stated` a `StepChange`,
    `page_requested` the name of the page to go to;
    `arranged` comes when the keyboard stops at other places in one of the parts.
    """

    chosen = Signal(object)
    page_requested = Signal(str)
    tried = Signal(object)
    stated = Signal(object)
    arranged = Signal()

    def __init__(self, desk: Desk, look: Look, parts: Parts, asides: Asides) -> None:
        super().__init__(parts)
        self._steps = asides.steps
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._catalogue = desk.workspace.library.catalogue
        self._parts = parts
        self._catch_up = asides.catch_up
        self._what_if = asides.what_if
        self._why = NO_REASONS
        self._proven_gaps: tuple[OpenGap, ...] = ()
        self._proven_limits: Constraints | None = None

    def of(self, done: Solved) -> Iterator[Part]:
        """The parts that tell a plan; they are made as they are asked for."""
        plan = done.plan
        yield from self._catch_up.parts(plan)
        unkept = not_kept(plan.unkept, self._catalogue, self._wording)
        yield from self._decided("unkept", self._wording("What could not be kept"), unkept)
        if done.besides is not None:
            yield from self._steps.progress(self._keys(done))
        yield from self._overview(done)
        if not self._steps.desk.is_protected:
            yield from self._what_if.parts_beyond()
        if done.besides is not None:
            yield from remarks_part(done.besides.remarks, self._catalogue, self._look)
        if done.besides and (wins := done.besides.quick_wins):
            yield Part("quick-wins", wins, partial(self._made_wins, wins))
        for planned in courses_together(plan):
            shown = planned, plan.start, self._what_if.change_of(planned[0].course.id)
            yield Part(planned[0].course.id, shown, partial(self._made_card, planned, plan))
        limits = done.situation.constraints
        book = self._steps.desk.book
        decided = [
            *left_out_and_done(limits, book, self._catalogue, self._wording),
            *(earlier_steps(self._keys(done), book, self._wording) if done.besides else ()),
        ]
        yield from self._decided("decided", self._wording("Earlier steps"), decided)
        if gaps := self._gaps(done):
            company = self._desk.open_case.company
            about = gaps, self._proven_limits, company
            yield Part("gaps", about, partial(self._made_gaps, gaps))
        yield from self._steps.services(self._services(done))
        if done.besides is not None:
            yield from self._where(plan, done.besides.guidance)

    def show_steps(self) -> None:
        """Tell the parts already made what became of the steps."""
        for card in self._parts.findChildren(QWidget):
            if isinstance(card, CourseCard | QuickWinsCard | ServicesCard):
                card.show_steps(self._steps.desk.book)

    def forget_reasons(self) -> None:
        """Those of another plan are still to be worked out."""
        self._why = NO_REASONS

    def explain(self, why: Reasons) -> None:
        """Tell the reasons."""
        self._why = why
        for course, found in why.of_courses.items():
            card = self._parts.widget(course)
            if isinstance(card, CourseCard):
                card.show_why(found)
        wins = self._parts.widget("quick-wins")
        if isinstance(wins, QuickWinsCard):
            wins.show_why(why.of_wins)
        gaps = self._parts.widget("gaps")
        if isinstance(gaps, OpenGapsCard):
            gaps.show_remedies(why.open_gaps)

    def _gaps(self, done: Solved) -> tuple[OpenGap, ...]:
        """What stays open; a draft does not know yet, so what was known before stands until then."""
        if not done.is_draft:
            self._proven_gaps = done.plan.open_gaps
            self._proven_limits = done.limits
        return self._proven_gaps

    def _overview(self, done: Solved) -> Iterator[Part]:
        plan = done.plan
        if not plan.courses and done.is_draft:
            looking = self._wording("Looking for courses that fit…")
            yield Part("looking", None, partial(label, looking, "body", "muted"))
            yield from self._what_if.parts_of_changes()
            return
        if not plan.courses:
            yield Part("nothing", plan.open_gaps, partial(self._nothing, plan))
            yield from self._what_if.parts_of_changes()
            return
        totals = plan, done.whole, done.is_draft
        yield Part("totals", totals, partial(TotalsCard, done, self._catalogue, self._look))
        yield from self._what_if.parts_of_changes()
        names = self._catalogue.competence_text(self._wording.language).roles
        if unspread := unspread_in_words(plan, names, self._wording):
            yield Part("unspread", unspread, partial(self._made_unspread, unspread))
        if missing := self._not_asked(done):
            yield Part("not asked", missing, partial(label, missing, "small", "muted"))
        calendar = self._parts.widget("calendar")
        if isinstance(calendar, CalendarCard):
            calendar.show_plan(plan, done.situation.constraints)
        yield Part("calendar", None, partial(self._made_calendar, done))

    def _decided(self, name: str, title: str, courses: Sequence[Taken]) -> Iterator[Part]:
        if courses:
            yield Part(name, courses, partial(self._made_decided, name, title, courses))

    def _where(self, plan: Plan, guidance: Guidance) -> Iterator[Part]:
        library, today = self._desk.workspace.library, date.today()  # noqa: DTZ011 - as below
        if plan.needs and not guidance.is_empty:
            yield Part("where", guidance, partial(WhereCard, guidance, library, self._look, today))

    def _not_asked(self, done: Solved) -> str:
        missing = done.besides.not_asked if done.besides else 0
        if not missing:
            return ""
        return self._wording.plural(
            "{count} competence that a company like yours needs has no answer yet: the plan leaves it out.",
            "{count} competences that a company like yours needs have no answer yet: the plan leaves them "
            "out.",
            missing,
        )

    def _services(self, done: Solved) -> tuple[ServiceEntry, ...]:
        library, company = self._desk.workspace.library, self._desk.open_case.company
        return plan_services(self._gaps(done), library, company)

    def _keys(self, done: Solved) -> tuple[str, ...]:
        wins = done.besides.quick_wins if done.besides else ()
        return keys_of(done.plan, wins, self._services(done))

    def _on_taken_back(self, way_back: object) -> None:
        (self.stated if isinstance(way_back, StepChange) else self.chosen).emit(way_back)

    def _made_unspread(self, words: str) -> QWidget:
        made = label(words, "small", "muted")
        made.setObjectName("plan-unspread")
        return made

    def _made_gaps(self, gaps: tuple[OpenGap, ...]) -> QWidget:
        library, company = self._desk.workspace.library, self._desk.open_case.company
        card = OpenGapsCard(gaps, library, company, self._look)
        card.setEnabled(not self._steps.desk.is_protected)
        card.tried.connect(self.tried)
        card.show_remedies(self._why.open_gaps)
        return card

    def _made_calendar(self, done: Solved) -> QWidget:
        card = CalendarCard(done.plan, done.situation.constraints, self._desk.workspace.library, self._look)
        card.setEnabled(not self._steps.desk.is_protected)
        card.chosen.connect(self.chosen)
        card.arranged.connect(self.arranged)
        return card

    def _made_card(self, planned: tuple[PlannedCourse, ...], plan: Plan) -> QWidget:
        change = self._what_if.change_of(planned[0].course.id)
        card = CourseCard(planned, plan, Known(self._catalogue, self._steps.desk), self._look, change)
        card.stated.connect(self.stated)
        card.show_why(self._why.of_courses.get(planned[0].course.id))
        card.chosen.connect(self.chosen)
        before = self._parts.widget(planned[0].course.id)
        if isinstance(before, CourseCard) and before.is_deciding:
            card.open_decisions()
        return card

    def _made_decided(self, name: str, title: str, courses: Sequence[Taken]) -> QWidget:
        card = DecidedCard(name, title, courses, self._catalogue, self._look)
        card.setEnabled(not self._steps.desk.is_protected)
        card.chosen.connect(self._on_taken_back)
        return card

    def _made_wins(self, wins: tuple[QuickWin, ...]) -> QWidget:
        card = QuickWinsCard(wins, self._catalogue, self._look, self._steps.desk)
        card.stated.connect(self.stated)
        card.show_why(self._why.of_wins)
        return card

    def _nothing(self, plan: Plan) -> QWidget:
        case, workspace = self._desk.open_case, self._desk.workspace
        card = EmptyCard(why_empty(plan, workspace, case), plan, self._look)
        card.page_requested.connect(self.page_requested)
        return card
