"""The file vault.json: read strictly, with a sentence for whatever is wrong, and written whole."""

import hashlib
import json
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from desktop.errors import StorageError, system_reason
from desktop.storage.places import VAULT_NAME
from desktop.storage.vault.vault import Vault
from desktop.storage.vault.wrapping import NONCE_BYTES, SALT_BYTES, SEALED_BYTES, Effort, Wrap
from desktop.text import say
from desktop.whole_files import replace_whole

FORMAT: Final = 1
_KIND: Final = "sestante-vault"
_LARGEST = 10_000  # bytes; a whole one has about 1,200
_NOT_READ = say("{path} cannot be read: {reason}. Check who may read it, and try again.")
_NOT_WRITTEN = say("{path} could not be written: {reason}. What was there before is as it was.")
_DAMAGED = say(
    "{path} is damaged, and the passphrase opens nothing without it. It was left untouched: put a copy of "
    "it in its place, from a safety copy of the data folder."
)
_FOREIGN = say(
    "{path} is not a Sestante vault, although it is where one should be. It was left untouched: put the "
    "file of this workspace there, from a safety copy of the data folder."
)
_NEWER = say(
    "{path} was written by a newer Sestante (format {format}). It was left untouched: "
    "install the newer version."
)
_Hex16 = Annotated[str, Meta(pattern=f"^[0-9a-f]{{{2 * SALT_BYTES}}}$")]
_Hex12 = Annotated[str, Meta(pattern=f"^[0-9a-f]{{{2 * NONCE_BYTES}}}$")]
_Hex48 = Annotated[str, Meta(pattern=f"^[0-9a-f]{{{2 * SEALED_BYTES}}}$")]


class VaultError(StorageError):
    """The vault cannot be used; the sentence says why."""


class _Beginning(msgspec.Struct, frozen=True):
    """What tells a vault of any format."""

    kind: str
    format: int


class _Wrap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    n: int
    r: int
    p: int
    salt: _Hex16
    nonce: _Hex12
    sealed: _Hex48


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: Literal["sestante-vault"]
    format: Literal[1]
    workspace: _Hex16
    passphrase: _Wrap
    recovery: _Wrap
    check: str


def read_vault(folder: Path) -> Vault:
    """The vault of a data folder; VaultError says why it cannot be used."""
    path = folder / VAULT_NAME
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise VaultError(_NOT_READ, path=path, reason=system_reason(error)) from error
    _refuse_others(data, path)
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise VaultError(_DAMAGED, path=path) from error
    vault = Vault(found.workspace, _unpacked(found.passphrase), _unpacked(found.recovery))
    is_sensible = vault.passphrase.effort.is_sensible and vault.recovery.effort.is_sensible
    if not is_sensible or found.check != _plain(vault)["check"]:
        raise VaultError(_DAMAGED, path=path)
    return vault


def write_vault(folder: Path, vault: Vault) -> None:
    """Replace the vault of a data folder, whole or not at all; VaultError where it cannot be written."""
    path = folder / VAULT_NAME
    try:
        replace_whole(path, (json.dumps(_plain(vault), indent=2) + "\n").encode())
    except OSError as error:
        raise VaultError(_NOT_WRITTEN, path=path, reason=system_reason(error)) from error


def _refuse_others(data: bytes, path: Path) -> None:
    """What is no vault, or a later one."""
    try:
        if len(data) > _LARGEST:
            raise VaultError(_FOREIGN, path=path)
        beginning = msgspec.json.decode(data, type=_Beginning)
    except msgspec.ValidationError:
        raise VaultError(_FOREIGN, path=path) from None
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise VaultError(_DAMAGED, path=path) from error
    if beginning.kind != _KIND:
        raise VaultError(_FOREIGN, path=path)
    if beginning.format > FORMAT:
        raise VaultError(_NEWER, path=path, format=beginning.format)


def _plain(vault: Vault) -> dict[str, Any]:
    """As it is written, with a digest by which damage is told from a wrong passphrase."""
    plain: dict[str, Any] = {
        "kind": _KIND,
        "format": FORMAT,
        "workspace": vault.workspace,
        "passphrase": _packed(vault.passphrase),
        "recovery": _packed(vault.recovery),
    }
    whole = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    return {**plain, "check": hashlib.sha256(whole).hexdigest()}


def _packed(wrap: Wrap) -> dict[str, int | str]:
    effort = {"n": wrap.effort.n, "r": wrap.effort.r, "p": wrap.effort.p}
    return effort | {"salt": wrap.salt.hex(), "nonce": wrap.nonce.hex(), "sealed": wrap.sealed.hex()}


def _unpacked(wrap: _Wrap) -> Wrap:
    effort = Effort(wrap.n, wrap.r, wrap.p)
    return Wrap(effort, bytes.fromhex(wrap.salt), bytes.fromhex(wrap.nonce), bytes.fromhex(wrap.sealed))
