"""The register of companies: who looks after them, which are put away, and which go for good."""

from contextlib import suppress
from datetime import date

from desktop.errors import StorageError
from desktop.storage import Merge
from desktop.workspace.stores import Stores


class Register:
    """The companies of a workspace. Every save has been written to disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def save_consultant(self, company_id: int, consultant: str) -> None:
        """Say who looks after a company."""
        self._stores.desk.save_consultant(company_id, consultant)

    def archive(self, company_id: int, *, is_away: bool = True) -> None:
        """Put a company away, or take it out again; nothing of it changes."""
        self._stores.desk.archive(company_id, is_away=is_away)

    def keep_until(self, company_id: int, day: date | None) -> None:
        """Say until when a company is kept; None where the desk's own period counts."""
        self._stores.desk.keep_until(company_id, day)

    def erase(self, company_id: int, reason: str = "") -> tuple[StorageError, ...]:
        """Remove a company with everything of it for good, from the copies in the data folder too.

        Comes back what could not be reached, which says so in a sentence; it may take seconds.
        """
        return self._stores.desk.erase(company_id, reason, self._stores.code_of)

    def finish_erasing(self) -> None:
        """Erase what a deletion cut short may have left in bytes and copies; never raises."""
        with suppress(StorageError):
            self._stores.desk.finish_erasing()

    def merge(self, wanted: Merge) -> None:
        """Make one company of two; nothing of either is lost, and it cannot be undone."""
        self._stores.merging.merge(wanted)
