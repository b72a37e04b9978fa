"""Questions and answers of a round in the words of its questionnaires, whatever became of these since."""

import json
from collections.abc import Iterable
from typing import Any

from desktop.answers import AnswerError, answer_from_plain
from desktop.content.questionnaires.questionnaire import Question, Questionnaire, QuestionText
from desktop.report.said_answers import answer_in_words
from desktop.text import Wording


class AskedWords:
    """Looks up questions by key; what no questionnaire knows any more is told as it is kept."""

    def __init__(self, questionnaires: Iterable[Questionnaire], wording: Wording) -> None:
        self._wording = wording
        self._known: dict[str, tuple[Question, QuestionText]] = {}
        for questionnaire in questionnaires:
            texts = questionnaire.text(wording.language).questions
            for question in questionnaire.questions.values():
                self._known.setdefault(question.key, (question, texts[question.id]))

    @property
    def order(self) -> dict[str, int]:
        """The place of each question, as it is asked."""
        return {key: place for place, key in enumerate(self._known)}

    def question(self, key: str) -> str:
        """What was asked."""
        return self._known[key][1].text if key in self._known else key

    def answer(self, key: str, plain: Any) -> str:
        """What was answered."""
        if plain is None:
            return self._wording("not answered")
        if key in self._known:
            question, text = self._known[key]
            try:
                return answer_in_words(question, text, answer_from_plain(question, plain), self._wording)
            except (AnswerError, KeyError):
                pass
        return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
