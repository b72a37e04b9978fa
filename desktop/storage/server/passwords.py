"""Passwords of servers: in the system's keyring, under the server's address; never in a file of ours."""

from dataclasses import replace
from importlib.util import find_spec

from desktop.errors import StorageError
from desktop.storage.server.address import Address, read_address
from desktop.text import say

_SERVICE = "Sestante"
_NOT_FORGOTTEN = say(
    "The keyring of this computer does not let the password for {address} go. Unlock it and try again, "
    "or delete the entry “Sestante” in the keyring itself."
)


def chosen_address(text: str, password: str = "") -> Address:
    """The address a text names, with the password given, else that of the text, else the keyring's.

    StorageError where the text names no server.
    """
    address = read_address(text)
    found = password or address.password or kept_password(address)
    return replace(address, password=found)


def kept_password(address: Address) -> str:
    """The password in the keyring; empty where there is none, or no keyring."""
    if not has_keyring():
        return ""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, address.told) or ""
    except (KeyringError, OSError, RuntimeError):
        return ""


def keep_password(address: Address) -> bool:
    """Put the address's password into the keyring; whether it is there now."""
    if not has_keyring():
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, address.told, address.password)
    except (KeyringError, OSError, RuntimeError):
        return False
    return True


def forget_password(address: Address) -> bool:
    """Take the password out of the keyring; whether there was one.

    StorageError where the keyring does not let it go.
    """
    if not has_keyring():
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_password(_SERVICE, address.told) is None:
            return False
        keyring.delete_password(_SERVICE, address.told)
    except (KeyringError, OSError, RuntimeError) as error:
        raise StorageError(_NOT_FORGOTTEN, address=address.told) from error
    return True


def has_keyring() -> bool:
    """Whether this system keeps passwords for programs."""
    if find_spec("keyring") is None:
        return False
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)
