"""The end of a questionnaire on the page of questions: what is done, where to go on, and what goes deeper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.going_deeper import GoingDeeper
from desktop.ui.look import Look
from desktop.ui.open_points.points import open_points
from desktop.ui.questions.finished_card import FinishedCard
from desktop.ui.questions.route import Route, Stop


class Finish(QWidget):
    """The calm end, which leads to the next questionnaire or the people; once all is answered, ways deeper.

    Signals: those of the card, and `deeper_wanted` with the id of a questionnaire to put into the round.
    """

    open_wanted = Signal()
    next_wanted = Signal()
    results_wanted = Signal()
    deeper_wanted = Signal(str)
    points_wanted = Signal()

    def __init__(self, stop: Stop, route: Route, desk: Desk, look: Look) -> None:
        super().__init__()
        done, following = (
            route.progress(stop.questionnaire.id),
            route.questionnaire_after(stop.questionnaire.id),
        )
        people = desk.workspace.people.questionnaires(desk.open_case)
        onward = following or next(iter(people), None)
        points = _count_points(desk, route)
        title = stop.questionnaire.text(look.wording.language).title
        self._card = FinishedCard(title, done, onward, look, points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._card)
        self._card.open_wanted.connect(self.open_wanted)
        self._card.next_wanted.connect(self.next_wanted)
        self._card.results_wanted.connect(self.results_wanted)
        self._card.points_wanted.connect(self.points_wanted)
        if done.answered == done.shown and following is None:
            deeper = GoingDeeper(desk, look)
            deeper.wanted.connect(self.deeper_wanted)
            column.addWidget(deeper)

    def first_focus(self) -> QWidget:
        """The button that leads on."""
        return self._card.first_focus()


def _count_points(desk: Desk, route: Route) -> int:
    """How many questions there are to come back to, in all questionnaires of a company's round."""
    case = desk.open_case
    return len(open_points(route.all(), case.sheet, desk.beside.remarks())) if case.person is None else 0
