"""When somebody last looked at each company, which decides how long it is kept."""

from contextlib import suppress
from datetime import date, datetime

from desktop.errors import StorageError
from desktop.holding import LastVisit
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import read_whole
from desktop.storage.rows import Row

_LAST_VISITS = """
SELECT company.id, company.name, company.keep_until,
coalesce(max(round.visited_at), company.created_at) AS visited_at
FROM company LEFT JOIN round ON round.company_id = company.id
"""
_VISIT = _LAST_VISITS + "WHERE company.id = :id GROUP BY company.id"
_VISITS = (
    _LAST_VISITS
    + """GROUP BY company.id
HAVING company.keep_until IS NOT NULL OR coalesce(max(round.visited_at), company.created_at) < :before
ORDER BY visited_at
"""
)
_LATEST = """
SELECT max(latest) AS latest FROM (
SELECT max(visited_at) AS latest FROM round UNION ALL SELECT max(at) FROM change) AS moments
"""


class LastVisits:
    """The last visits of the companies of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def before(self, day: date | None = None) -> tuple[LastVisit, ...]:
        """The companies with a day of their own or last visited before one, the longest ago first.

        Those put away are among them; without a day there are only those with a day of their own. One whose
        rows are damaged is not: it is named where it is opened.
        """
        with self._database.reading() as rows:
            found = rows(_VISITS, before=day and day.isoformat())
        return tuple(visit for row in found if (visit := _readable_visit(row)) is not None)

    def of(self, company_id: int) -> LastVisit | None:
        """When somebody last looked at a company; None where it is gone."""
        with self._database.reading() as rows:
            return next((_last_visit(row) for row in rows(_VISIT, id=company_id)), None)

    def latest(self) -> datetime | None:
        """The latest moment of any visit or change; None in an empty workspace."""
        with self._database.reading() as rows:
            found = next((row["latest"] for row in rows(_LATEST)), None)
        with suppress(TypeError, ValueError):  # a damaged row is told where its company is read
            return None if found is None else moment(found)
        return None


def _last_visit(row: Row) -> LastVisit:
    with read_whole(row["name"]):
        seen, until = moment(row["visited_at"]).astimezone(), row["keep_until"]
        keep_until = date.fromisoformat(until) if until else None
        return LastVisit(row["id"], str(row["name"]), seen.date(), keep_until)


def _readable_visit(row: Row) -> LastVisit | None:
    with suppress(StorageError, OverflowError):
        return _last_visit(row)
    return None
