"""Whether a server lets somebody in without a password."""

from psycopg import OperationalError, connect

from desktop.storage.server.address import Address
from desktop.storage.server.parameters import parameters

_WANTED = ("no password supplied", "password authentication failed")


def wants_password(address: Address) -> bool:
    """Whether it asks for one; where it cannot be reached at all, who connects next tells why."""
    try:
        with connect(**parameters(address)):
            return False
    except OperationalError as error:
        return any(words in str(error) for words in _WANTED)
