"""A text file of a questionnaire written as YAML, for people to read and correct."""

import json
import operator
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile
from typing import Any

from desktop.content.files.strict_yaml import Steps
from desktop.content.questionnaires.text_keys import plain_texts
from desktop.content.questionnaires.text_layout import Layout

_WIDTH = 120
_PARTS = ("levels", "dimensions", "scales", "sections", "glossary", "questions")


def write_texts(language: str, texts: Mapping[str, str], marks: Mapping[str, str], layout: Layout) -> str:
    """The YAML of texts by key; entries that are as they were keep the lines of `layout`."""
    plain = plain_texts(texts)
    lines = [*layout.remarks(("format",)), "format: 1", *layout.remarks(("language",))]
    lines.append(f"language: {language}")
    for name in ("title", "summary"):
        lines.extend(_entry((name,), plain[name], layout))
    for part in _PARTS:
        if plain.get(part):
            lines += _apart(_entry((part,), plain[part], layout))
    if marks:
        lines += _apart([*layout.remarks(("translated_from",)), "translated_from:"])
        lines += [f"  {name}: '{value}'" for name, value in marks.items()]
    return "\n".join([*lines, ""])


def _apart(lines: Iterable[str]) -> Iterator[str]:
    """The lines after an empty one."""
    yield ""
    yield from dropwhile(operator.not_, lines)


def _entry(path: Steps, value: Any, layout: Layout) -> Iterator[str]:
    indent = "  " * (len(path) - 1)
    yield from (indent + remark if remark else "" for remark in layout.remarks(path))
    unchanged = layout.unchanged(path, value, indent)
    if unchanged is not None:
        yield from unchanged
        return
    name = _key(str(path[-1]))
    if not isinstance(value, Mapping):
        yield from _text(f"{indent}{name}:", value, indent + "  ")
        return
    yield f"{indent}{name}:"
    for below, part in value.items():
        yield from _entry((*path, below), part, layout)


def _key(name: str) -> str:
    return f'"{name}"' if name in ("true", "false", "null") else name


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    """A text in quotation marks, or folded where it is long and nothing in it would be lost by that."""
    words = textwrap.wrap(
        text, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )
    if len(start) + len(text) > _WIDTH and text.isprintable() and " ".join(words) == text:
        yield f"{start} >-"
        yield from (indent + line for line in words)
    else:
        yield f"{start} {_quoted(text)}"


def _quoted(text: str) -> str:
    """The text as a YAML scalar of one line; what cannot be seen is written as its number."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else _escape(ord(letter)) for letter in written)


def _escape(number: int) -> str:
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - YAML's two sizes
