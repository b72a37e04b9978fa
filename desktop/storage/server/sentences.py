"""What a server refuses, as errors in our words, and whether it refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import Error
from sqlalchemy.exc import DBAPIError

from desktop.errors import StorageError
from desktop.storage.server.address import Address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.reasons import HALF_A_CHARACTER, told_error
from desktop.storage.server.schema import inspect


@contextmanager
def in_sentences(address: str) -> Iterator[None]:
    """What the server refuses in the block becomes a StorageError in our words."""
    try:
        yield
    except DBAPIError as error:
        raise told_error(error.orig or error, address) from error
    except Error as error:
        raise told_error(error, address) from error
    except UnicodeError as error:
        raise StorageError(HALF_A_CHARACTER) from error


def try_workspace(address: Address) -> None:
    """StorageError where there is no workspace of today's schema at an address."""
    engine = engine_on(address)
    try:
        with in_sentences(address.told):
            inspect(engine, address.told)
    finally:
        engine.dispose()
