"""What was answered in the round before, said in the questions of this one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.answers import Answer, AnswerSheet
from desktop.answers.moving import Versions, move_answers
from desktop.content.questionnaires.pairing import pair
from desktop.content.questionnaires.question_differences import DECIDES_SCORES
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An answer of the round before, readable with its own questionnaire and question.

    `fits` is the answer as the question takes it today, None where it no longer does. `is_changed` says
    that the question is not quite the one of then, `is_whole` that all of the answer was taken along.
    """

    questionnaire: Questionnaire
    question: Question
    answer: Answer
    fits: Answer | None
    is_changed: bool
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class EarlierAnswers:
    """The answers of the round before by the keys of today's questions, with its stage and its day."""

    stage: str
    day: date
    answers: Mapping[QuestionKey, EarlierAnswer]


def earlier_answers(versions: Versions, sheet: AnswerSheet) -> Mapping[QuestionKey, EarlierAnswer]:
    """The answers to the first questionnaire of each pair by the keys of the second one's questions."""
    move = move_answers(versions, sheet)
    found: dict[QuestionKey, EarlierAnswer] = {}
    later = pair((old for old, _ in versions), (new for _, new in versions)).pairs
    leads_to = {each.key: entry.later.key for entry in later for each in entry.earlier}
    old = [before for before, _ in versions]
    for lost in move.dropped:
        home = _asking(old, lost.old_question)
        key = leads_to.get(lost.old_question.key)
        if home is not None and key is not None:
            found[key] = EarlierAnswer(home, lost.old_question, lost.old_answer, None, is_changed=True)
    for entry in (*move.kept, *move.changed):
        home = _asking(old, entry.old_question)
        if home is not None:
            found[entry.question.key] = EarlierAnswer(
                home,
                entry.old_question,
                entry.old_answer,
                entry.answer,
                is_changed=any(each.aspect in DECIDES_SCORES for each in entry.differences),
                is_whole=not entry.left_out,
            )
    return found


def _asking(questionnaires: Iterable[Questionnaire], question: Question) -> Questionnaire | None:
    """The first questionnaire that asks a question as it is."""
    return next((each for each in questionnaires if each.questions.get(question.id) == question), None)
