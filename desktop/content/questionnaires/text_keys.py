"""The texts of a text file under flat keys such as `questions.backup.choices.nothing.text`, and back."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from desktop.content.files.decoding import from_plain
from desktop.content.questionnaires.questionnaire_file import QuestionnaireTextFile

_PARTS = ("levels", "dimensions", "scales", "sections", "glossary", "questions")
_LABELS = ("choices", "rows", "columns")
_LABEL_DEPTH = 4  # questions.backup.choices.nothing
_STEP_DEPTH = 3  # scales.habit.never
_OPTIONAL = {"hint", "why", "help"}


def texts_by_key(file: QuestionnaireTextFile) -> dict[str, str]:
    """Every text of the file in its order, empty ones included; a label has the keys `.text` and `.help`."""
    plain: Mapping[str, Any] = msgspec.to_builtins(file)
    return dict(_leaves({name: plain[name] for name in ("title", "summary", *_PARTS)}, ()))


def _leaves(node: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        below = (*path, name)
        if isinstance(value, Mapping):
            yield from _leaves(value, below)
        elif _is_label(below):
            yield ".".join((*below, "text")), value
        else:
            yield ".".join(below), value


def _is_label(path: tuple[str, ...]) -> bool:
    if path[0] == "scales":
        return len(path) == _STEP_DEPTH
    return path[0] == "questions" and len(path) == _LABEL_DEPTH and path[2] in _LABELS


def block_of(key: str) -> str:
    """The block that is stamped as a whole: `questions.backup` of `questions.backup.why`."""
    return ".".join(key.split(".")[:2])


def is_optional(key: str) -> bool:
    """Whether a file may do without the text."""
    path = key.split(".")
    return path[-1] in _OPTIONAL or (path[0] == "sections" and path[-1] == "about")


def plain_texts(texts: Mapping[str, str]) -> dict[str, Any]:
    """The entries of a text file that hold these texts; labels without a second line become plain texts."""
    root: dict[str, Any] = {}
    for key, text in texts.items():
        *above, last = key.split(".")
        node = root
        for name in above:
            node = node.setdefault(name, {})
        node[last] = text
    for steps in root.get("scales", {}).values():
        _shorten(steps)
    for question in root.get("questions", {}).values():
        for kind in _LABELS:
            _shorten(question.get(kind, {}))
    return root


def _shorten(labels: dict[str, Any]) -> None:
    for name, label in labels.items():
        if isinstance(label, dict) and set(label) == {"text"}:
            labels[name] = label["text"]


def text_file(
    language: str, texts: Mapping[str, str], marks: Mapping[str, str] | None = None
) -> QuestionnaireTextFile:
    """The text file that holds these texts; msgspec.ValidationError where a required one is missing."""
    empty: dict[str, Any] = {part: {} for part in _PARTS}
    head = {"format": 1, "language": language, "translated_from": dict(marks or {})}
    return msgspec.convert(head | empty | plain_texts(texts), QuestionnaireTextFile, dec_hook=from_plain)
