"""A course of the plan: what, for whom, when, how much, what it brings, and why it was chosen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.steps import CourseOf
from desktop.dossier.course_reasons import lifts
from desktop.planning import CourseChange, Plan, PlannedCourse
from desktop.planning.deciding import Choice
from desktop.report.decision_words import decision_in_words
from desktop.report.prices import cost_in_words
from desktop.report.reasons import opening_in_words
from desktop.report.terms import (
    as_of_in_words,
    certificate_in_words,
    dates_in_words,
    format_in_words,
    hours_in_words,
    language_name,
)
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.plan.change_words import course_change_in_words
from desktop.ui.plan.decide_panel import DecidePanel
from desktop.ui.plan.steps.step_book import StepBook, StepDesk
from desktop.ui.plan.steps.step_line import StepLine
from desktop.ui.plan.why import Why
from desktop.ui.plan.why_panel import INDENT, WhyPanel


@dataclass(frozen=True, slots=True)
class Known:
    """What a card is told from: the catalogue, and what became of the steps."""

    catalogue: Catalogue
    steps: StepDesk


class CourseCard(QFrame):
    """A course for all roles that take it; reasons, details and what can be decided open at a press.

    Signals: `chosen` carries a `Choice` about the course, `stated` a `StepChange`.
    """

    chosen = Signal(object)
    stated = Signal(object)

    def __init__(
        self,
        planned: tuple[PlannedCourse, ...],
        plan: Plan,
        known: Known,
        look: Look,
        change: CourseChange | None = None,
    ) -> None:
        super().__init__()
        self._planned = planned
        self._course = planned[0].course
        self._plan = plan
        self._catalogue = catalogue = known.catalogue
        self._steps = known.steps
        self._lines: list[StepLine] = []
        self._look = look
        self._wording = look.wording
        self._texts = catalogue.competence_text(look.wording.language)
        self._change = change
        self._why: Why | None = None
        self._reasons: WhyPanel | None = None
        self._details: QWidget | None = None
        self._decide: DecidePanel | None = None
        self._deciding = self._disclosure(look.wording("Decide"), "decide", self._on_decide_toggled)
        self._column = QVBoxLayout(self)
        self._folds = 0
        self._build()

    def show_why(self, why: Why | None) -> None:
        """Tell the reasons; None while they are still being worked out."""
        self._why = why
        if self._reasons is not None:
            self._reasons.show_why(why)

    def show_steps(self, book: StepBook) -> None:
        """Tell what became of it for each role."""
        for line in self._lines:
            line.show_steps(book)

    @property
    def is_deciding(self) -> bool:
        """Whether it shows what can be decided."""
        return self._deciding.isChecked()

    def open_decisions(self) -> None:
        """Show what can be decided."""
        self._deciding.setChecked(True)

    def _build(self) -> None:
        course, say = self._course, self._wording
        self.setProperty("kind", "card")
        self.setObjectName(f"course-{course.id}")
        self.setAccessibleName(course.title)
        self._column.setContentsMargins(20 - INDENT, 16, 20, 10)
        self._column.setSpacing(4)
        words = [label(course.title, "heading")]
        if self._change is not None:
            words.insert(0, self._mark(self._change))
        self._add(words)
        for planned in self._planned:
            self._column.addWidget(self._line(planned))
        words = []
        if summary := self._catalogue.summary(course.id, say.language):
            words.append(label(summary, "small"))
        words.append(label(self._gain(), "small", "muted"))
        self._add(words)
        if state := decision_in_words(self._planned, say):
            self._column.addLayout(self._decided(state))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._disclosure(say("Why this course"), "why", self._on_why_toggled))
        row.addWidget(self._disclosure(say("Details"), "details", self._on_details_toggled))
        if not self._steps.is_protected:
            row.addWidget(self._deciding)
        row.addStretch(1)
        self._folds = self._column.count()
        self._column.addLayout(row)

    def _add(self, words: Iterable[QLabel]) -> None:
        for each in words:
            each.setContentsMargins(INDENT, 0, 0, 0)
            self._column.addWidget(each)

    def _line(self, planned: PlannedCourse) -> StepLine:
        """When, who and how much, with what became of it for that role."""
        facts = label(self._facts(planned), "small", "accent")
        facts.setContentsMargins(INDENT, 6, 0, 6)
        role = self._texts.roles.get(planned.role, planned.role)
        key = CourseOf(self._course.id, planned.role).key
        line = StepLine(key, f"{self._course.title}, {role}", facts, self._steps, self._look)
        taking = {each.role for each in self._planned}
        line.others = tuple(other for other in self._course.roles if other not in taking)
        line.changed.connect(self.stated)
        self._lines.append(line)
        return line

    def _mark(self, change: CourseChange) -> QLabel:
        """What became of the course since the plan that this one is compared with."""
        mark = label(course_change_in_words(change, self._texts.roles, self._wording), "caption", "good")
        mark.setObjectName(f"change-{self._course.id}")
        return mark

    def _decided(self, state: str) -> QHBoxLayout:
        """What was decided, and the way back."""
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(state, "small", "good", wraps=False))
        if self._steps.is_protected:
            row.addStretch(1)
            return row
        back = Button(self._wording("Take back"), f"back-{self._course.id}", "fold")
        back.setAccessibleName(self._wording("Take back: {title}", title=self._course.title))
        back.clicked.connect(self._on_taken_back)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _disclosure(self, text: str, name: str, act: Callable[[bool], None]) -> Disclosure:
        made = Disclosure(text, f"{name}-{self._course.id}", self._look)
        made.setAccessibleName(f"{text}: {self._course.title}")
        made.toggled.connect(act)
        return made

    def _facts(self, planned: PlannedCourse) -> str:
        say = self._wording
        facts = (
            self._texts.roles.get(planned.role, planned.role),
            hours_in_words(planned.hours, say, is_estimated=planned.is_hours_estimated),
            cost_in_words(planned, say),
            dates_in_words(planned, self._plan, say),
            language_name(planned.language, say),
        )
        return "  ·  ".join(facts).replace(" – ", "\u00a0– ")

    def _gain(self) -> str:
        gains = [
            self._wording(
                "{competence} from level {low} to {high}",
                competence=self._texts.competences[competence].name,
                low=low,
                high=high,
            )
            for competence, low, high in lifts(self._planned)
        ]
        if not gains:
            return opening_in_words(self._planned, self._plan, self._wording)
        return self._wording("Raises: {gains}.", gains="; ".join(gains))

    def _on_decide_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._decide is None:
            self._decide = DecidePanel(self._planned, self._plan.number_of_weeks, self._look)
            self._decide.chosen.connect(self.chosen)
            self._column.insertWidget(self._folds + 1, self._decide)
            self._decide.stand_after(self._deciding)
        self._decide.setVisible(is_open)

    def _on_taken_back(self) -> None:
        roles = tuple(planned.role for planned in self._planned)
        self.chosen.emit(Choice(self._course.id, roles, None))

    def _on_why_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._reasons is None:
            self._reasons = WhyPanel(self._course.id, self._look)
            self._reasons.show_why(self._why)
            self._column.insertWidget(self._column.count() - (self._details is not None), self._reasons)
        self._reasons.setVisible(is_open)

    def _on_details_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._details is None:
            self._details = self._details_panel()
            self._column.addWidget(self._details)
        self._details.setVisible(is_open)

    def _details_panel(self) -> QWidget:
        course, say = self._course, self._wording
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(INDENT, 4, 0, 8)
        column.setSpacing(3)
        lines = [
            say("Provider: {provider}", provider=course.provider),
            f"{format_in_words(course, say)}, {certificate_in_words(course, say)}",
            *(self._people(planned) for planned in self._planned),
        ]
        if course.url:
            lines.append(course.url)
        if any(planned.is_language_to_confirm for planned in self._planned):
            lines.append(say("Ask the provider whether the course is really held in this language."))
        lines.append(as_of_in_words(course.as_of, date.today(), say))  # noqa: DTZ011 - the calendar on the wall
        for line in lines:
            shown = label(line[:1].upper() + line[1:] if line != course.url else line, "small", "muted")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(shown)
        return panel

    def _people(self, planned: PlannedCourse) -> str:
        role = self._texts.roles.get(planned.role, planned.role)
        number = self._wording.plural("for {count} person", "for {count} people", planned.people)
        return f"{role}: {number}"
