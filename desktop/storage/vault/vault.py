"""The vault of a workspace: its key, locked once with the passphrase and once with the recovery code."""

import secrets
from dataclasses import dataclass, replace
from uuid import uuid4

from desktop.errors import StorageError
from desktop.storage.connecting import KEY_BYTES, Key
from desktop.storage.vault.passphrase import normalised, refuse_weak
from desktop.storage.vault.recovery_code import CodeError, RecoveryCode
from desktop.storage.vault.wrapping import Effort, Wrap, unwrap, wrap
from desktop.text import say

_WRONG = say("This is not the passphrase of this workspace. Nothing was changed; try again.")
_WRONG_CODE = say(
    "This is not the recovery code of this workspace: it belongs to another one, or was replaced by a "
    "newer code."
)


class WrongSecretError(StorageError):
    """A passphrase or code does not open the workspace."""


@dataclass(frozen=True, slots=True)
class Vault:
    """`workspace` is an id of 32 hexadecimal digits; no key taken from another vault opens in this one."""

    workspace: str
    passphrase: Wrap
    recovery: Wrap

    def open(self, passphrase: str) -> Key:
        """The key; WrongSecretError for another passphrase. Takes half a second."""
        key = unwrap(self.passphrase, normalised(passphrase), _bound(self.workspace, "passphrase"))
        if key is None:
            raise WrongSecretError(_WRONG)
        return key

    def open_with_code(self, text: str) -> Key:
        """The key; CodeError for a slip of the pen, WrongSecretError for another code."""
        secret = RecoveryCode.read(text).secret
        key = unwrap(self.recovery, secret, _bound(self.workspace, "recovery"))
        if key is None:
            raise WrongSecretError(_WRONG_CODE)
        return key

    def open_with_any(self, text: str) -> Key:
        """The key, by the recovery code where the text is one, else by the passphrase."""
        try:
            RecoveryCode.read(text)
        except CodeError:
            return self.open(text)
        return self.open_with_code(text)

    def with_passphrase(self, key: Key, passphrase: str) -> "Vault":
        """The same key behind another passphrase; PassphraseError for a weak one."""
        return replace(self, passphrase=_behind_passphrase(self.workspace, key, passphrase, None))

    def with_code(self, key: Key, code: RecoveryCode) -> "Vault":
        """The same key behind another recovery code; the one before opens nothing any more."""
        return replace(self, recovery=wrap(key, code.secret, _bound(self.workspace, "recovery")))


def new_vault(passphrase: str, code: RecoveryCode, effort: Effort | None = None) -> tuple[Vault, Key]:
    """A vault with a key of its own, and that key; PassphraseError for a weak passphrase."""
    workspace, key = uuid4().hex, Key(secrets.token_bytes(KEY_BYTES))
    behind_code = wrap(key, code.secret, _bound(workspace, "recovery"), effort)
    return Vault(workspace, _behind_passphrase(workspace, key, passphrase, effort), behind_code), key


def _behind_passphrase(workspace: str, key: Key, passphrase: str, effort: Effort | None) -> Wrap:
    refuse_weak(passphrase)
    return wrap(key, normalised(passphrase), _bound(workspace, "passphrase"), effort)


def _bound(workspace: str, use: str) -> bytes:
    return f"sestante-vault-1:{workspace}:{use}".encode()
