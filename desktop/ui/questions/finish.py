"""The end of a questionnaire on the page of questions: what is done, where to go on, and what goes deeper."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.going_deeper import GoingDeeper
from desktop.ui.look import Look
from desktop.ui.open_points.points import open_points
from desktop.ui.questions.finished_card import FinishedCard
from desktop.ui.questions.route import Route, Stop
from desktop.ui.questions.walk import Walk


class Finish(QWidget):
    """The calm end, which leads to the next questionnaire or the people; once all is answered, ways deeper.

    Signals: `stop_wanted` carries the stop to go on at, `page_requested` the name of a page.
    """

    stop_wanted = Signal(object)
    page_requested = Signal(str)

    def __init__(self, stop: Stop, walk: Walk, desk: Desk, look: Look) -> None:
        super().__init__()
        self._walk = walk
        self._desk = desk
        questionnaire, following = stop.questionnaire, walk.next_questionnaire
        done = walk.route.progress(questionnaire.id)
        people = desk.workspace.people.questionnaires(desk.open_case)
        onward = next(iter(people), None) if following is None else following.questionnaire
        title = questionnaire.text(look.wording.language).title
        self._card = FinishedCard(title, done, onward, look, _count_points(desk, walk.route))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self._card)
        self._connect()
        if done.answered == done.shown and following is None:
            deeper = GoingDeeper(desk, look)
            deeper.wanted.connect(self._on_deeper_wanted)
            self._column.addWidget(deeper)

    def first_focus(self) -> QWidget:
        """The button that leads on."""
        return self._card.first_focus()

    def _connect(self) -> None:
        self._card.open_wanted.connect(self._on_open_wanted)
        self._card.next_wanted.connect(self._on_next_wanted)
        self._card.results_wanted.connect(partial(self.page_requested.emit, "results"))
        self._card.points_wanted.connect(partial(self.page_requested.emit, "open-points"))

    def _on_open_wanted(self) -> None:
        self.stop_wanted.emit(self._walk.first_open)

    def _on_next_wanted(self) -> None:
        following = self._walk.next_questionnaire
        if following is None:
            self.page_requested.emit("people")
        else:
            self.stop_wanted.emit(following)

    def _on_deeper_wanted(self, questionnaire: str) -> None:
        self._desk.add_questionnaire(questionnaire)
        self.stop_wanted.emit(self._walk.route.find(questionnaire, None))


def _count_points(desk: Desk, route: Route) -> int:
    """How many questions there are to come back to, in all questionnaires of a company's round."""
    case = desk.open_case
    return len(open_points(route.all(), case.sheet, desk.beside.remarks())) if case.person is None else 0
