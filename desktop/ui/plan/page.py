"""The page of the plan: it follows every change of its limits, solved beside the window."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.content.company import Constraints
from desktop.dossier import next_monday
from desktop.dossier.course_reasons import courses_together
from desktop.errors import sentence_of
from desktop.planning import Plan, PlannedCourse
from desktop.planning.deciding import Choice, with_choice
from desktop.planning.quick_wins import QuickWin
from desktop.report.pace_words import unspread_in_words
from desktop.ui.background import Operation
from desktop.ui.case_page import WIDEST, CasePage
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.guidance.where_card import WhereCard
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.pieces import at_left, label
from desktop.ui.plan.calendar_card import CalendarCard
from desktop.ui.plan.catch_up import CatchUp
from desktop.ui.plan.controls import PlanControls
from desktop.ui.plan.course_card import CourseCard
from desktop.ui.plan.decided_card import DecidedCard, DecidedCourse, left_out_and_done, not_kept
from desktop.ui.plan.empty_card import EmptyCard, why_empty
from desktop.ui.plan.eye import Eye
from desktop.ui.plan.limits_card import LimitsCard
from desktop.ui.plan.open_gaps_card import OpenGapsCard
from desktop.ui.plan.quick_wins_card import QuickWinsCard
from desktop.ui.plan.totals_card import TotalsCard
from desktop.ui.plan.wishes import Wishes
from desktop.ui.plan.work import NO_REASONS, Reasons, Solved, explained, solved

_PAUSE = 250  # milliseconds of quiet before the plan is solved anew
_QUIET = 400  # milliseconds of quiet before the alternatives to its courses are looked for


class PlanPage(CasePage):
    """The limits above, which stay in sight, and the plan they lead to."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look, "plan")
        self._catalogue = desk.workspace.library.catalogue
        self._limits = Parts()
        self._why = NO_REASONS
        self._explaining = Operation(self)
        self._eye = Eye(self)
        self._solved: Solved | None = None
        self._catch_up = CatchUp(self, self._limits_now, self._catalogue, look)
        self._pause, self._quiet = QTimer(self), QTimer(self)
        self._build()
        self._connect()
        self._limits.show_parts([Part("limits", None, self._made_limits)])

    def _build(self) -> None:
        self._build_page(self._wording("Training plan"), self._wording("Go on to print"), "report")
        self._head.addLayout(at_left(self._limits, WIDEST))
        for timer, interval in ((self._pause, _PAUSE), (self._quiet, _QUIET)):
            timer.setSingleShot(True)
            timer.setInterval(interval)

    def _connect(self) -> None:
        self._connect_page()
        self._limits.all_shown.connect(self._on_limits_shown)
        # Qt shows what a layout was given only once it is back in its loop, and the keyboard needs it shown
        self._parts.all_shown.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        self._pause.timeout.connect(self._solve)
        self._quiet.timeout.connect(self._explain)
        self._explaining.succeeded.connect(self._on_explained)
        self._catch_up.limits_chosen.connect(self._on_limits_chosen)
        self._catch_up.opened.connect(self._eye.look_up)
        self._catch_up.opened.connect(self._show_again)
        self._catch_up.closed.connect(self._show_again)

    def _on_limits_shown(self) -> None:
        self._take_focus()
        self._solve()

    @override
    def _first_stop(self) -> QWidget | None:
        return self.findChild(Disclosure, "plan-change")

    def _solve(self) -> None:
        self._work_out(partial(solved, self._desk.workspace, self._desk.open_case))

    def _explain(self) -> None:
        self._explaining.start(partial(explained, self._desk.workspace, self._desk.open_case, self._wording))

    def _show(self, done: Solved) -> Iterator[Part]:
        plan, library = done.plan, self._desk.workspace.library
        unkept = not_kept(plan.unkept, self._catalogue, self._wording)
        yield from self._catch_up.parts(plan)
        yield from self._decided("unkept", self._wording("What could not be kept"), unkept)
        yield from self._overview(plan)
        if done.quick_wins:
            yield Part("quick-wins", done.quick_wins, partial(self._made_wins, done.quick_wins))
        for planned in courses_together(plan):
            shown = planned, plan.start
            yield Part(planned[0].course.id, shown, partial(self._made_card, planned, plan))
        decided = left_out_and_done(self._limits_now(), self._catalogue, self._wording)
        yield from self._decided("decided", self._wording("Decided"), decided)
        if gaps := plan.open_gaps:
            company = self._desk.open_case.company
            yield Part("gaps", (gaps, company), partial(OpenGapsCard, gaps, library, company, self._look))
        yield from self._where(plan)

    def _overview(self, plan: Plan) -> Iterator[Part]:
        if not plan.courses:
            yield Part("nothing", plan.open_gaps, partial(self._nothing, plan))
            return
        yield Part("totals", plan, partial(TotalsCard, plan, self._catalogue, self._look))
        names = self._catalogue.competence_text(self._wording.language).roles
        if unspread := unspread_in_words(plan, names, self._wording):
            yield Part("unspread", unspread, partial(self._made_unspread, unspread))
        if missing := self._not_asked():
            yield Part("not asked", missing, partial(label, missing, "small", "muted"))
        calendar = self._parts.widget("calendar")
        if isinstance(calendar, CalendarCard):
            calendar.show_plan(plan, self._limits_now())
        yield Part("calendar", None, partial(self._made_calendar, plan))

    def _made_unspread(self, words: str) -> QWidget:
        made = label(words, "small", "muted")
        made.setObjectName("plan-unspread")
        return made

    def _decided(self, name: str, title: str, courses: list[DecidedCourse]) -> Iterator[Part]:
        if courses:
            yield Part(name, courses, partial(self._made_decided, name, title, courses))

    def _where(self, plan: Plan) -> Iterator[Part]:
        workspace, today = self._desk.workspace, date.today()  # noqa: DTZ011 - as below
        guidance = workspace.guidance(self._desk.open_case, plan)
        if plan.needs and not guidance.is_empty:
            yield Part("where", guidance, partial(WhereCard, guidance, workspace.library, self._look, today))

    def _not_asked(self) -> str:
        missing = len(self._desk.workspace.offers.not_asked(self._desk.open_case))
        if not missing:
            return ""
        return self._wording.plural(
            "{count} topic that a company like yours needs has no answer yet: the plan leaves it out.",
            "{count} topics that a company like yours needs have no answer yet: the plan leaves them out.",
            missing,
        )

    def _made_limits(self) -> QWidget:
        case = self._desk.open_case
        controls = PlanControls(self._catalogue, self._look)
        card = LimitsCard(controls, Wishes(self._catalogue, self._look), self._look)
        card.show_limits(case.constraints, case.company.people, _first_day())
        card.limits_edited.connect(self._on_limits_edited)
        card.replan_wanted.connect(self._catch_up.begin)
        card.fit(self.height())
        return card

    def _made_calendar(self, plan: Plan) -> QWidget:
        card = CalendarCard(plan, self._limits_now(), self._desk.workspace.library, self._look)
        card.chosen.connect(self._on_chosen)
        card.arranged.connect(self._order_stops)
        return card

    def _made_card(self, planned: tuple[PlannedCourse, ...], plan: Plan) -> QWidget:
        card = CourseCard(planned, plan, self._catalogue, self._look)
        card.show_why(self._why.of_courses.get(planned[0].course.id))
        card.chosen.connect(self._on_chosen)
        before = self._parts.widget(planned[0].course.id)
        if isinstance(before, CourseCard) and before.is_deciding:
            card.open_decisions()
        return card

    def _made_decided(self, name: str, title: str, courses: list[DecidedCourse]) -> QWidget:
        card = DecidedCard(name, title, courses, self._catalogue, self._look)
        card.chosen.connect(self._on_chosen)
        return card

    def _made_wins(self, wins: tuple[QuickWin, ...]) -> QWidget:
        card = QuickWinsCard(wins, self._catalogue, self._look)
        card.show_why(self._why.of_wins)
        return card

    def _nothing(self, plan: Plan) -> QWidget:
        case, workspace = self._desk.open_case, self._desk.workspace
        card = EmptyCard(why_empty(plan, workspace, case), self._look)
        card.page_requested.connect(self.page_requested)
        return card

    def _limits_now(self) -> Constraints:
        return self._desk.open_case.constraints

    def _on_chosen(self, choice: Choice) -> None:
        self._on_limits_chosen(with_choice(self._limits_now(), choice))

    def _on_limits_chosen(self, limits: Constraints) -> None:
        card = self._limits.widget("limits")
        if isinstance(card, LimitsCard):
            card.show_limits(limits, self._desk.open_case.company.people, _first_day())
        self._on_limits_edited(limits)

    def _show_again(self) -> None:
        if self._solved is not None:
            self._parts.show_parts(self._show(self._solved))

    def _on_limits_edited(self, limits: Constraints) -> None:
        self._quiet.stop()
        self._desk.save_constraints(limits)
        self._show_work_ahead()
        self._pause.start()

    @override
    def _on_worked_out(self, value: object) -> None:
        if not isinstance(value, Solved):
            return
        self._outcome = self._wording("Up to date")
        self._why = NO_REASONS
        self._eye.remember()
        self._solved = value
        self._show_again()
        self._quiet.start()

    def _on_explained(self, value: object) -> None:
        if not isinstance(value, Reasons):
            return
        self._why = value
        for course, why in value.of_courses.items():
            card = self._parts.widget(course)
            if isinstance(card, CourseCard):
                card.show_why(why)
        wins = self._parts.widget("quick-wins")
        if isinstance(wins, QuickWinsCard):
            wins.show_why(value.of_wins)

    @override
    def _on_failed(self, error: object) -> None:
        self._outcome = self._wording("The plan could not be computed")
        sentence = self._wording.tell(sentence_of(error))
        self._parts.show_parts([Part("error", sentence, partial(label, sentence, "body", "warn"))])

    def _on_settled(self) -> None:
        self._eye.return_there()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limits = self._limits.widget("limits")
        if isinstance(limits, LimitsCard):
            limits.fit(event.size().height())


def _first_day() -> date:
    return next_monday(date.today())  # noqa: DTZ011 - the day on the wall calendar is meant
