"""A result sealed for one desk: whoever carries it cannot read it, and only that desk opens it."""

import base64
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desktop.content.files.decoding import FileFormat
from desktop.exchange.results.desk_key import CardError, DeskCard, DeskKey
from desktop.exchange.results.envelope import (
    ATTACHED_NAME,
    MOST_BYTES,
    Opened,
    ResultError,
    read,
    refuse_newer,
    shaped,
    two_lines,
    values_in,
)
from desktop.text import say

SEALED_KIND: Literal["sestante-sealed"] = "sestante-sealed"
SEALED_FORMAT = 1
_USE = b"SESTANTE-SEALED-1"
_NONCE = bytes(12)  # each key is used once
MOST_SEALED_BYTES = MOST_BYTES // 3 * 4 + 10_000
_MARK, _MARK_WITHIN = b'"sestante-sealed"', 200
_FOR_ANOTHER = say("{file} is sealed for the desk {to}: this desk is {own}. Open it there.")
_FOR_A_DESK = say("{file} is sealed for the desk {to}. Open it there.")
_CHANGED = say(
    "{file} is sealed, and was changed or cut off on the way. Ask whoever sent it to send it again."
)
_NO_KEYS = say("Nothing can be sealed with this desk's card. Ask for another one.")


class SealedHeader(FileFormat, frozen=True, kw_only=True):
    """The first line of a sealed file: whom it is for, and the key made for this file alone."""

    kind: Literal["sestante-sealed"]
    to: Annotated[str, Meta(pattern=r"^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$(?!\n)")]
    key: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]


def seal(data: bytes, card: DeskCard) -> bytes:
    """A file for the desk of a card alone; other bytes each time. CardError where its key is none."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    own = X25519PrivateKey.generate()
    public = own.public_key().public_bytes_raw()
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(card.sealing))
    except ValueError:
        raise CardError(_NO_KEYS) from None
    head = {"kind": SEALED_KIND, "format": SEALED_FORMAT, "to": card.fingerprint, "key": public.hex()}
    header = msgspec.json.encode(head)
    cipher = ChaCha20Poly1305(_cipher_key(shared, public, card))
    return header + b"\n" + base64.b64encode(cipher.encrypt(_NONCE, data, header)) + b"\n"


def is_sealed(data: bytes) -> bool:
    """Whether a file says of itself that it is sealed."""
    return _MARK in data[:_MARK_WITHIN].partition(b"\n")[0]


def sealed_to(data: bytes, file: str = ATTACHED_NAME) -> str:
    """The fingerprint of the desk that a sealed file is for."""
    return _header(two_lines(data, file, MOST_SEALED_BYTES)[0], file).to


def unseal(data: bytes, key: DeskKey, file: str = ATTACHED_NAME) -> bytes:
    """What a file holds that was sealed for this desk; ResultError says whose it is, or what failed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    head, body = two_lines(data, file, MOST_SEALED_BYTES)
    header, card = _header(head, file), key.card
    if header.to != card.fingerprint:
        raise ResultError(_FOR_ANOTHER, file=file, to=header.to, own=card.fingerprint)
    public = bytes.fromhex(header.key)
    try:
        cipher = ChaCha20Poly1305(_cipher_key(key.agree(public), public, card))
        return cipher.decrypt(_NONCE, _exactly(body), head)
    except (InvalidTag, ValueError):
        raise ResultError(_CHANGED, file=file) from None


def open_result(data: bytes, key: DeskKey | None = None, file: str = ATTACHED_NAME) -> Opened:
    """The result in a file, sealed for the desk of `key` or open; ResultError where it cannot be read."""
    if not is_sealed(data):
        return read(data, file)
    if key is None:
        raise ResultError(_FOR_A_DESK, file=file, to=sealed_to(data, file))
    return read(unseal(data, key, file), file)


def _exactly(body: bytes) -> bytes:
    """What base64 stands for; ValueError where the same could be written otherwise."""
    found = base64.b64decode(body, validate=True)
    if base64.b64encode(found) != body:
        raise ValueError
    return found


def _header(line: bytes, file: str) -> SealedHeader:
    root = values_in(line, file, 1)
    if isinstance(root, dict):
        refuse_newer(root, SEALED_FORMAT, file)
    header: SealedHeader = shaped(root, SealedHeader, file, 1)
    return header


def _cipher_key(shared: bytes, public: bytes, card: DeskCard) -> bytes:
    """HKDF-SHA256 of the shared secret, bound to both public keys (32 bytes)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt=public + card.sealing, info=_USE).derive(shared)
