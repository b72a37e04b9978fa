"""What a window has just read from its server: it asks again after something was written, there or here."""

import re
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import lru_cache
from threading import Lock
from typing import Any, TypeAlias

from desktop.storage.rows import Row, Rows

_OF_ROUNDS = "answer remark respondent respondent_answer evidence step"
_TOLD = frozenset(("company", "round", "preference", "question", "json_each", *_OF_ROUNDS.split()))
"""Tables of which every change is told: their own, or as a change of the round (`announcing`)."""
_TABLE = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)", re.IGNORECASE)
_UNTOLD = re.compile(r"\bplace\b|visited_at|(?<!count\()(?<!evidence\.)\*|\bFROM\s+\w+\s*,", re.IGNORECASE)
_OF_ANSWERS = re.compile(r"\banswer\b|\bchange\b|(?<!remark\.)(?<!step\.)\bchanged_at", re.IGNORECASE)
Asked: TypeAlias = tuple[str, tuple[tuple[str, Any], ...]]


class Remembered:
    """Rows by what was asked, of one server; for one thread that reads, and any that write."""

    def __init__(self) -> None:
        self._found: dict[Asked, list[Row]] = {}
        self._lock = Lock()
        self._since = 0

    @property
    def since(self) -> int:
        """Another number after each change; ask before reading begins."""
        return self._since

    def forget(self) -> None:
        """Something was written."""
        with self._lock:
            self._since += 1
            self._found.clear()

    def forget_answers(self) -> None:
        """An answer was written, or where the user is: what asks for neither stays as it was."""
        with self._lock:
            self._since += 1
            self._found = {
                asked: rows for asked, rows in self._found.items() if not _OF_ANSWERS.search(asked[0])
            }

    def find(self, asked: Asked) -> list[Row] | None:
        """Rows as they were read before; None where they have to be read."""
        with self._lock:
            found = self._found.get(asked)
        return None if found is None else list(found)

    def keep(self, asked: Asked, rows: list[Row], since: int) -> None:
        """Remember what was read, unless something was written since reading began."""
        if not _is_told(asked[0]):
            return
        with self._lock:
            if since == self._since:
                self._found[asked] = list(rows)


class RowsAgain:
    """Reads as `Rows`, and begins to only where something is not remembered."""

    def __init__(self, remembered: Remembered, begin: Callable[[ExitStack], Rows], ending: ExitStack) -> None:
        self._remembered = remembered
        self._begin = begin
        self._ending = ending
        self._rows: Rows | None = None
        self._since = 0

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        """All rows."""
        return self.together(sql, **values)[0]

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        """All rows of several SELECTs."""
        keys = [_key(sql, values) for sql in asked]
        if self._rows is None:
            known = [self._remembered.find(key) for key in keys]
            found = [rows for rows in known if rows is not None]
            if len(found) == len(keys):
                return found
        read = self._there().together(*asked, **values)
        for key, rows in zip(keys, read, strict=True):
            self._remembered.keep(key, rows, self._since)
        return read

    def each(self, sql: str, /, **values: Any) -> Iterable[Row]:
        """The rows one by one."""
        return self._there().each(sql, **values)

    def _there(self) -> Rows:
        if self._rows is None:
            self._since = self._remembered.since
            self._rows = self._begin(self._ending)
        return self._rows


def _key(sql: str, values: dict[str, Any]) -> Asked:
    return sql, tuple((name, repr(value)) for name, value in sorted(values.items()))


@lru_cache(maxsize=1000)
def _is_told(sql: str) -> bool:
    return not _UNTOLD.search(sql) and all(table in _TOLD for table in _TABLE.findall(sql))
