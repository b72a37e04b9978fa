"""Why a database refused, as part of a sentence in our own words."""

import sqlite3
from collections.abc import Mapping

from desktop.errors import system_reason
from desktop.text import Sentence, quoted, say

_PRIMARY = 0xFF  # the lower byte of an error's number; the higher ones only add details
_USED_ELSEWHERE = say("another program is using it")
_REASONS: Mapping[int, Sentence] = {
    sqlite3.SQLITE_PERM: say("permission is missing"),
    sqlite3.SQLITE_BUSY: _USED_ELSEWHERE,
    sqlite3.SQLITE_LOCKED: _USED_ELSEWHERE,
    sqlite3.SQLITE_NOMEM: say("the computer's memory is full"),
    sqlite3.SQLITE_READONLY: say("the file or its folder can be read but not written to"),
    sqlite3.SQLITE_IOERR: say("the disk does not work as it should"),
    sqlite3.SQLITE_CORRUPT: say("its contents are damaged"),
    sqlite3.SQLITE_FULL: say("the disk is full"),
    sqlite3.SQLITE_CANTOPEN: say("the file cannot be opened"),
    sqlite3.SQLITE_TOOBIG: say("a text is too long"),
    sqlite3.SQLITE_NOTADB: say("it is not a database"),
}
_KEPT_AWAY = (
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_CANTOPEN,
)


def is_damage(error: BaseException) -> bool:
    """Whether an error that came while reading lies in the file, not in who may read it now."""
    return _number(error) not in _KEPT_AWAY


def is_other_key(error: BaseException) -> bool:
    """Whether a file does not begin as a database does that was encrypted with the key given."""
    return _number(error) == sqlite3.SQLITE_NOTADB


def reason_of(error: BaseException | None) -> Sentence:
    """What an error of SQLite or of the system means."""
    match error:
        case OSError():
            return system_reason(error)
        case UnicodeError():
            return say("a text in it cannot be read")
    return _REASONS.get(_number(error)) or quoted(error)


def _number(error: BaseException | None) -> int:
    number: int = getattr(error, "sqlite_errorcode", None) or 0  # only SQLite itself sets one
    return number & _PRIMARY
