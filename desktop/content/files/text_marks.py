"""The marks by which a translation remembers the source it was made from."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from desktop.content.files.strict_yaml import Document
from desktop.errors import Problem
from desktop.text import Sentence, say


def marks_of(blocks: Mapping[str, Any]) -> dict[str, str]:
    """A short hash of each block of prose by its name."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    return {name: hashlib.sha256(encode(block)).hexdigest()[:6] for name, block in blocks.items()}


def stale_marks(marks: Mapping[str, str], current: Mapping[str, str]) -> dict[str, str | None]:
    """The blocks whose source is not the one that was translated, with the mark they bear, None if none."""
    return {name: marks.get(name) for name, wanted in current.items() if marks.get(name) != wanted}


def find_stale(document: Document, stale: Mapping[str, str | None]) -> Iterator[Problem]:
    """A warning for each stale block of a translation."""
    for name, mark in stale.items():
        yield document.problem(("translated_from", name), _unchecked(name, mark), "T005", is_warning=True)


def _unchecked(name: str, mark: str | None) -> Sentence:
    if mark is None:
        return say(
            "the translation of `{name}` has no mark of the source it was translated from; check it, then "
            "run `sestante stamp`",
            name=name,
        )
    return say("the translation of `{name}` is stale; check it, then run `sestante stamp`", name=name)
