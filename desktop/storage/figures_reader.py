"""Reads the figures of the territory that a hub published for those who see no company."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.rows import Row, Rows

LATEST = "SELECT made_at, document FROM figures ORDER BY id DESC LIMIT 1"


class Published(NamedTuple):
    """A JSON document of figures, and when it was made."""

    made_at: datetime
    document: str


class FiguresReader:
    """Reads what was published last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def latest(self) -> Published | None:
        """The figures published last; None before the first."""
        with self._database.reading() as rows:
            found = rows(LATEST)
        return Published(moment(found[0]["made_at"]), str(found[0]["document"])) if found else None


class FiguresAlone:
    """The rows of somebody who may read nothing but published figures: all else is empty."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        """All rows."""
        return self._rows(sql, **values) if sql == LATEST else []

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        """All rows of several SELECTs."""
        return [self(sql, **values) for sql in asked]

    def each(self, _sql: str, /, **_values: Any) -> Iterable[Row]:
        """The rows one by one."""
        return ()
