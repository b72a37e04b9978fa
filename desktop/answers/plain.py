"""Answers from and to plain data, as files and the database hold them."""

import difflib
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.answers.values import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.decoding import as_fraction
from desktop.content.questionnaire import Choice, Question
from desktop.errors import SestanteError
from desktop.text import as_written

_RESERVED = {word.value: word for word in Reserved}
_DIGITS = 15
_DECIMAL = re.compile(rf"[-+]?[0-9]{{1,{_DIGITS}}}(\.[0-9]{{1,{_DIGITS}}})?\Z")


class AnswerError(SestanteError):
    """An answer does not fit its question; the sentence, for who writes the file, says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(as_written(sentence))


def answer_from_plain(question: Question, value: Any) -> Answer:
    """The answer written as a choice id, list of ids, number, text, row map or reserved word.

    AnswerError where it does not fit the question.
    """
    if isinstance(value, str) and value in _RESERVED and question.kind != "text":
        return _reserved(question, value)
    match question.kind:
        case "one" | "scale":
            return Chosen(_known(question, value, question.choices, "choice"))
        case "many":
            return _ticked(question, value, question.choices, "choice")
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
            return value.numerator if value.denominator == 1 else _decimal(value)
        case Text(text):
            return text


def _reserved(question: Question, word: str) -> Reserved:
    reserved = _RESERVED[word]
    if reserved is Reserved.UNKNOWN and not question.allows_unknown:
        raise AnswerError(f"question `{question.id}` must be answered; `unknown` is not possible here")
    if reserved is Reserved.NOT_APPLICABLE and not question.allows_not_applicable:
        raise AnswerError(
            f"question `{question.id}` concerns every company; `not_applicable` is not possible"
        )
    return reserved


def _known(question: Question, value: Any, choices: Iterable[Choice], what: str) -> str:
    known = [choice.id for choice in choices]
    if isinstance(value, str) and value in known:
        return value
    if not isinstance(value, str):
        kind = (
            "true/false" if isinstance(value, bool) else "a list" if isinstance(value, list) else str(value)
        )
        raise AnswerError(
            f"question `{question.id}` wants one {what} id, found {kind}; one of: {', '.join(known)}"
        )
    guess = difflib.get_close_matches(value, known, 1)
    advice = f"did you mean `{guess[0]}`?" if guess else f"one of: {', '.join(known)}"
    raise AnswerError(f"question `{question.id}` has no {what} `{value[:60]}`; {advice}")


def _ticked(question: Question, value: Any, choices: tuple[Choice, ...], what: str) -> Ticked:
    if not isinstance(value, list):
        raise AnswerError(f"question `{question.id}` wants a list of {what} ids such as [{choices[0].id}]")
    ticked = frozenset(_known(question, item, choices, what) for item in value)
    alone = [choice.id for choice in choices if choice.exclusive and choice.id in ticked]
    if alone and len(ticked) > 1:
        raise AnswerError(
            f"question `{question.id}`: `{alone[0]}` excludes all other choices; keep one or the other"
        )
    return Ticked(ticked)


def _rows(question: Question, value: Any) -> Rows:
    if not isinstance(value, Mapping):
        raise AnswerError(f"question `{question.id}` wants its rows as `row: answer`")
    known = [row.id for row in question.rows]
    rows: dict[str, Chosen | Ticked | Reserved] = {}
    for row, item in value.items():
        if row not in known:
            guess = difflib.get_close_matches(str(row), known, 1)
            advice = f"did you mean `{guess[0]}`?" if guess else f"rows are: {', '.join(known)}"
            raise AnswerError(f"question `{question.id}` has no row `{str(row)[:60]}`; {advice}")
        if isinstance(item, str) and item in _RESERVED:
            rows[row] = _reserved(question, item)
        elif question.columns:
            rows[row] = _ticked(question, item, question.columns, "column")
        else:
            rows[row] = Chosen(_known(question, item, question.choices, "step"))
    return Rows(rows)


def _number(question: Question, value: Any) -> Number:
    try:
        is_decimal = isinstance(value, str) and _DECIMAL.match(value)
        number = as_fraction(Decimal(value) if is_decimal else value)
    except ValueError:
        raise AnswerError(f"question `{question.id}` wants a number, found `{str(value)[:60]}`") from None
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        bounds = " and ".join(
            f"{word} {bound}" for word, bound in (("at least", low), ("at most", high)) if bound is not None
        )
        raise AnswerError(f"question `{question.id}` wants a number of {bounds}, found {value}")
    return Number(number)


def _decimal(value: Fraction) -> str:
    """The exact value as decimals where it has few enough of them, else as a fraction."""
    scaled = value * 10**_DIGITS
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = f"{abs(scaled.numerator):0{_DIGITS + 1}}"
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-_DIGITS]}.{digits[-_DIGITS:].rstrip('0')}"


def _text(question: Question, value: Any) -> Text:
    if not isinstance(value, str):
        raise AnswerError(f"question `{question.id}` wants a text; write it in quotes")
    if len(value) > question.maximum_length:
        raise AnswerError(
            f"question `{question.id}`: at most {question.maximum_length} characters, found {len(value)}"
        )
    return Text(value)
