"""Lists of hubs, labs and funding joined by the ids of their entries, so that a pack need not repeat them."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.files.yaml_writing import quoted
from desktop.errors import ContentError, Problem
from desktop.text import say

_MERGED = {
    "network/hubs": ("hubs",),
    "network/labs": ("labs",),
    "network/funding": ("rules", "funding"),
}
_LANGUAGES = "languages"


def is_merged(name: str) -> bool:
    """Whether the entries of two files of this path are joined."""
    folder, _, file = name.rpartition("/")
    return name.endswith(".yaml") and f"{folder}/{file.partition('.')[0]}" in _MERGED


def merged_entries(former: bytes, later: bytes, name: str) -> bytes:
    """Both files in one: entries of the later one take the place of those of the same id, others follow.

    What a file says besides is as in the former one. ContentError where one of them cannot be read.
    """
    first, second = _entries(former, name), _entries(later, name)
    joined = {**first}
    for key, value in second.items():
        joined[key] = _joined(key, first[key], value) if key in first else value
    return _as_yaml(joined)


def _entries(data: bytes, name: str) -> dict[str, Any]:
    root = parse_yaml(data, name).root
    if not isinstance(root, dict):
        sentence = say("the file must hold entries such as `format: 1`")
        raise ContentError(Problem(name, 1, sentence, "F001"))
    return root


def _joined(key: str, former: Any, later: Any) -> Any:
    if isinstance(former, dict) and isinstance(later, dict):
        return {**former, **later}
    if isinstance(former, list) and isinstance(later, list):
        return _languages(former, later) if key == _LANGUAGES else _by_id(former, later)
    return former


def _languages(former: list[Any], later: list[Any]) -> list[Any]:
    return [*former, *(each for each in later if each not in former)]


def _by_id(former: list[Any], later: list[Any]) -> list[Any]:
    """An id that stands twice in the later list stays twice, to be found by the check."""
    new = {_id(entry) for entry in later}
    return [*(entry for entry in former if _id(entry) is None or _id(entry) not in new), *later]


def _id(entry: Any) -> str | None:
    found = entry.get("id") if isinstance(entry, dict) else None
    return found if isinstance(found, str) else None


def _as_yaml(root: Mapping[str, Any]) -> bytes:
    """One entry a line."""
    lines = []
    for key, value in root.items():
        if isinstance(value, list) and value:
            lines += [f"{quoted(key)}:", *(f"  - {_flow(each)}" for each in value)]
        else:
            lines.append(f"{quoted(key)}: {_flow(value)}")
    return "\n".join([*lines, ""]).encode()


def _flow(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{quoted(key)}: {_flow(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case str():
            return quoted(value)
        case Decimal():
            return format(value, "f")
    return json.dumps(value)
