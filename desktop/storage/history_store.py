"""The history of rounds: every change with who and when, the last one undone, the last undone redone."""

import json
from typing import Any

from desktop.models import ChangeRecord
from desktop.storage.database import Database
from desktop.storage.journal import Journal
from desktop.storage.moments import moment
from desktop.storage.reader import read_whole
from desktop.storage.rows import Question, Row
from desktop.storage.stored import Change

_ALL = Question(
    """
SELECT change.*, company.name FROM change
JOIN round ON round.id = change.round_id JOIN company ON company.id = round.company_id
WHERE change.round_id = :id ORDER BY change.id
""",
    of="change round company",
)


class HistoryStore:
    """What was changed in rounds. Undo and redo have committed when they return.

    StorageError says where the round is gone.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self, round_id: int) -> tuple[Change, ...]:
        """Every change, the first one first; what was undone stays among them."""
        [found] = self._database.ask(_ALL, id=round_id)
        return tuple(map(_change, found))

    def undo(self, round_id: int) -> Change | None:
        """Undo the last change and tell which; None where there is nothing to undo."""
        with self._database.session() as session:
            found = self._journal.undo(session, round_id)
            return None if found is None else _told(found)

    def redo(self, round_id: int) -> Change | None:
        """Redo the change undone last and tell which; None where there is none."""
        with self._database.session() as session:
            found = self._journal.redo(session, round_id)
            return None if found is None else _told(found)


def _change(row: Row) -> Change:
    with read_whole(row["name"]):
        return Change(
            id=row["id"],
            at=moment(row["at"]),
            what=row["what"],
            key=row["key"],
            before=_plain(row["before"]),
            after=_plain(row["after"]),
            by=row["by"],
            told_by=row["told_by"],
            act=row["act"],
            of=row["of"],
        )


def _told(record: ChangeRecord) -> Change:
    return Change(
        id=record.id,
        at=record.at,
        what=record.what,
        key=record.key,
        before=_plain(record.before),
        after=_plain(record.after),
        by=record.by,
        told_by=record.told_by,
        act=record.act,
        of=record.of,
    )


def _plain(text: str | None) -> Any:
    return None if text is None else json.loads(text)
