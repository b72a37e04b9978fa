"""The page that asks, with what is wrong with a question above it."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from desktop.review.placing import PlacedProblem
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.preview.problem_list import ProblemNotice
from desktop.ui.questions.page import QuestionsPage
from desktop.ui.questions.route import Stop

ProblemsOf: TypeAlias = Callable[[str, str], Sequence[PlacedProblem]]
"""The problems of a question, by the ids of questionnaire and question."""


class PreviewQuestionsPage(QuestionsPage):
    """Shows any question an author wants to see, even one that is not asked now."""

    def __init__(self, desk: Desk, look: Look, problems_of: ProblemsOf) -> None:
        super().__init__(desk, look)
        self._problems_of = problems_of
        self.place_changed.connect(self.show_problems)
        self.show_problems()

    def go_to_question(self, questionnaire: str, question: str) -> None:
        """Show a question, wherever it stands."""
        self.show_stop(self._on_the_way(questionnaire, question) or self._aside(questionnaire, question))

    def show_problems(self) -> None:
        """Mark the question shown anew; its answer stays as it is."""
        stop = self._walk.stop
        if stop is None or self._walk.is_at_end:
            return
        here = stop.questionnaire.id, stop.question.id
        problems = self._problems_of(*here)
        sentence = ""
        if self._on_the_way(*here) is None:
            sentence = self._look.wording("With this company and these answers, this question is not asked.")
        is_wrong = bool(problems or sentence)
        self._middle.show_above(ProblemNotice(problems, self._look, sentence=sentence) if is_wrong else None)

    def _on_the_way(self, questionnaire: str, question: str) -> Stop | None:
        stops = self._walk.route.stops(questionnaire)
        return next((stop for stop in stops if stop.question.id == question), None)

    def _aside(self, questionnaire: str, question: str) -> Stop | None:
        """A question that is not on the way, with its place among all of its section."""
        for found in self._desk.workspace.questionnaires(self._desk.open_case):
            for section in found.sections if found.id == questionnaire else ():
                for number, each in enumerate(section.questions, start=1):
                    if each.id == question:
                        return Stop(found, section.id, each, number, len(section.questions))
        return None
