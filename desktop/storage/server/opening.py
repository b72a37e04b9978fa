"""Opening a workspace on a server, where the parts for it are installed."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from desktop.errors import StorageError
from desktop.storage.file_database import FileDatabase
from desktop.storage.server.address import Address
from desktop.text import say

if TYPE_CHECKING:
    from desktop.storage.server.server_database import ServerDatabase

_NO_DRIVER = say(
    "This installation cannot speak to a server: the driver psycopg is missing. "
    "In Sestante's own folder, install it with: python -m pip install -c constraints.txt '.[server]'"
)


def on_server(address: Address, own: FileDatabase) -> "ServerDatabase":
    """The workspace at an address, with the file of this computer beside it; StorageError without one."""
    require_driver()
    from desktop.storage.server.server_database import ServerDatabase

    return ServerDatabase(address, own)


def try_address(address: Address) -> None:
    """StorageError, saying what to do, where no workspace can be opened at an address."""
    require_driver()
    from desktop.storage.server.sentences import try_workspace

    try_workspace(address)


def require_driver() -> None:
    """StorageError, saying how to install it, where the driver is missing."""
    if find_spec("psycopg") is None:
        raise StorageError(_NO_DRIVER)
