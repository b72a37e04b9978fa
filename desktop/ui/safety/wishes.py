"""What a page can wish of the workspace as a whole; what opened the workspace fulfils it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.advising import ExpertRemark
    from desktop.storage.connecting import Key
    from desktop.storage.server.address import Address
    from desktop.storage.vault.recovery_code import RecoveryCode
    from desktop.storage.vault.vault import Vault
    from desktop.workspace.company_listing import Wish


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the user is: a page, with a company on the desk or none, and what goes on there.

    `told_by` is who of that company answers, `wish` what the list was searched for, `focus` the widget with
    the keyboard, `room` the part of the hub, `drafts` remarks being written. All of it is in memory alone.
    """

    case_id: int | None
    page: str
    told_by: str = field(default="", repr=False)
    wish: "Wish | None" = field(default=None, repr=False)
    focus: str = ""
    room: str = ""
    drafts: "Mapping[int, ExpertRemark]" = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Lock:
    """Close the workspace and ask for the passphrase."""


@dataclass(frozen=True, slots=True)
class LockAfter:
    """Lock by itself after so many minutes without a key or the mouse, never where 0."""

    minutes: int


@dataclass(frozen=True, slots=True)
class TurnOn:
    """Encrypt the workspace; the recovery code has been written down."""

    vault: "Vault"
    key: "Key"


@dataclass(frozen=True, slots=True)
class TurnOff:
    """Make the workspace readable without a passphrase."""

    key: "Key" = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reopen:
    """Open the workspace anew, as another edition needs it, and go on where the user was."""


@dataclass(frozen=True, slots=True)
class LookThrough:
    """Open the workspace anew, its file looked through before any of it is shown: it was found damaged."""


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """Go on in another data folder."""

    folder: Path


@dataclass(frozen=True, slots=True)
class WorkOn:
    """Go on in the workspace of a server, and remember its address, written without the password."""

    server: str
    password: str = field(default="", repr=False)
    keeps_password: bool = False


@dataclass(frozen=True, slots=True)
class WorkHere:
    """Go on in this computer's own workspace; for good, or (not `is_lasting`) until the window closes."""

    is_lasting: bool = True


@dataclass(frozen=True, slots=True)
class ForgetPassword:
    """Know the password of the server no longer, once what is open now is closed."""


@dataclass(frozen=True, slots=True)
class MoveIn:
    """Carry the workspace to a server, as the owner of its database, and go on there as `then` says."""

    owner: "Address"
    then: WorkOn


@dataclass(frozen=True, slots=True)
class MoveOut:
    """Carry the workspace of a server into a new folder, encrypted where there is a code to open it."""

    owner: "Address"
    folder: Path
    passphrase: str = field(default="", repr=False)
    code: "RecoveryCode | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class BeginEvent:
    """Give the window to the visitors of the event that was written down as event mode's."""
