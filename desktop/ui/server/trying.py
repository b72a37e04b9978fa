"""What a user gave of a server, made into an address and tried; nothing here knows of Qt."""

from dataclasses import dataclass, field, replace

from desktop.errors import StorageError
from desktop.storage.server.address import Address, is_address, read_address
from desktop.text import say

_NO_ADDRESS = say("Write the address of the server, such as hub.example.org/sestante.")
_NO_USER = say("Write the user name that the administrator gave you.")


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in the fields; `root` is the file of a certificate authority, empty for the system's."""

    address: str
    user: str
    password: str = field(repr=False)
    root: str = ""


def address_given(given: Given) -> Address:
    """The address; StorageError where something is missing or cannot be right."""
    if not given.address:
        raise StorageError(_NO_ADDRESS)
    text = given.address if is_address(given.address) else f"postgresql://{given.address}"
    address = read_address(text)
    user = given.user or address.user
    if not user:
        raise StorageError(_NO_USER)
    root = given.root or address.sslrootcert
    return replace(address, user=user, password=given.password or address.password, sslrootcert=root)


def try_server(given: Given) -> str:
    """Runs in a worker thread: the address as people read it; StorageError why it cannot be used."""
    from desktop.storage.server.opening import try_address
    from desktop.storage.server.passwords import chosen_address

    address = address_given(given)
    try_address(chosen_address(address.written, address.password))
    return address.told
