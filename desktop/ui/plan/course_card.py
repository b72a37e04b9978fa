"""A course of the plan: what, for whom, when, how much, and why it was chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.planning import Plan, PlannedCourse
from desktop.report.terms import (
    certificate_in_words,
    cost_in_words,
    dates_in_words,
    format_in_words,
    hours_in_words,
    language_name,
)
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class CourseCard(QFrame):
    """A course with its reason; the details open at a press."""

    def __init__(self, planned: PlannedCourse, plan: Plan, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._planned = planned
        self._plan = plan
        self._catalogue = catalogue
        self._wording = look.wording
        self._texts = catalogue.competence_text(look.wording.language)
        self._more = Button(look.wording("Details"), f"details-{planned.course.id}-{planned.role}", "quiet")
        self._details = QWidget()
        self._build()
        self._more.toggled.connect(self._on_details_toggled)

    def _build(self) -> None:
        course, say = self._planned.course, self._wording
        self.setProperty("kind", "card")
        self.setObjectName(f"course-{course.id}-{self._planned.role}")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 14, 14)
        column.setSpacing(4)
        self._more.setCheckable(True)
        head = QHBoxLayout()
        head.addWidget(label(course.title, "heading"), 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        role = self._texts.roles.get(self._planned.role, self._planned.role)
        facts = (
            role,
            hours_in_words(self._planned.hours, say, is_estimated=self._planned.is_hours_estimated),
            cost_in_words(self._planned, say),
            dates_in_words(self._planned, self._plan, say),
            language_name(self._planned.language, say),
        )
        column.addWidget(label("  ·  ".join(facts), "small", "accent"))
        if summary := self._catalogue.summary(course.id, say.language):
            column.addWidget(label(summary, "small"))
        column.addWidget(label(self._reason(), "small", "muted"))
        self._fill_details()
        self._details.hide()
        column.addWidget(self._details)

    def _reason(self) -> str:
        steps = [
            self._wording(
                "{competence} to level {level}",
                competence=self._texts.competences[step.competence].name,
                level=step.level,
            )
            for step in self._planned.steps
        ]
        if not steps:
            return self._wording("Chosen because another course of the plan builds on it.")
        return self._wording("Chosen because it brings: {steps}.", steps="; ".join(steps))

    def _fill_details(self) -> None:
        course, say = self._planned.course, self._wording
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(3)
        lines = [
            say("Provider: {provider}", provider=course.provider),
            f"{format_in_words(course, say)}, {certificate_in_words(course, say)}",
            say.plural("For {count} person", "For {count} people", self._planned.people),
        ]
        if course.url:
            lines.append(course.url)
        if self._planned.is_language_to_confirm:
            lines.append(say("Ask the provider whether the course is really held in this language."))
        lines.append(say("As known in {as_of}", as_of=course.as_of))
        alternative = self._catalogue.courses.get(self._planned.alternative or "")
        if alternative is not None:
            lines.append(say("The next best choice would be: {title}", title=alternative.title))
        for line in lines:
            shown = label(line, "small", "muted")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(shown)

    def _on_details_toggled(self) -> None:
        self._details.setVisible(self._more.isChecked())
