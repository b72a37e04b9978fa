"""The questions whose answers, or that themselves, are others than in an earlier round."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from desktop.answers import Answer, Facts, shown_questions
from desktop.answers.moving import MovedAnswer
from desktop.comparing.causes import Cause
from desktop.comparing.path import Way
from desktop.content.questionnaires.question_differences import DECIDES_SCORES
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire

_Said: TypeAlias = tuple[bool, Answer | None]
"""Whether a question is asked, and its answer if so."""


@dataclass(frozen=True, slots=True)
class AskedThen:
    """A question as it was asked in the earlier round."""

    questionnaire: Questionnaire
    question: Question


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question with its answers then and now, None where it was not answered or not asked.

    `then` is the question of the earlier round, `now` that of the later one; None where it was not asked.
    `causes` are those that changed the answer, or the question, in their order.
    """

    questionnaire: Questionnaire
    then: AskedThen | None
    now: Question | None
    before: Answer | None
    after: Answer | None
    causes: tuple[Cause, ...]


def question_changes(
    versions: tuple[Questionnaire, Questionnaire], way: Way, facts: Facts
) -> Iterator[QuestionChange]:
    """The changed questions of one questionnaire in the order of now, then those that are gone."""
    old, new = versions
    asked_then = {each.key: each for each in shown_questions(old, way.then, facts)}
    said = _said_along(new, way, facts)
    moved = {entry.question.key: entry for entry in (*way.move.kept, *way.move.changed)}
    for question in new.questions.values():
        then = asked_then.pop(way.former.get(question.key, question.key), None)
        before = None if then is None else way.then.get(then.key)
        steps = said[question.key]
        is_asked, after = steps[-1]
        causes = tuple(_causes((then is not None, before), steps, moved.get(question.key)))
        if causes and not (before is None and after is None):
            was = None if then is None else AskedThen(old, then)
            yield QuestionChange(new, was, question if is_asked else None, before, after, causes)
    for gone in asked_then.values():
        if gone.key in way.then:
            was = AskedThen(old, gone)
            yield QuestionChange(new, was, None, way.then[gone.key], None, (Cause.QUESTIONNAIRE,))


def _said_along(new: Questionnaire, way: Way, facts: Facts) -> Mapping[QuestionKey, Sequence[_Said]]:
    """What is said of each question after each cause."""
    said: dict[QuestionKey, list[_Said]] = {question.key: [] for question in new.questions.values()}
    for sheet in way.after.values():
        asked = {question.key for question in shown_questions(new, sheet, facts)}
        for key, steps in said.items():
            steps.append((key in asked, sheet.get(key) if key in asked else None))
    return said


def _causes(then: _Said, after: Sequence[_Said], moved: MovedAnswer | None) -> Iterator[Cause]:
    """The causes after which a question is asked or answered otherwise."""
    if _is_another(then, after[0], moved):
        yield Cause.QUESTIONNAIRE
    for cause, (before, now) in zip(list(Cause)[1:], pairwise(after), strict=True):
        if before != now:
            yield cause


def _is_another(then: _Said, now: _Said, moved: MovedAnswer | None) -> bool:
    """Whether the version of now asks otherwise, counts otherwise, or cannot take the whole answer."""
    if then[0] != now[0]:
        return True
    if moved is None:
        return now[0] and then[1] != now[1]
    decides = any(each.aspect in DECIDES_SCORES for each in moved.differences)
    return now[0] and (decides or bool(moved.left_out) or moved.answer != now[1])
