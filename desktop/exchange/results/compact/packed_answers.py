"""The answers to one questionnaire in few bytes: choices as digits, numbers and texts beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.answers import (
    Answer,
    Chosen,
    Number,
    Reserved,
    Rows,
    Text,
    Ticked,
    answer_from_plain,
    answer_to_plain,
)
from desktop.content.questionnaires.questionnaire import Choice, Question, Questionnaire
from desktop.exchange.results.compact.digits import Digits, pack_digits

_UNANSWERED: tuple[None] = (None,)


@dataclass(frozen=True, slots=True)
class PackedAnswers:
    """What `answers` cannot hold stands in `numbers` and `texts`, in the order of the questions.

    A text that was left out is None.
    """

    answers: bytes
    numbers: tuple[int | str, ...]
    texts: tuple[str | None, ...]


def pack_answers(questionnaire: Questionnaire, plain: Mapping[str, Any]) -> PackedAnswers:
    """The answers by question id in plain form; AnswerError where one does not fit its question."""
    given = {
        name: answer_from_plain(question, plain[name])
        for name, question in questionnaire.questions.items()
        if name in plain
    }
    questions = questionnaire.questions.items()
    return PackedAnswers(
        pack_digits(digit for name, question in questions for digit in _digits_of(question, given.get(name))),
        tuple(answer_to_plain(each) for each in given.values() if isinstance(each, Number)),
        tuple(each.text for each in given.values() if isinstance(each, Text)),
    )


def unpack_answers(questionnaire: Questionnaire, packed: PackedAnswers) -> dict[str, Any]:
    """The answers by question id in plain form, without texts that were left out.

    ValueError, TypeError, StopIteration or AnswerError where they are no answers to this questionnaire.
    """
    digits, numbers, texts = Digits(packed.answers), iter(packed.numbers), iter(packed.texts)
    found: dict[str, Any] = {}
    for name, question in questionnaire.questions.items():
        if question.kind == "number":
            value = _taken_number(question, digits, numbers)
        elif question.kind == "text":
            value = next(texts) if digits.take(2) else None
        else:
            value = _taken(question, digits)
        if value is not None:
            found[name] = answer_to_plain(answer_from_plain(question, value))
    digits.refuse_more()
    if [*numbers, *texts]:
        raise ValueError("answers are left over")
    return found


def _words(question: Question) -> tuple[Reserved | None, ...]:
    """What a question or row can have instead of an answer of its own; the first is no answer."""
    offered = (
        (Reserved.UNKNOWN, question.allows_unknown),
        (Reserved.NOT_APPLICABLE, question.allows_not_applicable),
    )
    return (*_UNANSWERED, *(word for word, is_offered in offered if is_offered))


def _digits_of(question: Question, answer: Answer | None) -> Iterator[tuple[int, int]]:
    if question.kind == "text":
        yield int(answer is not None), 2
    elif question.kind in ("number", "grid"):
        words = _words(question)
        is_word = answer is None or isinstance(answer, Reserved)
        yield (words.index(answer) if is_word else len(words)), len(words) + 1
        if isinstance(answer, Rows):
            for row in question.rows:
                yield _digit(question, question.columns, answer.rows.get(row.id))
    else:
        yield _digit(question, question.choices if question.kind == "many" else (), answer)


def _digit(question: Question, ticks: tuple[Choice, ...], answer: Answer | None) -> tuple[int, int]:
    """The digit of one answer or row, and its radix; of `ticks` several can be chosen."""
    words = _words(question)
    radix = len(words) + (2 ** len(ticks) if ticks else len(question.choices))
    match answer:
        case Ticked(choices):
            ticked = sum(1 << place for place, choice in enumerate(ticks) if choice.id in choices)
            return len(words) + ticked, radix
        case Chosen(name):
            return len(words) + [choice.id for choice in question.choices].index(name), radix
        case Reserved() | None:
            return words.index(answer), radix
        case _:
            raise TypeError(answer)


def _taken_number(question: Question, digits: Digits, numbers: Iterator[int | str]) -> Any:
    words = _words(question)
    digit = digits.take(len(words) + 1)
    return next(numbers) if digit == len(words) else _word(words[digit])


def _taken(question: Question, digits: Digits) -> Any:
    if question.kind != "grid":
        return _taken_item(question, question.choices if question.kind == "many" else (), digits)
    words = _words(question)
    digit = digits.take(len(words) + 1)
    if digit < len(words):
        return _word(words[digit])
    rows = {row.id: _taken_item(question, question.columns, digits) for row in question.rows}
    return {row: value for row, value in rows.items() if value is not None}


def _taken_item(question: Question, ticks: Sequence[Choice], digits: Digits) -> Any:
    words = _words(question)
    digit = digits.take(len(words) + (2 ** len(ticks) if ticks else len(question.choices)))
    if digit < len(words):
        return _word(words[digit])
    place = digit - len(words)
    return _ticked(ticks, place) if ticks else question.choices[place].id


def _ticked(ticks: Iterable[Choice], mask: int) -> list[str]:
    return [choice.id for place, choice in enumerate(ticks) if mask >> place & 1]


def _word(word: Reserved | None) -> str | None:
    return None if word is None else word.value
