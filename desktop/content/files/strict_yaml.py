"""YAML read strictly: bounded, no anchors, aliases, tags or doubled keys, and every value knows its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from yaml import events

from desktop.content.files.yaml_reasons import reason_and_line
from desktop.errors import ContentError, Problem, system_reason
from desktop.text import Sentence, say

MAXIMUM_BYTES = 2_000_000
MAXIMUM_DEPTH = 14
MAXIMUM_NODES = 120_000
MAXIMUM_SCALAR = 20_000

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})\Z")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
_WORDS = {"": None, "null": None, "~": None, "true": True, "false": False}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_KEY = object()

Steps = tuple[str | int, ...]


@dataclass(slots=True)
class Document:
    """The decoded value of one YAML file, with the line of every entry."""

    file: str
    root: Any = None
    _lines: dict[int, Any] = field(default_factory=dict)

    def line(self, path: Steps) -> int:
        """The line (from 1) of the value at `path`, or of the nearest enclosing entry that exists."""
        value, line = self.root, 1
        for step in path:
            lines = self._lines.get(id(value))
            try:
                line = lines[step]  # type: ignore[index]
                value = value[step]
            except (KeyError, IndexError, TypeError):
                break
        return line

    def problem(self, path: Steps, sentence: Sentence, code: str, *, is_warning: bool = False) -> Problem:
        """A problem at the line of `path`."""
        return Problem(self.file, self.line(path), sentence, code, is_warning, path)


def read_yaml(path: Path, *, name: str | None = None) -> Document:
    """The document in the file at `path`; ContentError with file, line and remedy where it is refused."""
    file = name or str(path)
    try:
        if path.exists() and not path.is_file():
            raise _refusal(file, 0, say("this is not a file that can be read; name a YAML file"), "Y002")
        size = path.stat().st_size if path.exists() else 0
        if size > MAXIMUM_BYTES:
            raise _refusal(
                file,
                0,
                say(
                    "the file has {size} bytes; at most {most} are read",
                    size=size,
                    most=MAXIMUM_BYTES,
                ),
                "Y001",
            )
        with path.open("rb") as stream:
            data = stream.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise _refusal(file, 0, say("there is no such file; check the name"), "Y002") from None
    except OSError as error:
        raise _refusal(
            file, 0, say("the file cannot be read: {reason}", reason=system_reason(error)), "Y002"
        ) from None
    return parse_yaml(data, file)


def parse_yaml(data: bytes, file: str) -> Document:
    """The document in `data`; `file` is the name used in messages."""
    if len(data) > MAXIMUM_BYTES:
        raise _refusal(
            file,
            0,
            say("the file is too large; at most {most} bytes are read", most=MAXIMUM_BYTES),
            "Y001",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(
            file, line, say("the text is not UTF-8; save the file with the encoding UTF-8"), "Y003"
        ) from None
    document = Document(file)
    try:
        _build(yaml.parse(text, Loader=_LOADER), document)
    except yaml.YAMLError as error:
        reason, line = reason_and_line(error, text)
        raise _refusal(file, line, say("this is not valid YAML: {reason}", reason=reason), "Y004") from None
    return document


def _refusal(file: str, line: int, sentence: Sentence, code: str) -> ContentError:
    return ContentError(Problem(file, line, sentence, code))


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    value: Any
    lines: Any
    key: Any = _NO_KEY


def _build(stream: Iterator[events.Event], document: Document) -> None:
    stack: list[_Open] = []
    nodes = documents = 0
    for event in stream:
        line = event.start_mark.line + 1 if event.start_mark else 0
        kind = type(event)
        if kind is events.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _refusal(
                    document.file, line, say("only one document a file; remove the line `---`"), "Y006"
                )
        elif kind in (events.MappingEndEvent, events.SequenceEndEvent):
            stack.pop()
        elif isinstance(event, events.NodeEvent):
            nodes += 1
            if nodes > MAXIMUM_NODES:
                raise _refusal(
                    document.file,
                    line,
                    say("more than {most} entries", most=MAXIMUM_NODES),
                    "Y007",
                )
            value = _value(event, document.file, line)
            _place(value, line, stack, document)
            if isinstance(value, dict | list):
                _open(value, line, stack, document)


def _open(value: Any, line: int, stack: list[_Open], document: Document) -> None:
    if len(stack) >= MAXIMUM_DEPTH:
        raise _refusal(
            document.file,
            line,
            say("nested deeper than {most} levels", most=MAXIMUM_DEPTH),
            "Y005",
        )
    lines: Any = {} if isinstance(value, dict) else []
    document._lines[id(value)] = lines
    stack.append(_Open(value, lines))


def _value(event: events.NodeEvent, file: str, line: int) -> Any:
    if isinstance(event, events.AliasEvent) or event.anchor:
        raise _refusal(
            file, line, say("anchors (&) and aliases (*) are not allowed; write the text out"), "Y008"
        )
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        raise _refusal(file, line, say("tags such as {tag} are not allowed; remove it", tag=tag), "Y009")
    if isinstance(event, events.MappingStartEvent):
        return {}
    if not isinstance(event, events.ScalarEvent):
        return []
    text: str = event.value
    if len(text) > MAXIMUM_SCALAR:
        raise _refusal(
            file,
            line,
            say(
                "a text of {count} characters; at most {most}",
                count=len(text),
                most=MAXIMUM_SCALAR,
            ),
            "Y010",
        )
    return text if event.style else _plain(text)


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text


def _place(value: Any, line: int, stack: list[_Open], document: Document) -> None:
    if not stack:
        document.root = value
        return
    parent = stack[-1]
    if isinstance(parent.value, list):
        parent.value.append(value)
        parent.lines.append(line)
    elif parent.key is _NO_KEY:
        parent.key = _key(value, line, parent, document.file)
        parent.lines[parent.key] = line
    else:
        parent.value[parent.key] = value
        parent.key = _NO_KEY


def _key(value: Any, line: int, parent: _Open, file: str) -> str:
    if isinstance(value, dict | list):
        raise _refusal(file, line, say("a key must be a plain word"), "Y011")
    key = value if isinstance(value, str) else "" if value is None else str(value).lower()
    if key == "<<":
        raise _refusal(file, line, say("merge keys (<<) are not allowed; write the entries out"), "Y008")
    if key in parent.lines:
        first = parent.lines[key]
        raise _refusal(
            file,
            line,
            say("the key `{key}` is already in line {first}; keep one of the two", key=key, first=first),
            "Y012",
        )
    return key
