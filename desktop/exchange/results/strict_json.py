"""JSON from strangers, read strictly: bounded in depth and numbers, and no entry stands twice."""

import json
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from desktop.errors import SestanteError
from desktop.text import say

MOST_LEVELS = 16
MOST_VALUES = 200_000
MOST_DIGITS = 15
_LONGEST_DECIMAL = 40
_HIGHEST_DECIMAL = 1e15
_MARKS = re.compile(r'"(?:[^"\\]|\\.?)*+"?|[\[{\]}]', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}
_TOO_DEEP = say("its entries are nested more than {most} levels deep", most=MOST_LEVELS)
_TOO_MANY = say("it holds more than {most} values", most=MOST_VALUES)
_TOO_LARGE = say("the number {number} is too long", number="")
_NO_NUMBER = say("`{word}` is not a number", word="")
_TWICE = say("the entry `{name}` appears twice", name="")
_NO_TEXT = say("it is not text in UTF-8")
_HALF = say("a text contains an incomplete character")
_NO_JSON = say("it is not JSON at character {place}", place=0)


class UnfitError(SestanteError):
    """Why a line cannot be read, as part of a sentence."""


def read_strictly(line: bytes) -> Any:
    """The value in one line of JSON: dicts, lists, texts, numbers; UnfitError says what is wrong.

    Whole numbers have at most 15 digits, others are finite floats below 10 to the power of 15.
    """
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise UnfitError(_NO_TEXT) from None
    _refuse_bombs(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_once_each,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=_refuse_word,
        )
    except json.JSONDecodeError as error:
        raise UnfitError(_NO_JSON, place=error.pos + 1) from None
    if "\\u" in text:
        _refuse_half_characters(value)
    return value


def _refuse_bombs(text: str) -> None:
    """What would only fill the memory is refused before anything is made of it."""
    if text.count(",") + text.count("[") + text.count("{") > MOST_VALUES:
        raise UnfitError(_TOO_MANY)
    depth = 0
    for match in _MARKS.finditer(text):
        depth += _STEPS.get(match[0], 0)
        if depth > MOST_LEVELS:
            raise UnfitError(_TOO_DEEP)


def _once_each(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise UnfitError(_TWICE, name=name)
        found[name] = value
    return found


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > MOST_DIGITS:
        raise UnfitError(_TOO_LARGE, number=text)
    return int(text)


def _decimal(text: str) -> float:
    value = float(text) if len(text) <= _LONGEST_DECIMAL else _HIGHEST_DECIMAL
    if abs(value) >= _HIGHEST_DECIMAL:
        raise UnfitError(_TOO_LARGE, number=text)
    return value


def _refuse_word(word: str) -> NoReturn:
    raise UnfitError(_NO_NUMBER, word=word)


def _refuse_half_characters(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise UnfitError(_HALF) from None
