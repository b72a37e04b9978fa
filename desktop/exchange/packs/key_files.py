"""A hub's key in a file closed with a passphrase, for hubs that do not sign with their desk's key."""

import secrets
from pathlib import Path
from typing import Final

from desktop.errors import system_reason
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.signing import KEY_BYTES, PackKey
from desktop.text import say
from desktop.whole_files import replace_whole

SHORTEST: Final = 20
_MOST_BYTES: Final = 20_000
_TOO_SHORT = say(
    "A key file needs a passphrase of at least {count} letters, such as four unrelated words: whoever gets "
    "the file can try passphrases on it."
)
_THERE = say("{path} exists already and was left as it was. Choose another name for the key.")
_NOT_SAVED = say("The key could not be saved as {path}: {reason}. Choose another place.")
_NOT_READ = say("{path} cannot be read: {reason}.")
_NO_KEY = say(
    "{path} holds no key that Sestante signs with. Choose the file that `sestante pack keys new` wrote."
)
_WRONG = say("This is not the passphrase of {path}. Try again.")
_OPEN = say(
    "The key in {path} is not closed with a passphrase, so anybody could have copied it. Make a new one: "
    "sestante pack keys new FILE.pem"
)


def new_key_file(path: Path, passphrase: str) -> PackKey:
    """Write a new key, closed with a passphrase, and give it; PackError where a file is in its place."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if len(passphrase) < SHORTEST:
        raise PackError(_TOO_SHORT, count=SHORTEST)
    key = PackKey(secrets.token_bytes(KEY_BYTES))
    data = Ed25519PrivateKey.from_private_bytes(key.seed).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )
    try:
        if path.exists():
            raise PackError(_THERE, path=path)
        replace_whole(path, data)
    except OSError as error:
        raise PackError(_NOT_SAVED, path=path, reason=system_reason(error)) from error
    return key


def read_key_file(path: Path, passphrase: str) -> PackKey:
    """The key in a file; PackError where it does not open, or is not a key that signs packs."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    data = _read(path)
    if b"-----BEGIN PRIVATE KEY-----" in data:
        raise PackError(_OPEN, path=path)
    if b"-----BEGIN ENCRYPTED PRIVATE KEY-----" not in data:
        raise PackError(_NO_KEY, path=path)
    try:
        found = load_pem_private_key(data, passphrase.encode() or b" ")
    except (ValueError, TypeError):
        raise PackError(_WRONG, path=path) from None
    except UnsupportedAlgorithm:
        raise PackError(_NO_KEY, path=path) from None
    if not isinstance(found, Ed25519PrivateKey):
        raise PackError(_NO_KEY, path=path)
    return PackKey(found.private_bytes_raw())


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST_BYTES)
    except OSError as error:
        raise PackError(_NOT_READ, path=path, reason=system_reason(error)) from error
