"""A desk's keys, one to sign results and one to open what is sealed for it, and the card it shows others."""

import base64
import hashlib
import hmac
import re
import secrets
from binascii import Error as NoBase32
from dataclasses import dataclass, field
from typing import Final

from desktop.errors import SestanteError
from desktop.text import say

CARD_BEGINNING: Final = "sestante-desk-1:"
SECRET_BYTES = 32
_KEY_BYTES, _CHECK_BYTES = 32, 6
_CARD_BYTES = 2 * _KEY_BYTES + _CHECK_BYTES  # 70 bytes are 112 letters without any filling
_CARD_LETTERS = 112
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_NO_CARD = say(
    "This is not a desk's card: it begins with {beginning} and goes on with {count} letters and digits. "
    "Copy all of it again, as that desk shows it.",
    beginning=CARD_BEGINNING,
    count=_CARD_LETTERS,
)
_SLIP = say("A letter of this desk's card is wrong or missing. Copy all of it again, as that desk shows it.")


class CardError(SestanteError):
    """A text is no desk's card; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class DeskCard:
    """A desk's two public keys, 32 bytes each: what others need to check and to seal. It is no secret."""

    signing: bytes
    sealing: bytes

    @property
    def fingerprint(self) -> str:
        """Sixteen letters and digits in groups of four, such as ABCD-EFGH-2345-6789 for people to compare."""
        digest = hashlib.sha256(self.signing + self.sealing).digest()
        letters = base64.b32encode(digest).decode()
        return "-".join(letters[start : start + 4] for start in range(0, 16, 4))

    @property
    def text(self) -> str:
        """The card as one line of text."""
        keys = self.signing + self.sealing
        return CARD_BEGINNING + base64.b32encode(keys + _check(keys)).decode()

    def has_signed(self, data: bytes, signature: bytes) -> bool:
        """Whether a signature of 64 bytes is this desk's for these bytes."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.signing).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class DeskKey:
    """What only a desk knows: 32 bytes, from which each of its keys is derived for one use alone."""

    secret: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "DeskKey":
        """Keys that nobody had before."""
        return cls(new_secret())

    @property
    def card(self) -> DeskCard:
        """What others may know."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        signing = Ed25519PrivateKey.from_private_bytes(self._derived(b"signing"))
        sealing = X25519PrivateKey.from_private_bytes(self._derived(b"sealing"))
        return DeskCard(signing.public_key().public_bytes_raw(), sealing.public_key().public_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """The signature of some bytes, 64 bytes; the same each time."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._derived(b"signing")).sign(data)

    def sign_code(self, data: bytes) -> bytes:
        """The public key (32 bytes) and the signature of some bytes (64), as codes on paper carry them."""
        return self.card.signing + self.sign(data)

    @property
    def pack_seed(self) -> bytes:
        """32 bytes of which the key is made that signs this desk's packs."""
        return self._derived(b"packs")

    def agree(self, public: bytes) -> bytes:
        """The secret shared with who made a public key (X25519); ValueError where it is none."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

        own = X25519PrivateKey.from_private_bytes(self._derived(b"sealing"))
        return own.exchange(X25519PublicKey.from_public_bytes(public))

    def code(self, company_id: str) -> str:
        """What stands for a company in files that do not say whose they are, such as ABCD-2345.

        The same for all its rounds; without this desk's secret nobody can tell which company it is.
        """
        digest = hmac.digest(self._derived(b"codes"), company_id.encode(), "sha256")
        letters = base64.b32encode(digest).decode()
        return f"{letters[:4]}-{letters[4:8]}"

    def _derived(self, use: bytes) -> bytes:
        """One block of HKDF-Expand (RFC 5869) with SHA-256; the secret is random already."""
        return hmac.digest(self.secret, b"SESTANTE-DESK-1 " + use + b"\x01", "sha256")


def new_secret() -> bytes:
    """A secret that nobody had before."""
    return secrets.token_bytes(SECRET_BYTES)


def read_card(text: str) -> DeskCard:
    """The card in a text, however it was broken into lines; CardError where it is none or not whole."""
    bare = _SPACES.sub("", text).upper()
    _, beginning, rest = bare.partition(CARD_BEGINNING.upper())
    letters = rest[:_CARD_LETTERS]
    if not beginning or len(letters) < _CARD_LETTERS:
        raise CardError(_NO_CARD)
    try:
        data = base64.b32decode(letters)
    except (NoBase32, ValueError):
        raise CardError(_SLIP) from None
    keys, check = data[:-_CHECK_BYTES], data[-_CHECK_BYTES:]
    if len(data) != _CARD_BYTES or check != _check(keys):
        raise CardError(_SLIP)
    return DeskCard(keys[:_KEY_BYTES], keys[_KEY_BYTES:])


def _check(keys: bytes) -> bytes:
    """What shows a slip of the pen, before something is sealed for nobody."""
    return hashlib.sha256(b"SESTANTE-CARD-1\n" + keys).digest()[:_CHECK_BYTES]
