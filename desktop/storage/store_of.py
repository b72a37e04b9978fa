"""What writes to a database, whichever it is."""

from desktop.storage.database import Database
from desktop.storage.journal import Journal
from desktop.storage.store import Store


def store_of(database: Database, journal: Journal) -> Store:
    """What writes to a database: to a server in as few goes as there can be."""
    if database.own is database:
        return Store(database, journal)
    from desktop.storage.server.server_database import ServerDatabase
    from desktop.storage.server.server_store import ServerStore

    if not isinstance(database, ServerDatabase):
        raise TypeError("what is no file is a server")
    return ServerStore(database, journal)
