"""Decoded YAML turned into typed values, with errors that say where, what, and what to write instead."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar, TypeVar

import msgspec

from desktop.content.files.allowed_words import allowed_words
from desktop.content.files.guesses import guess
from desktop.content.files.shape_words import in_plain_words, kind_name
from desktop.content.files.strict_yaml import Document, Steps
from desktop.errors import ContentError, Problem
from desktop.text import Sentence, as_written, say

Value = TypeVar("Value")

_PLACE = re.compile(r"(?P<what>.*?)(?: - at `(?P<place>.*)`)?\Z", re.DOTALL)
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_KEY = "key` in "
_UNKNOWN_FIELD = re.compile(r"Object contains unknown field `(.*)`")
_MISSING_FIELD = re.compile(r"Object missing required field `(.*)`")
_OTHER_WORD = re.compile(r"Invalid enum value '?(.*?)'?$")
_EXPECTED = re.compile(r"Expected `(.*)`, got `(.*)`")
_FRACTION = re.compile(r"(\d{1,9})/([1-9]\d{0,8})\Z")


class FileFormat(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all content files begin with; `known_formats` are those that a shape reads."""

    known_formats: ClassVar[tuple[int, ...]] = (1,)

    format: int


def decode(document: Document, shape: type[Value]) -> Value:
    """The document as a value of type `shape`; ContentError at the first entry that does not fit."""
    root = document.root
    if not isinstance(root, dict):
        raise ContentError(
            document.problem((), say("the file must hold entries such as `format: 1`"), "F001")
        )
    if issubclass(shape, FileFormat) and root.get("format") not in shape.known_formats:
        problem = document.problem(("format",), say("the first entry must be `format: 1`"), "F002")
        raise ContentError(problem)
    try:
        return msgspec.convert(root, shape, dec_hook=from_plain)
    except msgspec.ValidationError as error:
        raise ContentError(_explain(document, shape, str(error))) from None


def _message(root: Any, shape: type) -> str:
    try:
        msgspec.convert(root, shape, dec_hook=from_plain)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def from_plain(kind: type, value: Any) -> Any:
    """An exact number of what `to_plain` or an author wrote; for msgspec's `dec_hook`."""
    if kind is Fraction:
        return as_fraction(value)
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    raise NotImplementedError(f"no rule reads a {kind.__name__}")


def as_fraction(value: Any) -> Fraction:
    """An exact number from 3, 0.5 or the text "1/2"."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and (match := _FRACTION.match(value)):
        return Fraction(int(match[1]), int(match[2]))
    raise ValueError(f"Expected `Fraction`, got `{type(value).__name__}`")


def _explain(document: Document, shape: type, message: str) -> Problem:
    match = _PLACE.match(message)
    what, place = (match["what"], match["place"] or "") if match else (message, "")
    path = _named(_steps(place), document.root, shape, message)
    where = place_in_words(path)
    if unknown := _UNKNOWN_FIELD.match(what):
        name = unknown[1]
        advice = guess(name, _field_names(shape) - {name}, say("remove it or correct its name"))
        sentence = say(
            "{where}the entry `{name}` is not known; {advice}", where=where, name=name, advice=advice
        )
        return document.problem((*path, name), sentence, "F003")
    if missing := _MISSING_FIELD.match(what):
        sentence = say("{where}the entry `{name}` is missing; add it", where=where, name=missing[1])
        return document.problem(path, sentence, "F004")
    if expected := _EXPECTED.match(what):
        sentence = say(
            "{where}expected {wanted}, found {found}{hint}",
            where=where,
            wanted=kind_name(expected[1]),
            found=kind_name(expected[2]),
            hint=_hint(expected),
        )
        return document.problem(path, sentence, "F005")
    reason = in_plain_words(what)
    if other := _OTHER_WORD.match(what):
        allowed = ", ".join(allowed_words(shape, path, other[1]))
        reason = say(
            "`{found}` is not allowed here; write one of: {allowed}", found=other[1], allowed=allowed
        )
    sentence = Sentence("{where}{reason}", {"where": where, "reason": reason})
    return document.problem(path, sentence, "F006")


def _hint(expected: re.Match[str]) -> Sentence:
    if "str" in expected[1] and expected[2] in ("int", "bool", "decimal"):
        return say("; write it in quotes")
    if "Fraction" in expected[1] and expected[2] == "str":
        return say("; write it like 3, 0.5 or 1/2, with at most 15 digits")
    if "int" in expected[1] and expected[2] == "str":
        return say("; write up to 15 digits alone, such as 1200")
    return as_written("")


def place_in_words(path: Steps) -> str:
    """How a sentence about an entry begins, such as `funding[2].covers: `; list entries count from 1."""
    if not path:
        return ""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)[1:] + ": "


def _steps(place: str) -> list[str | int | None]:
    """The steps of a place as msgspec words it; None for an entry under a name, which it does not tell."""
    found = [name or (int(index) if index.isdigit() else None) for name, index in _STEP.findall(place)]
    return [*found, None] if place.startswith(_KEY) else found


def _named(steps: Sequence[str | int | None], root: Any, shape: type, message: str) -> Steps:
    """The steps with the missing names: of the first entries, the fewest that bring the same message."""
    path: list[str | int] = []
    for step in steps:
        if step is not None:
            path.append(step)
            continue
        name, root = _first_bad(root, path, shape, message)
        path.append(name)
    return tuple(path)


def _first_bad(root: Any, path: Sequence[str | int], shape: type, message: str) -> tuple[str, Any]:
    """The name at `path` whose entry brings the message, and the YAML without the entries after it."""
    node = root
    for step in path:
        node = node[step]
    names = list(node)

    def cut(end: int) -> Any:
        return _with(root, path, {name: node[name] for name in names[:end]})

    end = bisect_left(range(len(names)), 1, key=lambda end: int(_message(cut(end), shape) == message))
    return names[end - 1], cut(end)


def _with(node: Any, path: Sequence[str | int], value: Any) -> Any:
    """A copy of decoded YAML with another value at a place."""
    if not path:
        return value
    copy = node.copy()
    copy[path[0]] = _with(node[path[0]], path[1:], value)
    return copy


@cache
def _field_names(shape: type) -> frozenset[str]:
    return frozenset(_walk(msgspec.inspect.type_info(shape), set()))


def _walk(info: Any, seen: set[type]) -> Iterator[str]:
    if isinstance(info, msgspec.inspect.StructType):
        if info.cls in seen:
            return
        seen.add(info.cls)
        for entry in info.fields:
            yield entry.encode_name
            yield from _walk(entry.type, seen)
    for part in ("item_type", "value_type"):
        if inner := getattr(info, part, None):
            yield from _walk(inner, seen)
    for kind in getattr(info, "types", ()):
        yield from _walk(kind, seen)
    for kind in getattr(info, "item_types", ()):
        yield from _walk(kind, seen)


def to_json(value: Any) -> str:
    """A content value as JSON text, exact numbers as text such as "3/2"."""
    return msgspec.json.encode(value, enc_hook=to_plain, order="deterministic").decode()


def from_json(text: str, shape: type[Value]) -> Value:
    """The value that `to_json` wrote; msgspec.ValidationError where it does not fit."""
    return msgspec.json.decode(text, type=shape, dec_hook=from_plain)


def to_plain(value: Any) -> Any:
    """An exact number as a whole number or a text such as "3/2"; for msgspec's `enc_hook`."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    raise NotImplementedError(f"no rule writes a {type(value).__name__}")
