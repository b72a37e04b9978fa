"""Which questions people answer in secret, whatever becomes of the questionnaires that ask them."""

from functools import cached_property

from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import QuestionKey, Questionnaire


class SecretsKept:
    """The questions of personal questionnaires, today's and those of every version that was kept.

    A question that was asked in secret once stays secret: it may come into a questionnaire of the company,
    or its own questionnaire may become one, but the answers in the file were given under a promise.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def covers(self, key: QuestionKey) -> bool:
        """Whether somebody may have answered it in secret."""
        return key in self._keys or key.partition("/")[0] in self._homes

    @cached_property
    def _personal(self) -> tuple[Questionnaire, ...]:
        known = (*self._library.questionnaires.values(), *self._library.earlier.all())
        return tuple(each for each in known if each.is_personal)

    @cached_property
    def _keys(self) -> frozenset[QuestionKey]:
        return frozenset(question.key for each in self._personal for question in each.questions.values())

    @cached_property
    def _homes(self) -> frozenset[str]:
        return frozenset(each.id for each in self._personal)
