"""Questionnaires written as YAML, as an author would, for the strict reader to read back."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

import msgspec

from desktop.content.questionnaires.questionnaire_file import QuestionnaireFile, QuestionnaireTextFile

_WIDTH = 130
_DIGITS = 15  # of the whole part and of the decimals, each; the reader accepts no more
_FOLDED_FROM = 100
_LISTS_OF_LINES = frozenset({"levels", "dimensions", "choices", "rows", "columns", "bands"})
_IN_ONE_LINE = frozenset({"when", "competences", "nist_csf", "digcomp", "words", "languages"})
_SPACED = frozenset({"scoring", "levels", "dimensions", "scales", "sections", "glossary", "questions"})
_MISREAD = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_PLAIN_FIRST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PLAIN = _PLAIN_FIRST | frozenset("0123456789-_./")


def structure_to_yaml(file: QuestionnaireFile, comments: Sequence[str] = ()) -> str:
    """The structure file; each of the `comments` becomes a line at its top."""
    return _document(to_entries(file), comments)


def texts_to_yaml(file: QuestionnaireTextFile, comments: Sequence[str] = ()) -> str:
    """A text file; every text stands in quotes or is folded."""
    entries = to_entries(file)
    marks = entries.pop("translated_from", None)
    return _document(entries | ({"translated_from": marks} if marks else {}), comments)


def flow(value: Any) -> str:
    """Plain entries in one line: `{question: backup, in: [none]}`."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{_word(str(key))}: {flow(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(flow(item) for item in value) + "]"
        case bool():
            return "true" if value else "false"
        case Fraction() | int():
            return number_text(Fraction(value))
    return _word(str(value))


def number_text(value: Fraction) -> str:
    """An exact number as authors write it: 2, 0.5 or 2/3."""
    if value.denominator == 1:
        return str(value.numerator)
    scaled = value * 10**_DIGITS
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = f"{abs(scaled.numerator):0{_DIGITS + 1}}"
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-_DIGITS]}.{digits[-_DIGITS:].rstrip('0')}"


def to_entries(value: Any) -> Any:
    """A content value as the entries of a file; what has its default is left out."""
    match value:
        case msgspec.Struct():
            return {
                field.encode_name: to_entries(found)
                for field in _fields(type(value))
                if (found := getattr(value, field.name)) != _default(field)
            }
        case Mapping():
            return {key: to_entries(item) for key, item in value.items()}
        case tuple() | list():
            return [to_entries(item) for item in value]
    return value


@cache
def _fields(shape: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(shape)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default


def _document(entries: Mapping[str, Any], comments: Sequence[str]) -> str:
    lines = [_comment(comment) for comment in comments]
    for key, value in entries.items():
        if key in _SPACED or key == "translated_from":
            lines.append("")
        lines.extend(_entry(key, value, 0))
    return "\n".join([*lines, ""])


def _comment(text: str) -> str:
    """A comment of one line, without what YAML refuses even there."""
    line = " ".join(text.split())
    return "# " + "".join(letter for letter in line if letter.isprintable())[:_WIDTH]


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    """One `key: value`, on as many lines as it takes."""
    start = " " * indent + _word(key) + ":"
    in_line = flow(value) if isinstance(value, Mapping | list) else ""
    if not isinstance(value, Mapping | list):
        yield from _scalar(start, key, value, indent)
    elif not value or (key in _IN_ONE_LINE and len(start) + len(in_line) < _WIDTH):
        yield f"{start} {in_line}"
    elif isinstance(value, Mapping):
        yield start
        for name, item in value.items():
            yield from _entry_of(key, name, item, indent + 2)
    else:
        yield start
        yield from _items(value, indent + 2, is_line_each=key in _LISTS_OF_LINES)


def _entry_of(parent: str, name: str, item: Any, indent: int) -> Iterator[str]:
    if parent == "scales" and isinstance(item, list):
        yield " " * indent + _word(name) + ":"
        yield from _items(item, indent + 2, is_line_each=True)
        return
    yield from _entry(name, item, indent)


def _items(values: Iterable[Any], indent: int, *, is_line_each: bool) -> Iterator[str]:
    for value in values:
        line = flow(value)
        if is_line_each or not isinstance(value, Mapping) or _is_leaf(value, indent, line):
            yield f"{' ' * indent}- {line}"
            continue
        lines = [line for key, item in value.items() for line in _entry(key, item, indent + 2)]
        yield f"{' ' * indent}- {lines[0][indent + 2 :]}"
        yield from lines[1:]


def _is_leaf(value: Mapping[str, Any], indent: int, line: str) -> bool:
    """Whether an item is a part of a condition that fits in its line."""
    return not {"kind", "use", "questions"} & value.keys() and indent + len(line) < _WIDTH


def _scalar(start: str, key: str, value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, bool | int | Fraction) or (isinstance(value, str) and _is_word_of(key, value)):
        yield f"{start} {flow(value)}"
    elif _can_fold(value):
        yield f"{start} >-"
        width = _WIDTH - indent - 2
        for line in textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False):
            yield f"{' ' * (indent + 2)}{line}"
    else:
        yield f"{start} {quoted(value)}"


def _is_word_of(key: str, value: str) -> bool:
    names = {"id", "kind", "dimension", "scale", "use", "language", "source_language"}
    return key in names | {"unanswered", "answered_by", "question", "company"} and _word(value) == value


def _can_fold(text: str) -> bool:
    """Whether the text reads the same after it was wrapped and folded: single spaces, nothing to escape."""
    return len(text) > _FOLDED_FROM and text.isprintable() and text == " ".join(text.split())


def _word(text: str) -> str:
    is_plain = text[:1] in _PLAIN_FIRST and _PLAIN.issuperset(text) and text.lower() not in _MISREAD
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes; what no page can show is escaped, as JSON and YAML both do."""
    if text.isprintable() and all(ord(letter) <= 0xFFFF for letter in text):  # noqa: PLR2004 - the first plane
        return json.dumps(text, ensure_ascii=False)
    return "".join(_escaped(letter) for letter in json.dumps(text, ensure_ascii=False))


def _escaped(letter: str) -> str:
    if letter.isprintable():
        return letter
    return f"\\U{ord(letter):08x}"
