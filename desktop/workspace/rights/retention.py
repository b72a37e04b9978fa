"""How long companies are kept: which are past their time; nobody is deleted by the program itself."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.clock import today
from desktop.holding import LastVisit
from desktop.workspace.due import kept_until
from desktop.workspace.preferences import PreferenceBook
from desktop.workspace.stores import Stores

REASONS = ("asked", "withdrawn", "time", "mistake", "other")
"""Why a company is deleted, as it is remembered beside its UUID."""
CHOICES = (12, 24, 36, 60)
"""Months after the last visit that can be chosen."""


@dataclass(frozen=True, slots=True)
class PastTime:
    """A company that is past its time: since when, and what ended then."""

    visit: LastVisit
    ended_on: date

    @property
    def was_said(self) -> bool:
        """Whether the day was said for this company; else the desk's own period ended."""
        return self.visit.keep_until is not None


_FEWEST_DAYS = 28  # of a month


class Retention:
    """Looks at the companies of a workspace. It proposes, and never deletes."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._book = PreferenceBook(stores)

    def ends_on(self, visit: LastVisit) -> date | None:
        """The last day a company is kept; None where no period was chosen."""
        return _end(visit, self._book.read().retention_months)

    def past(self) -> tuple[PastTime, ...]:
        """The companies past their time, those put away too, the one visited longest ago first."""
        months, day = self._book.read().retention_months, today()
        before = day - timedelta(days=_FEWEST_DAYS * months - 1) if months else None  # more than are past
        ended = ((each, _end(each, months)) for each in self._stores.last_visits.before(before))
        return tuple(PastTime(each, end) for each, end in ended if end is not None and end < day)

    def visit(self, company_id: int) -> LastVisit | None:
        """When somebody last looked at a company; None where it is gone."""
        return self._stores.last_visits.of(company_id)


def _end(visit: LastVisit, months: int) -> date | None:
    return kept_until(visit.keep_until, visit.visited_on, months)
