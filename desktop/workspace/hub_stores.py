"""What reads and writes what a hub does with its companies; at first use, because it brings SQLAlchemy."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.storage import Database

if TYPE_CHECKING:
    from desktop.storage.chase_store import ChaseStore
    from desktop.storage.event_store import EventStore
    from desktop.storage.expert_remark_store import ExpertRemarkStore
    from desktop.storage.facts_reader import FactsReader
    from desktop.storage.group_reader import GroupReader
    from desktop.storage.project_store import ProjectStore
    from desktop.storage.service_file_store import ServiceFileStore
    from desktop.storage.service_store import ServiceStore
    from desktop.storage.standing_store import StandingStore
    from desktop.storage.territory_reader import TerritoryReader


class HubStores:
    """The stores of a hub's rooms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def chases(self) -> "ChaseStore":
        """What keeps who is asked for the next round."""
        from desktop.storage.chase_store import ChaseStore

        return ChaseStore(self._database)

    @cached_property
    def events(self) -> "EventStore":
        """What writes events and their visitors."""
        from desktop.storage.event_store import EventStore

        return EventStore(self._database)

    @cached_property
    def standings(self) -> "StandingStore":
        """What keeps what rounds scored."""
        from desktop.storage.standing_store import StandingStore

        return StandingStore(self._database)

    @cached_property
    def facts(self) -> "FactsReader":
        """What reads all that reports are made of."""
        from desktop.storage.facts_reader import FactsReader

        return FactsReader(self._database)

    @cached_property
    def territory(self) -> "TerritoryReader":
        """What reads all companies in columns; it brings NumPy."""
        from desktop.storage.territory_reader import TerritoryReader

        return TerritoryReader(self._database)

    @cached_property
    def groups(self) -> "GroupReader":
        """What reads the companies that projects are made of."""
        from desktop.storage.group_reader import GroupReader

        return GroupReader(self._database)

    @cached_property
    def projects(self) -> "ProjectStore":
        """What keeps projects of several companies."""
        from desktop.storage.project_store import ProjectStore

        return ProjectStore(self._database)

    @cached_property
    def services(self) -> "ServiceStore":
        """What keeps the register of services."""
        from desktop.storage.service_store import ServiceStore

        return ServiceStore(self._database)

    @cached_property
    def service_files(self) -> "ServiceFileStore":
        """What keeps the files that show services."""
        from desktop.storage.service_file_store import ServiceFileStore

        return ServiceFileStore(self._database)

    @cached_property
    def expert_remarks(self) -> "ExpertRemarkStore":
        """What keeps the remarks of experts."""
        from desktop.storage.expert_remark_store import ExpertRemarkStore

        return ExpertRemarkStore(self._database)
