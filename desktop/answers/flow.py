"""What is asked of this company: which questions are shown, which are answered, which comes next."""

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.answers.values import Answer, AnswerSheet, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.company import Company
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.content.questionnaires.questionnaire_file import Condition


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions may know of the company."""

    headcount: Fraction
    sector: str | None
    size_class: str
    it_staff: Fraction

    @classmethod
    def of(cls, company: Company) -> "Facts":
        """The facts of a company."""
        return cls(
            Fraction(company.headcount), company.sector, company.size_class, Fraction(company.people.it)
        )


@dataclass(frozen=True)
class Visibility:
    """The questions shown, and the hidden follow-ups that still count.

    `closed` are hidden only by the answer to their opener, `waiting` perhaps by a fact that nobody has told.
    """

    shown: tuple[Question, ...]
    closed: frozenset[str]
    waiting: frozenset[str]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the shown questions."""
        return frozenset(question.id for question in self.shown)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the shown questions have an answer, and the minutes the others still take."""

    answered: int
    shown: int
    minutes_left: int


def shown_questions(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> tuple[Question, ...]:
    """The questions asked, in order. Hidden ones count as unanswered for the conditions of later ones."""
    return visibility(questionnaire, sheet, facts).shown


def visibility(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> Visibility:
    """Which questions are asked, and which hidden follow-ups a better answer to their opener would show."""
    visible: dict[str, Answer | None] = {}
    shown = []
    closed: set[str] = set()
    waiting: set[str] = set()
    for question in questionnaire.questions.values():
        opener = question.opened_by
        if opener is not None and opener not in visible:
            continue
        is_asked = question.when is None or _holds(question.when, visible, facts)
        if is_asked is True:
            visible[question.id] = sheet.get(question.key)
            shown.append(question)
        elif opener is not None and question.when is not None:
            if is_asked is None and isinstance(visible[opener], Chosen | Ticked | Number):
                waiting.add(question.id)
                continue
            could_be = _could_be_asked(question.when, questionnaire.questions[opener], visible, facts)
            if could_be is not False:
                (waiting if could_be is None else closed).add(question.id)
    return Visibility(tuple(shown), frozenset(closed), frozenset(waiting))


def _could_be_asked(
    when: Condition, opener: Question, visible: dict[str, Answer | None], facts: Facts
) -> bool | None:
    """Whether another answer to its opener would show a follow-up; None where an untold fact decides."""
    others = (ChainMap({opener.id: answer}, visible) for answer in _other_answers(opener, when))
    found = {_holds(when, other, facts) for other in others}
    return True if True in found else None if None in found else False


def _other_answers(opener: Question, when: Condition) -> Iterator[Answer | None]:
    """Answers to an opener of which one meets a condition on it if any does."""
    for choice in opener.choices:
        yield Chosen(choice.id)
        yield Ticked(frozenset({choice.id}))
    if opener.kind == "number":
        for bound in _bounds(when, opener.id):
            yield from (Number(bound - 1), Number(bound), Number(bound + 1))


def _bounds(condition: Condition, question: str) -> Iterator[Fraction]:
    """The numbers a condition compares a question with."""
    if condition.question == question:
        yield from (bound for bound in (condition.at_least, condition.at_most) if bound is not None)
    for part in condition.parts():
        yield from _bounds(part, question)


def has_answer(question: Question, sheet: AnswerSheet) -> bool:
    """Whether a question is answered; a grid only once every row is."""
    answer = sheet.get(question.key)
    if isinstance(answer, Rows) and not question.columns:
        return all(row.id in answer.rows for row in question.rows)
    return answer is not None


def progress(questions: tuple[Question, ...], sheet: AnswerSheet) -> Progress:
    """The progress over some shown questions."""
    is_open = [question for question in questions if not has_answer(question, sheet)]
    often = Counter((q.minutes.numerator, q.minutes.denominator) for q in is_open)
    minutes = -(-sum((count * Fraction(*each) for each, count in often.items()), Fraction(0)) // 1)
    return Progress(len(questions) - len(is_open), len(questions), int(minutes))


def next_open(
    questions: tuple[Question, ...], sheet: AnswerSheet, after: str | None = None
) -> Question | None:
    """The first unanswered question after a question, else the first of all, else None."""
    ids = [question.id for question in questions]
    start = ids.index(after) + 1 if after in ids else 0
    for question in (*questions[start:], *questions[:start]):
        if not has_answer(question, sheet):
            return question
    return None


def _holds(condition: Condition, visible: Mapping[str, Answer | None], facts: Facts) -> bool | None:
    """True, False, or None where an answer is still missing."""
    if condition.all is not None:
        return _every(_holds(part, visible, facts) for part in condition.all)
    if condition.any is not None:
        nobody = _every(_negated(_holds(part, visible, facts)) for part in condition.any)
        return _negated(nobody)
    if condition.not_ is not None:
        return _negated(_holds(condition.not_, visible, facts))
    if condition.company is not None:
        return _test(condition, getattr(facts, condition.company))
    answer = visible.get(condition.question or "")
    if condition.answered is not None:
        return (answer is not None) is condition.answered
    return _test_answer(condition, answer)


def _every(values: Iterator[bool | None]) -> bool | None:
    found = list(values)
    if False in found:
        return False
    return None if None in found else True


def _negated(value: bool | None) -> bool | None:  # noqa: FBT001 - a truth value is what it negates
    return None if value is None else not value


def _test_answer(condition: Condition, answer: Answer | None) -> bool | None:
    match answer:
        case None | Reserved() | Rows():
            return None
        case Chosen(choice):
            return _test(condition, choice)
        case Number(value):
            return _test(condition, value)
        case Text(text):
            return _test(condition, text)
        case Ticked(choices):
            if condition.in_ is not None:
                return not choices.isdisjoint(condition.in_)
            return choices.isdisjoint(condition.not_in or ())


def _test(condition: Condition, value: str | Fraction | None) -> bool | None:
    if value is None:
        return None
    if condition.in_ is not None:
        return value in condition.in_
    if condition.not_in is not None:
        return value not in condition.not_in
    if isinstance(value, str):
        return None
    if condition.at_least is not None:
        return value >= condition.at_least
    return condition.at_most is not None and value <= condition.at_most
