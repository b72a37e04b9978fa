"""Whether a server can hold a value of a file, and the value as both write it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BigInteger, Table

from desktop.storage.moving.carried import Kind, indexed_texts, kind_of
from desktop.storage.moving.sums import Values
from desktop.text import Sentence, say

_LONGEST_INDEXED = 2600  # bytes of a text that an index of a server holds
_INTEGER, _LARGE = 2**31, 2**63
_SHOWN = 60  # characters of a value that a sentence quotes
_NOTHING = say("nothing stands where something has to")
_NO_TEXT = say("this is no text: {value}")
_NUL = say("the text contains a character that no text may contain (NUL): {value}")
_HALF = say("the text contains an incomplete character: {value}")
_TOO_LONG = say("the text is too long to be found by it ({count} bytes): {value}")
_NO_NUMBER = say("this is no whole number, or too large: {value}")
_NO_TRUTH = say("this is neither yes (1) nor no (0): {value}")
_NO_MOMENT = say("this is no moment: {value}")
_NO_DAY = say("this is no day: {value}")
_NO_BYTES = say("these are no bytes: {value}")


class NotHeldError(Exception):
    """A value that a server cannot hold: in which column, and what is wrong with it."""

    def __init__(self, column: str, sentence: Sentence) -> None:
        self.column = column
        self.sentence = sentence
        super().__init__(column, str(sentence))


class Holder:
    """Reads the rows of a table as a file gives them."""

    def __init__(self, table: Table) -> None:
        short = frozenset(indexed_texts(table))
        large = {each.name for each in table.columns if isinstance(each.type, BigInteger)}
        self._columns = tuple(
            (
                each.name,
                bool(each.nullable),
                kind_of(each),
                each.name in short,
                _LARGE if each.name in large else _INTEGER,
            )
            for each in table.columns
        )

    def row(self, values: Values) -> Values:
        """The row as a server gives it back; NotHeldError where it cannot hold it."""
        found = []
        for value, (name, is_optional, kind, is_short, most) in zip(values, self._columns, strict=True):
            held: Any
            if value is None:
                held, wrong = None, None if is_optional else _NOTHING
            elif kind == "number":
                held, wrong = value, None if _is_number(value, most) else _NO_NUMBER
            else:
                held, wrong = _READERS[kind](value)
            if wrong is None and is_short and value is not None and len(held.encode()) > _LONGEST_INDEXED:
                wrong = Sentence(_TOO_LONG.message, {"count": len(held.encode())})
            if wrong is not None:
                raise NotHeldError(name, Sentence(wrong.message, {**wrong.values, "value": _shown(value)}))
            found.append(held)
        return tuple(found)


def _is_number(value: Any, most: int) -> bool:
    return isinstance(value, int) and -most <= value < most


def _text(value: Any) -> tuple[Any, Sentence | None]:
    if not isinstance(value, str):
        return None, _NO_TEXT
    if "\0" in value:
        return None, _NUL
    if not value.isascii() and any("\ud800" <= each <= "\udfff" for each in value):
        return None, _HALF
    return value, None


def _truth(value: Any) -> tuple[Any, Sentence | None]:
    return (value, None) if value in (0, 1) and isinstance(value, int) else (None, _NO_TRUTH)


def _moment(value: Any) -> tuple[Any, Sentence | None]:
    try:
        found = datetime.fromisoformat(value).replace(tzinfo=None)
    except (TypeError, ValueError):
        return None, _NO_MOMENT
    return found.isoformat(" ", "microseconds"), None


def _day(value: Any) -> tuple[Any, Sentence | None]:
    try:
        return date.fromisoformat(value).isoformat(), None
    except (TypeError, ValueError):
        return None, _NO_DAY


def _bytes(value: Any) -> tuple[Any, Sentence | None]:
    return (value, None) if isinstance(value, bytes) else (None, _NO_BYTES)


_READERS: Final[Mapping[Kind, Callable[[Any], tuple[Any, Sentence | None]]]] = {
    "text": _text,
    "truth": _truth,
    "moment": _moment,
    "day": _day,
    "bytes": _bytes,
}


def _shown(value: Any) -> str:
    if isinstance(value, bytes):
        return value[:_SHOWN].hex()
    text = str(value).encode("ascii", "backslashreplace").decode().replace("\0", "\\0")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
