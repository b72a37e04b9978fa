"""What reads a database and what writes it."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.storage import Database, Reader

if TYPE_CHECKING:
    from desktop.storage.kept_plan_store import KeptPlanStore
    from desktop.storage.respondent_store import RespondentStore
    from desktop.storage.store import Store


class Stores:
    """A reader at once; the stores at first use, because they bring SQLAlchemy."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.reader = Reader(database)

    @cached_property
    def store(self) -> "Store":
        """What writes."""
        from desktop.storage.store import Store

        return Store(self._database)

    @cached_property
    def respondents(self) -> "RespondentStore":
        """What writes who answers."""
        from desktop.storage.respondent_store import RespondentStore

        return RespondentStore(self._database)

    @cached_property
    def kept_plans(self) -> "KeptPlanStore":
        """What writes kept plans."""
        from desktop.storage.kept_plan_store import KeptPlanStore

        return KeptPlanStore(self._database)
