"""A plan without courses: the true reason, and what can be done instead."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.answers import has_answer
from desktop.planning import Plan
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace import Case, Workspace

_HELPED_BY = {
    "hours": "time",
    "together": "time",
    "displaced": "time",
    "budget": "money",
    "language": "languages",
    "no-role": "people",
}
"""Which limit would bring a course where a gap stays open for a reason; no limit touches the others."""


class Reason(Enum):
    """Why there is nothing in a plan."""

    NOTHING_ANSWERED = auto()
    NO_GAPS_SO_FAR = auto()
    NO_GAPS = auto()
    NO_COURSES = auto()
    LIMITS = auto()


def why_empty(plan: Plan, workspace: Workspace, case: Case) -> tuple[Reason, frozenset[str]]:
    """The reason, and the limits that would help if it lies in them."""
    limits = frozenset(_HELPED_BY[gap.reason] for gap in plan.open_gaps if gap.reason in _HELPED_BY)
    asked = [q for each in case.questionnaire_ids for q in workspace.questions(case, each)]
    answered = [question for question in asked if has_answer(question, case.sheet)]
    if not answered:
        return Reason.NOTHING_ANSWERED, frozenset()
    if plan.needs:
        return (Reason.LIMITS if limits else Reason.NO_COURSES), limits
    return (Reason.NO_GAPS if len(answered) == len(asked) else Reason.NO_GAPS_SO_FAR), frozenset()


class EmptyCard(QFrame):
    """Why there is no course, and the way on.

    Signals: `page_requested` carries the name of the page that helps.
    """

    page_requested = Signal(str)

    def __init__(self, why: tuple[Reason, frozenset[str]], look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("plan-empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        heading, sentence = self._words(*why)
        column.addWidget(label(heading, "heading"))
        column.addWidget(label(sentence, "body", "muted"))
        if button := self._button(why[0]):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _words(self, reason: Reason, limits: frozenset[str]) -> tuple[str, str]:
        say = self._wording
        return {
            Reason.NOTHING_ANSWERED: (
                say("Nothing has been answered yet"),
                say("The plan grows out of your answers. A few are enough for a first one."),
            ),
            Reason.NO_GAPS_SO_FAR: (
                say("No gaps in what you have answered so far"),
                say("The questions still open may show where a course would help."),
            ),
            Reason.NO_GAPS: (
                say("No gaps were found"),
                say("You are where a company like yours should be. Enjoy the result."),
            ),
            Reason.NO_COURSES: (
                say("There is no course for what is missing"),
                say(
                    "Other limits would not change that. Take what stays open to your local hub: it is in "
                    "the printed document. A longer questionnaire may find steps for which courses exist."
                ),
            ),
            Reason.LIMITS: (
                say("No course fits these limits"),
                say("What would help: {limits}.", limits="; ".join(self._limits(limits))),
            ),
        }[reason]

    def _limits(self, limits: frozenset[str]) -> list[str]:
        say = self._wording
        names = {
            "time": say("more hours or weeks"),
            "money": say("a larger budget"),
            "languages": say("courses in more languages"),
            "people": say("people in other roles"),
        }
        return [name for limit, name in names.items() if limit in limits]

    def _button(self, reason: Reason) -> Button | None:
        if reason in (Reason.NOTHING_ANSWERED, Reason.NO_GAPS_SO_FAR):
            button = Button(self._wording("Go to the questions"), "plan-to-questions", "primary")
            button.clicked.connect(self._on_questions_clicked)
        elif reason is Reason.NO_COURSES:
            button = Button(self._wording("Choose another questionnaire"), "plan-to-company")
            button.clicked.connect(self._on_company_clicked)
        else:
            return None
        return button

    def _on_questions_clicked(self) -> None:
        self.page_requested.emit("questions")

    def _on_company_clicked(self) -> None:
        self.page_requested.emit("company")
