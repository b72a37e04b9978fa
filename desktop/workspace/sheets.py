"""The answers of a stored round that fit the questions asked; the others stay in the database."""

from collections.abc import Mapping
from functools import cached_property

from desktop.answers import AnswerSheet
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.rounds import all_asked, sheet_of
from desktop.storage import StoredRound


class Sheets:
    """Makes sheets of stored answers."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, stored: StoredRound) -> AnswerSheet:
        """The answers as its questionnaires asked for them then, else as today's questions do."""
        then = all_asked(self._library, stored.questionnaires)
        is_as_today = all(self._is_of_today(each) for each in then)
        return sheet_of(stored.answers, () if is_as_today else then, self._questions_of_today.values())

    @cached_property
    def _questions_of_today(self) -> Mapping[QuestionKey, Question]:
        """Read at first use: a first page may do without them."""
        asked_today = self._library.questionnaires.values()
        return {question.key: question for each in asked_today for question in each.questions.values()}

    def _is_of_today(self, questionnaire: Questionnaire) -> bool:
        return self._library.questionnaires.get(questionnaire.id) is questionnaire
