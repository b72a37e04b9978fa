"""A plan without courses: the true reason, and what can be done instead."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.answers import has_answer
from desktop.planning import Plan
from desktop.report.no_course_words import NoCourse, no_course_in_words, why_no_course
from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace import Case, Workspace


class NoNeed(Enum):
    """Why nothing is known to be needed."""

    NOTHING_ANSWERED = auto()
    NO_GAPS_SO_FAR = auto()
    NO_GAPS = auto()


def why_empty(plan: Plan, workspace: Workspace, case: Case) -> NoNeed | NoCourse:
    """Why there is nothing in a plan."""
    asked = [q for each in case.questionnaire_ids for q in workspace.questions(case, each)]
    answered = [question for question in asked if has_answer(question, case.sheet)]
    if not answered:
        return NoNeed.NOTHING_ANSWERED
    if (reason := why_no_course(plan, case.constraints, case.company)) is not None:
        return reason
    return NoNeed.NO_GAPS if len(answered) == len(asked) else NoNeed.NO_GAPS_SO_FAR


class EmptyCard(QFrame):
    """Why there is no course, and the way on.

    Signals: `page_requested` carries the name of the page that helps.
    """

    page_requested = Signal(str)

    def __init__(self, why: NoNeed | NoCourse, plan: Plan, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("plan-empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        if isinstance(why, NoCourse):
            heading, sentence = no_course_in_words(why, plan.open_gaps, look.wording)
        else:
            heading, sentence = _no_need_in_words(why, look.wording)
        column.addWidget(label(heading, "heading"))
        column.addWidget(label(sentence, "body", "muted"))
        if button := self._button(why):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, why: NoNeed | NoCourse) -> Button | None:
        if why in (NoNeed.NOTHING_ANSWERED, NoNeed.NO_GAPS_SO_FAR):
            button = Button(self._wording("Go to the questions"), "plan-to-questions", "primary")
            button.clicked.connect(self._on_questions_clicked)
        elif why is NoCourse.NO_COURSES:
            button = Button(self._wording("Choose another questionnaire"), "plan-to-company")
            button.clicked.connect(self._on_company_clicked)
        else:
            return None
        return button

    def _on_questions_clicked(self) -> None:
        self.page_requested.emit("questions")

    def _on_company_clicked(self) -> None:
        self.page_requested.emit("company")


def _no_need_in_words(why: NoNeed, wording: Wording) -> tuple[str, str]:
    return {
        NoNeed.NOTHING_ANSWERED: (
            wording("Nothing has been answered yet"),
            wording("The plan comes from your answers. A few are enough for a first one."),
        ),
        NoNeed.NO_GAPS_SO_FAR: (
            wording("No gaps in what you have answered so far"),
            wording("The questions still open may show where a course would help."),
        ),
        NoNeed.NO_GAPS: (
            wording("No gaps were found"),
            wording("You are where a company like yours should be. Enjoy the result."),
        ),
    }[why]
