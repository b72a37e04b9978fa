"""The report of an import as a whole, and what writes it while the import runs."""

import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

import msgspec
from msgspec import Struct

from desktop.errors import StorageError
from desktop.text import Sentence
from desktop.workspace.plans_in.line import Line, Told, told

if TYPE_CHECKING:
    from desktop.storage.import_store import ImportStore

How = Literal["files", "watched", "waiting"]
"""files: somebody gave them; watched: they were new in the watched folder; waiting: they had been kept."""
_MOST_GIVEN = 20
_LINES, _SECONDS = 100, 2.0  # after which what is told is written down


class Report(Struct, frozen=True, kw_only=True):
    """An import: when, of what, and how many files met which fate; None as its end where it was cut short."""

    uid: str
    how: How
    begun_at: datetime
    ended_at: datetime | None = None
    given: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    is_stopped: bool = False
    error: Told | None = None

    @property
    def total(self) -> int:
        """How many lines it has."""
        return sum(self.counts.values())


class Keeper:
    """Writes the report of an import that runs: every hundred lines, every two seconds, and at its end.

    A report that cannot be written holds no import up; what is left is tried again with what follows.
    """

    def __init__(self, store: "ImportStore", how: How, given: Iterable[Path]) -> None:
        self._store = store
        self._part = 0
        self._lines: list[Line] = []
        self._counts = Counter[str]()
        self._written = time.monotonic()
        names = tuple(path.name or str(path) for path in list(given)[:_MOST_GIVEN])
        safe = tuple(name.encode("utf-8", "replace").decode() for name in names)
        self.report = Report(uid=uuid4().hex, how=how, begun_at=datetime.now(UTC), given=safe)

    def add(self, line: Line) -> None:
        """Tell of one more file."""
        self._lines.append(line)
        self._counts[line.kind] += 1
        if len(self._lines) >= _LINES or time.monotonic() - self._written > _SECONDS:
            self._write()

    def end(self, *, is_stopped: bool, error: Sentence | None = None) -> Report:
        """The import is over; the report of one that met nothing is not kept."""
        self.report = msgspec.structs.replace(
            self.report,
            ended_at=datetime.now(UTC),
            is_stopped=is_stopped,
            error=None if error is None else told(error),
        )
        if self._counts or is_stopped or error is not None:
            self._write()
        return self.report

    def _write(self) -> None:
        self.report = msgspec.structs.replace(self.report, counts=dict(self._counts))
        plain = [msgspec.to_builtins(line) for line in self._lines]
        with suppress(StorageError):
            self._store.save(self.report.uid, msgspec.to_builtins(self.report), self._part, plain)
            self._part += bool(plain)
            self._lines = []
        self._written = time.monotonic()


def reports_in(store: "ImportStore") -> tuple[Report, ...]:
    """All reports, the last one first; one that is no longer understood is left out."""
    found = []
    for head in store.heads().values():
        with suppress(msgspec.ValidationError):
            found.append(msgspec.convert(head, Report))
    return tuple(sorted(found, key=lambda each: each.begun_at, reverse=True))
