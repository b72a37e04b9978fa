"""What was moved to a server and stayed on this computer: it is read only, until work goes on here again."""

from desktop.storage import Database, FileDatabase
from desktop.storage.moving.moved import moved_to, refuse_where_moved, work_here_again
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.text import Sentence


class MovedAway:
    """Where a workspace has gone, if it has."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def told(self) -> Sentence | None:
        """Where the companies are now; None where they are here, and on the server itself."""
        own = self._database.own
        return moved_to(own) if own is self._database else None

    def work_here_again(self) -> None:
        """Let the workspace be written again. The server knows nothing of it, and keeps what it has."""
        work_here_again(self._database.own)


def database_at(server: Address | None, own: FileDatabase) -> Database:
    """A server's database with this computer's file beside it, or the file alone, only read if it moved."""
    if server is not None:
        return on_server(server, own)
    refuse_where_moved(own)
    return own
