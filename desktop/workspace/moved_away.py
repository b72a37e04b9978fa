"""What was moved to a server and stayed on this computer: it is read only, until work goes on here again."""

from desktop.storage import Database
from desktop.storage.moving.moved import moved_to, work_here_again
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
