"""What a desk that works on a server has besides: what waits to be sent, and what the server tells."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from desktop.storage import Database
from desktop.storage.kept_clashes import KeptClashes
from desktop.storage.outbox import Outbox

if TYPE_CHECKING:
    from desktop.storage.server.address import Address
    from desktop.storage.server.listening import Heard, Link, Listening
    from desktop.storage.server.server_database import ServerDatabase


_FIRST_ROUND = """
SELECT round.id FROM round JOIN company ON company.id = round.company_id
WHERE company.uuid = :uuid AND (:stage = '' OR round.stage = :stage) ORDER BY round.id LIMIT 1
"""


_ERASED = "SELECT uuid FROM erased WHERE uuid = :uuid"


class ServerSide:
    """The server of a workspace."""

    def __init__(self, database: "ServerDatabase") -> None:
        self._database = database
        self.outbox = Outbox(database.own, database.address.told)
        self.clashes = KeptClashes(database.own, database.address.told)

    @property
    def told(self) -> str:
        """The server's address, without a password."""
        return self._database.address.told

    @property
    def address(self) -> "Address":
        """Where it is, and as whom this desk signs in."""
        return self._database.address

    def forget_password(self) -> bool:
        """Take the password of this desk out of the keyring, see there."""
        from desktop.storage.server.passwords import forget_password

        return forget_password(self.address)

    def listen(self, heard: "Callable[[Heard], None]", changed: "Callable[[Link], None]") -> "Listening":
        """Begin to hear what the server tells (see `Listening`); it ends with the workspace."""
        return self._database.listen(heard, changed)

    def round_of(self, uuid: str, stage: str = "") -> int | None:
        """The round of the company with this UUID, the first where no stage is named; None without one."""
        with self._database.reading() as rows:
            return next((row["id"] for row in rows(_FIRST_ROUND, uuid=uuid, stage=stage)), None)

    def is_erased(self, uuid: str) -> bool:
        """Whether a company wished that nothing of it is kept."""
        with self._database.reading() as rows:
            return bool(rows(_ERASED, uuid=uuid))

    @contextmanager
    def sending(self, uid: str, *, is_first: bool = False) -> "Iterator[Sent]":
        """What is written in the block counts once, however often it is sent under this name.

        `is_first` where it certainly was never sent before: nobody has to ask.
        `Sent` says afterwards whether it had been written before; nothing is written then.
        """
        from desktop.storage.server.arrivals import HasArrivedError, sent_as

        sent = Sent()
        try:
            with sent_as(uid, is_first=is_first) as way:
                try:
                    yield sent
                finally:
                    sent.is_named = way.is_marked
        except HasArrivedError:
            sent.was_there = True


class Sent:
    """How sending went: whether it `was_there` before; whether anything was written under its name now."""

    def __init__(self) -> None:
        self.was_there = False
        self.is_named = False


def server_side(database: Database) -> ServerSide | None:
    """The server of a workspace that is on one."""
    return None if database.own is database else ServerSide(cast("ServerDatabase", database))
