"""Answers from and to plain data, as files and the database hold them."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.answers.values import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.files.decoding import as_fraction
from desktop.content.files.guesses import guess
from desktop.content.files.yaml_writing import number_text
from desktop.content.questionnaires.questionnaire import Choice, Question
from desktop.errors import SestanteError
from desktop.text import Sentence, as_written, say

_RESERVED = {word.value: word for word in Reserved}
_DIGITS = 15
_SHOWN = 60  # characters of an answer that does not fit
_CHOICE, _COLUMN, _STEP = say("choice"), say("column"), say("step")
_DECIMAL = re.compile(rf"[-+]?[0-9]{{1,{_DIGITS}}}(\.[0-9]{{1,{_DIGITS}}})?\Z")


class AnswerError(SestanteError):
    """An answer does not fit its question; the sentence, for who writes the file, says why."""


def answer_from_plain(question: Question, value: Any) -> Answer:
    """The answer written as a choice id, list of ids, number, text, row map or reserved word.

    AnswerError where it does not fit the question.
    """
    if isinstance(value, str) and value in _RESERVED and question.kind != "text":
        return _reserved(question, value)
    match question.kind:
        case "one" | "scale":
            return Chosen(_known(question, value, question.choices, _CHOICE))
        case "many":
            return _ticked(question, value, question.choices, _CHOICE)
        case "grid":
            return _rows(question, value)
        case "number":
            return _number(question, value)
        case "text":
            return _text(question, value)


def answer_to_plain(answer: Answer) -> Any:
    """The plain form of an answer: what `answer_from_plain` reads, with lists sorted."""
    match answer:
        case Reserved():
            return answer.value
        case Chosen(choice):
            return choice
        case Ticked(choices):
            return sorted(choices)
        case Rows(rows):
            return {row: answer_to_plain(rows[row]) for row in sorted(rows)}
        case Number(value):
            return value.numerator if value.denominator == 1 else number_text(value)
        case Text(text):
            return text


def _reserved(question: Question, word: str) -> Reserved:
    reserved = _RESERVED[word]
    if reserved is Reserved.UNKNOWN and not question.allows_unknown:
        sentence = say("question `{id}` must be answered; `unknown` is not possible here", id=question.id)
        raise AnswerError(sentence)
    if reserved is Reserved.NOT_APPLICABLE and not question.allows_not_applicable:
        sentence = say(
            "question `{id}` concerns every company; `not_applicable` is not possible", id=question.id
        )
        raise AnswerError(sentence)
    return reserved


def _known(question: Question, value: Any, choices: Iterable[Choice], what: Sentence) -> str:
    known = [choice.id for choice in choices]
    if isinstance(value, str) and value in known:
        return value
    there_are = say("one of: {known}", known=", ".join(known))
    if isinstance(value, str):
        sentence = say(
            "question `{id}` has no {what} `{name}`; {advice}",
            id=question.id,
            what=what,
            name=value[:_SHOWN],
            advice=guess(value, known, there_are),
        )
        raise AnswerError(sentence)
    sentence = say(
        "question `{id}` needs one {what} by its id, found {found}; {advice}",
        id=question.id,
        what=what,
        found=_kind_of(value),
        advice=there_are,
    )
    raise AnswerError(sentence)


def _kind_of(value: Any) -> Sentence:
    if isinstance(value, bool):
        return say("true or false")
    return say("a list") if isinstance(value, list) else as_written(str(value)[:_SHOWN])


def _ticked(question: Question, value: Any, choices: tuple[Choice, ...], what: Sentence) -> Ticked:
    if not isinstance(value, list):
        sentence = say(
            "question `{id}` wants a list of ids such as [{first}]", id=question.id, first=choices[0].id
        )
        raise AnswerError(sentence)
    ticked = frozenset(_known(question, item, choices, what) for item in value)
    alone = [choice.id for choice in choices if choice.exclusive and choice.id in ticked]
    if alone and len(ticked) > 1:
        sentence = say(
            "question `{id}`: `{alone}` excludes all other choices; keep one or the other",
            id=question.id,
            alone=alone[0],
        )
        raise AnswerError(sentence)
    return Ticked(ticked)


def _rows(question: Question, value: Any) -> Rows:
    if not isinstance(value, Mapping):
        raise AnswerError(say("question `{id}` wants its rows as `row: answer`", id=question.id))
    known = [row.id for row in question.rows]
    rows: dict[str, Chosen | Ticked | Reserved] = {}
    for row, item in value.items():
        if row not in known:
            there_are = say("rows are: {known}", known=", ".join(known))
            sentence = say(
                "question `{id}` has no row `{row}`; {advice}",
                id=question.id,
                row=str(row)[:_SHOWN],
                advice=guess(str(row), known, there_are),
            )
            raise AnswerError(sentence)
        if isinstance(item, str) and item in _RESERVED:
            rows[row] = _reserved(question, item)
        elif question.columns:
            rows[row] = _ticked(question, item, question.columns, _COLUMN)
        else:
            rows[row] = Chosen(_known(question, item, question.choices, _STEP))
    return Rows(rows)


def _number(question: Question, value: Any) -> Number:
    try:
        is_decimal = isinstance(value, str) and _DECIMAL.match(value)
        number = as_fraction(Decimal(value) if is_decimal else value)
    except ValueError:
        sentence = say(
            "question `{id}` wants a number, found `{value}`", id=question.id, value=str(value)[:_SHOWN]
        )
        raise AnswerError(sentence) from None
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        sentence = say(
            "question `{id}` wants a number of {bounds}, found {value}",
            id=question.id,
            bounds=_bounds(low, high),
            value=as_written(str(value)),
        )
        raise AnswerError(sentence)
    return Number(number)


def _bounds(low: Fraction | None, high: Fraction | None) -> Sentence:
    at_least, at_most = say("at least {low}", low=low), say("at most {high}", high=high)
    if low is None:
        return at_most
    return at_least if high is None else say("{low} to {high}", low=low, high=high)


def _text(question: Question, value: Any) -> Text:
    if not isinstance(value, str):
        raise AnswerError(say("question `{id}` wants a text; write it in quotes", id=question.id))
    if len(value) > question.maximum_length:
        sentence = say(
            "question `{id}`: at most {most} characters, found {count}",
            id=question.id,
            most=question.maximum_length,
            count=len(value),
        )
        raise AnswerError(sentence)
    return Text(value)
