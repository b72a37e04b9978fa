"""Sending to a server what waits for it, one after another; runs in a worker thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from desktop.errors import NotWrittenError, OutOfReachError, SestanteError
from desktop.storage.meanwhile_error import MeanwhileError
from desktop.ui.background import Tell
from desktop.ui.desk.letters import new_uid
from desktop.ui.desk.waiting import Waiting, WaitingBeginning
from desktop.workspace import Case, Workspace
from desktop.workspace.server_side import ServerSide


@dataclass(frozen=True, slots=True)
class Delivered:
    """A letter that was sent, by its name: the case it made, or why it never can be written."""

    uid: str
    made: Case | None = None
    error: SestanteError | None = None


@dataclass(frozen=True, slots=True)
class Renamed:
    """Part of a change was written under its name; the rest is sent under another."""

    uid: str
    other: str


def send_all(
    workspace: Workspace,
    server: ServerSide,
    letters: Iterable[tuple[str, Waiting]],
    is_wanted: Callable[[str], bool],
    tell: Tell,
) -> None:
    """Send one after another; NotWrittenError where the server does not take one now."""
    for uid, waiting in letters:
        if not is_wanted(uid):
            continue
        error: SestanteError | None = None
        made: Case | None = None
        try:
            made = send(workspace, server, uid, waiting, partial(_rename, server, tell, uid))
        except NotWrittenError:
            raise
        except MeanwhileError as meanwhile:  # from the letters to the choices in one step
            server.clashes.put(meanwhile.clashes, instead_of=uid)
            error = meanwhile
        except SestanteError as refused:
            error = refused
        if not isinstance(error, OutOfReachError):  # it stays for the next time this workspace is opened
            server.outbox.remove(uid)
        tell(Delivered(uid, made, error))


def _rename(server: ServerSide, tell: Tell, uid: str, other: str) -> None:
    server.outbox.rename(uid, other)
    tell(Renamed(uid, other))


def send(  # noqa: PLR0913 - a change with its name, and all that takes part in sending it
    workspace: Workspace,
    server: ServerSide,
    uid: str,
    waiting: Waiting,
    rename: Callable[[str], object],
    *,
    is_first: bool = False,
) -> Case | None:
    """Write a change once, by the hand that gave it; the case it made, if any.

    `is_first` where it was never sent before.
    """
    with server.sending(uid, is_first=is_first) as sent:
        try:
            with workspace.history.by(waiting.hand):
                return waiting.write(workspace)
        except NotWrittenError:
            if sent.is_named and not isinstance(waiting, WaitingBeginning):
                rename(new_uid())
            raise
    return waiting.made(workspace) if isinstance(waiting, WaitingBeginning) else None
