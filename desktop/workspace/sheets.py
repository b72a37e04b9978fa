"""The answers of a stored round that fit the questions asked, and one saved; others stay in the database."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from desktop.answers import Answer, AnswerSheet, answer_from_plain, answer_to_plain
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.errors import SestanteError
from desktop.rounds import all_asked, sheet_of
from desktop.storage import StoredRound
from desktop.storage.meanwhile_error import MeanwhileError, Seen
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores


class Sheets:
    """Makes sheets of stored answers, and saves one answer of a sheet."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, stored: StoredRound) -> AnswerSheet:
        """The answers as its questionnaires asked for them then, else as today's questions do."""
        then = all_asked(self._library, stored.questionnaires)
        is_as_today = all(self._is_of_today(each) for each in then)
        return sheet_of(stored.answers, () if is_as_today else then, self._questions_of_today.values())

    def save(self, stores: Stores, case: Case, question: Question, answer: Answer | None) -> None:
        """Replace or (None) remove an answer of who answers the case.

        MeanwhileError where another answer is there than the case says, given at another desk.
        """
        believed = case.sheet.get(question.key)
        plain = None if answer is None else answer_to_plain(answer)
        if not stores.is_shared:
            _write(stores, case, question, plain, None)
            return
        pinned = {each.id: each.hash for each in case.pinned}
        try:
            seen = Seen(None if believed is None else answer_to_plain(believed), pinned)
            _write(stores, case, question, plain, seen)
        except MeanwhileError as error:
            theirs = error.clashes[0].theirs
            if _fitting(question, theirs) != believed:
                raise
            _write(stores, case, question, plain, Seen(theirs, pinned))  # what fits no more was not shown

    @cached_property
    def _questions_of_today(self) -> Mapping[QuestionKey, Question]:
        """Read at first use: a first page may do without them."""
        asked_today = self._library.questionnaires.values()
        return {question.key: question for each in asked_today for question in each.questions.values()}

    def _is_of_today(self, questionnaire: Questionnaire) -> bool:
        return self._library.questionnaires.get(questionnaire.id) is questionnaire


def _write(stores: Stores, case: Case, question: Question, plain: Any | None, seen: Seen | None) -> None:
    if case.person is None:
        is_written = question.kind in ("number", "text")
        stores.store.save_answer(case.id, question.key, plain, goes_on=is_written, seen=seen)
        return
    about = not case.is_personal
    stores.respondents.save_answer(
        case.id, case.person, question.key, plain, is_about_company=about, seen=seen
    )


def _fitting(question: Question, plain: Any) -> Answer | None:
    if plain is None:
        return None
    try:
        return answer_from_plain(question, plain)
    except (SestanteError, KeyError):
        return None
