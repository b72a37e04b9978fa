"""A workspace carried to a server or back for the window; nothing here knows of Qt."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.text import Sentence
from desktop.ui.background import Tell
from desktop.ui.safety.wishes import MoveIn, MoveOut

if TYPE_CHECKING:
    from desktop.storage import Key
    from desktop.storage.moving.sums import Sums
    from desktop.storage.server.address import Address


@dataclass(frozen=True, slots=True)
class MovingStep:
    """What is done next, how many steps were done before it, and of how many."""

    doing: Sentence
    done: int
    of: int


def move(wish: MoveIn | MoveOut, folder: Path, key: "Key | None", tell: Tell) -> "Sums":
    """Runs in a worker thread: what was carried, table by table; StorageError why nothing was.

    `folder` and `key` are those of the workspace that moves in; nobody else has it open.
    """
    from desktop.storage.moving.carried import tables
    from desktop.storage.moving.file_side import open_source
    from desktop.storage.moving.moving import move_in, move_out
    from desktop.storage.vault.vault import new_vault

    progress = _Telling(tell, len(tables()) * (3 if isinstance(wish, MoveIn) else 2))
    if isinstance(wish, MoveIn):
        with closing(open_source(folder, key)) as database:
            return move_in(database, wish.owner, progress)
    lock = None if wish.code is None else new_vault(wish.passphrase, wish.code)
    return move_out(wish.owner, wish.folder, progress, lock)


class _Telling:
    def __init__(self, tell: Tell, of: int) -> None:
        self._tell = tell
        self._done, self._of = 0, of

    def __call__(self, doing: Sentence) -> None:
        self._tell(MovingStep(doing, self._done, self._of))
        self._done += 1


def try_owner(owner: "Address", folder: Path | None = None) -> None:
    """Runs in a worker thread: StorageError where these moves cannot begin.

    `folder` is the new one that the server's workspace would be carried to.
    """
    from desktop.storage.server.opening import require_driver

    require_driver()
    from desktop.storage.moving.moving import refuse_filled, refuse_movers

    if folder is not None:
        refuse_filled(folder)
    refuse_movers(owner)
