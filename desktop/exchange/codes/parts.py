"""Bytes in several codes: each says which part of how many it is, and of which whole."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from desktop.exchange.codes.base45 import from_base45, to_base45
from desktop.exchange.codes.errors import (
    DAMAGED,
    MIXED,
    NEWER,
    NOT_OURS,
    CodeError,
)
from desktop.text import Sentence, say

MARK = "SE1:"
MOST_CODES = 6
"""On one page."""
_ANY_MARK = re.compile(r"SE\d+:")
_KIND = 1  # a result; others may follow
_CHECK_BYTES, _ID_BYTES = 8, 4
_HEAD_BYTES = 2 + _ID_BYTES
_PLACES = 16  # place and count share a byte
_EVEN_ROWS = {3: 4, 5: 6}
_PART_BYTES = 349 - _HEAD_BYTES  # 528 characters, all of a QR code of version 14 at level M

MOST_BYTES = MOST_CODES * _PART_BYTES - _CHECK_BYTES


@dataclass(frozen=True, slots=True)
class CodeSet:
    """The codes of one whole that were found: their texts by place, counted from 1, of `count`."""

    whole: bytes
    count: int
    found: dict[int, str] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts in order."""
        return tuple(self.found[place] for place in sorted(self.found))

    @property
    def missing(self) -> tuple[int, ...]:
        """The places of the codes that are still to be found."""
        return tuple(place for place in range(1, self.count + 1) if place not in self.found)

    @property
    def told(self) -> Sentence | None:
        """Which codes are missing and what to do; None where none is."""
        if not self.missing:
            return None
        if len(self.missing) == 1:
            place = self.missing[0]
            return say(
                "Code {place} of {count} is missing: photograph it too.", place=place, count=self.count
            )
        places = ", ".join(map(str, self.missing))
        return say(
            "Codes {places} of {count} are missing: photograph them too.", places=places, count=self.count
        )


def split(content: bytes) -> tuple[str, ...]:
    """The texts of the codes that hold the bytes, few and of about the same size.

    Four stand in for three, and six for five: in even rows on paper each can be larger, and holds less.
    """
    whole = sha256(content).digest()[:_CHECK_BYTES] + content
    fewest = -(-len(whole) // _PART_BYTES)
    count = _EVEN_ROWS.get(fewest, fewest)
    size = -(-len(whole) // count)
    return tuple(
        MARK
        + to_base45(
            bytes((_KIND, place * _PLACES + count))
            + whole[:_ID_BYTES]
            + whole[(place - 1) * size : place * size]
        )
        for place in range(1, count + 1)
    )


def code_sets(texts: Iterable[str]) -> tuple[CodeSet, ...]:
    """The codes among some texts, by the whole they are parts of, in the order in which they were met.

    Texts of other codes are passed over, and what was met twice counts once.
    """
    sets: dict[tuple[bytes, int], CodeSet] = {}
    for text in texts:
        head = _head(text)
        if head is not None:
            whole, place, count = head
            sets.setdefault((whole, count), CodeSet(whole, count)).found.setdefault(place, text)
    return tuple(sets.values())


def join(texts: Iterable[str]) -> bytes:
    """The bytes of the one whole whose codes these are, in any order; CodeError with what to do."""
    given = tuple(texts)
    sets = code_sets(given)
    if not sets:
        is_newer = any(is_code(text) and not text.startswith(MARK) for text in given)
        raise CodeError(NEWER if is_newer else NOT_OURS)
    if len(sets) > 1:
        raise CodeError(MIXED, count=len(sets))
    (found,) = sets
    if missing := found.told:
        raise CodeError(missing)
    whole = b"".join(from_base45(text[len(MARK) :])[_HEAD_BYTES:] for text in found.texts)
    check, content = whole[:_CHECK_BYTES], whole[_CHECK_BYTES:]
    if sha256(content).digest()[:_CHECK_BYTES] != check or not check.startswith(found.whole):
        raise CodeError(DAMAGED)
    return content


def is_code(text: str) -> bool:
    """Whether a text is a code of ours, perhaps of a newer Sestante."""
    return _ANY_MARK.match(text) is not None


def _head(text: str) -> tuple[bytes, int, int] | None:
    """Of which whole, at which place, of how many; None where a text is no code of ours."""
    if not text.startswith(MARK):
        return None
    try:
        head = from_base45(text[len(MARK) :])
    except ValueError:
        return None
    if len(head) <= _HEAD_BYTES or head[0] != _KIND:
        return None
    place, count = divmod(head[1], _PLACES)
    return (head[2:_HEAD_BYTES], place, count) if 1 <= place <= count <= MOST_CODES else None
