"""A pack as it was read and verified: its manifest, and its files by name."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final, Literal

from msgspec import Meta

from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape, Slug
from desktop.exchange.packs.signing import fingerprint_of

SUFFIX: Final = ".sestante-pack"
KIND: Final = "sestante-pack"
FORMAT: Final = 1
MOST_SERIAL: Final = 999_999_999
LARGEST_FILE: Final = 5_000_000
MOST_FILES: Final = 500
Hex32 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]
Hex64 = Annotated[str, Meta(pattern=r"^[0-9a-f]{128}$(?!\n)")]
Line = Annotated[str, Meta(pattern=r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$(?!\n)", max_length=120)]
VersionName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$(?!\n)")]
Serial = Annotated[int, Meta(ge=1, le=MOST_SERIAL)]


class PackedFile(Shape, frozen=True, kw_only=True):
    """A file of a pack: `size` in bytes, `sha256` in hexadecimal digits."""

    name: Annotated[str, Meta(max_length=200)]
    size: Annotated[int, Meta(ge=0, le=LARGEST_FILE)]
    sha256: Hex32


class KeyChange(Shape, frozen=True, kw_only=True):
    """What a hub's former key says of its next one; keys and signature in hexadecimal digits."""

    old: Hex32
    new: Hex32
    signature: Hex64


class Manifest(Shape, frozen=True, kw_only=True):
    """manifest.json; `key` is None until the pack is signed.

    `replaces` are the files of Sestante's own in whose place those of the pack come.
    """

    kind: Literal["sestante-pack"]
    format: Literal[1]
    id: Slug
    serial: Serial
    version: VersionName
    name: Line
    languages: Annotated[tuple[LanguageCode, ...], Meta(min_length=1, max_length=40)]
    hub: Slug | None = None
    replaces: Annotated[tuple[str, ...], Meta(max_length=MOST_FILES)] = ()
    key: Hex32 | None = None
    key_changes: Annotated[tuple[KeyChange, ...], Meta(max_length=20)] = ()
    files: Annotated[tuple[PackedFile, ...], Meta(max_length=MOST_FILES)]


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack says and holds. `files` are by names such as `brand/brand.yaml`.

    `archive` are its bytes as they came in. One that is not signed is only built, never read from others.
    """

    manifest: Manifest
    files: Mapping[str, bytes] = field(repr=False)
    archive: bytes = field(repr=False)

    @property
    def key(self) -> bytes:
        """The public key that signed, 32 bytes; none of an unsigned pack."""
        return bytes.fromhex(self.manifest.key or "")

    @property
    def fingerprint(self) -> str:
        """Letters and digits in groups, which people compare with those on the hub's card."""
        return fingerprint_of(self.key)

    @property
    def sha256(self) -> str:
        """What tells this pack from every other one, in hexadecimal digits."""
        return hashlib.sha256(self.archive).hexdigest()
