"""Answers moved from earlier versions of questionnaires to later ones; every old answer is accounted for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from desktop.answers.translating import Translated, translate
from desktop.answers.values import Answer, AnswerSheet
from desktop.content.questionnaires.pairing import Pair, Pairing, pair
from desktop.content.questionnaires.question_differences import Aspect, Difference, find_differences
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire

Versions: TypeAlias = Sequence[tuple[Questionnaire, Questionnaire]]
"""Questionnaires, each in the version answered and in the one to move to; they may be the same."""


class Loss(Enum):
    """Why an answer has no place in the new version."""

    QUESTION_GONE = "question gone"
    DOES_NOT_FIT = "does not fit"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class MovedAnswer:
    """An answer that says the same in the new version.

    `differences` are those of its question, `left_out` the old choices or rows that have no place any more.
    """

    question: Question
    answer: Answer
    old_question: Question
    old_answer: Answer
    differences: tuple[Difference, ...]
    left_out: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        """Whether answer and question mean and weigh what they did."""
        return not self.differences and not self.left_out


@dataclass(frozen=True, slots=True)
class DroppedAnswer:
    """An answer without a place in the new version, readable with its old question."""

    old_question: Question
    old_answer: Answer
    loss: Loss


@dataclass(frozen=True, slots=True)
class Move:
    """The answers of a sheet, moved to other versions of their questionnaires.

    Every answer to an old version is in exactly one of `kept`, `changed` (the same answer, but its question
    differs) and `dropped`. `new` are the questions that the old versions did not have. `before` is the sheet
    as it was, which undoes the move; `after` has the moved answers, and those of questionnaires not named.
    """

    versions: Versions
    kept: tuple[MovedAnswer, ...]
    changed: tuple[MovedAnswer, ...]
    dropped: tuple[DroppedAnswer, ...]
    new: tuple[Question, ...]
    before: AnswerSheet
    after: AnswerSheet


def move_answers(versions: Versions, sheet: AnswerSheet) -> Move:
    """The answers moved to the second questionnaire of each pair; the sheet given is left as it is.

    Questionnaires that share questions, or that questions moved between, are named together.
    """
    whole = pair((old for old, _ in versions), (new for _, new in versions))
    each = [(old, new, pair((old,), (new,))) for old, new in versions]
    moved: list[MovedAnswer] = []
    dropped = list(_gone(whole.removed, sheet))
    after = {key: answer for key, answer in sheet.items() if key not in _keys(old for old, _ in versions)}
    for entry in whole.pairs:
        differences = tuple(dict.fromkeys(_differences(entry, each)))
        for found in _placed(entry, sheet, after.get(entry.later.key), differences):
            if isinstance(found, DroppedAnswer):
                dropped.append(found)
            else:
                moved.append(found)
                after[entry.later.key] = found.answer
    return Move(
        versions=tuple(versions),
        kept=tuple(found for found in moved if found.is_kept),
        changed=tuple(found for found in moved if not found.is_kept),
        dropped=tuple(dropped),
        new=whole.added,
        before=dict(sheet),
        after=after,
    )


def _keys(questionnaires: Iterable[Questionnaire]) -> frozenset[QuestionKey]:
    return frozenset(question.key for each in questionnaires for question in each.questions.values())


def _gone(removed: Iterable[Question], sheet: AnswerSheet) -> Iterator[DroppedAnswer]:
    for question in removed:
        if question.key in sheet:
            yield DroppedAnswer(question, sheet[question.key], Loss.QUESTION_GONE)


def _differences(
    entry: Pair, versions: Iterable[tuple[Questionnaire, Questionnaire, Pairing]]
) -> Iterator[Difference]:
    """What distinguishes a question in every questionnaire that asks it, or from its former questionnaire."""
    old, new = entry.earlier[0], entry.later
    places = [
        (Pair(after.questions[new.id], (before.questions[old.id],), entry.origin), pairing)
        for before, after, pairing in versions
        if _asks(before, old) and _asks(after, new)
    ]
    for place, pairing in places or [(entry, Pairing((entry,), (), (), {}))]:
        for difference in find_differences(place, pairing):
            if difference.aspect is not Aspect.BOUNDS:
                yield difference


def _asks(questionnaire: Questionnaire, question: Question) -> bool:
    found = questionnaire.questions.get(question.id)
    return found is not None and found.key == question.key


def _placed(
    entry: Pair, sheet: AnswerSheet, taken: Answer | None, differences: tuple[Difference, ...]
) -> Iterator[MovedAnswer | DroppedAnswer]:
    """What becomes of the answers to the questions one question stands for; the first that fits is moved."""
    for question in entry.earlier:
        answer = sheet.get(question.key)
        if answer is None:
            continue
        found: Translated | None = translate(question, answer, entry.later, entry.origin)
        if found is None:
            yield DroppedAnswer(question, answer, Loss.DOES_NOT_FIT)
        elif taken is not None and taken != found.answer:
            yield DroppedAnswer(question, answer, Loss.MERGED)
        else:
            taken = found.answer
            yield MovedAnswer(entry.later, taken, question, answer, differences, found.left_out)
