"""One database put in the place of another, with what belongs beside it: both or neither, also after a crash.

What is new stands ready in a folder of its own, which gets the name `restoring.ready` in one step; from then
on the new one counts, and whoever opens the data folder next finishes what is left to do.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from desktop.errors import StorageError, system_reason
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.folder_lock import locked
from desktop.storage.places import FILE_NAME, VAULT_NAME
from desktop.storage.reasons import reason_of
from desktop.storage.vault.wiping import wipe
from desktop.text import say
from desktop.whole_files import flush_file, flush_folder, replace_whole

SCRATCH = "scratch-"
_MAKING, _READY, _NO_VAULT = "restoring.new", "restoring.ready", "no-vault"
_JOURNALS = ("-wal", "-shm", "-journal")
_IN_USE = say(
    "{path} could not be replaced: {reason}. Everything is as it was: "
    "wait until other work in Sestante has ended, close other programs that use the file, and try again."
)
_NOT_FINISHED = say(
    "A workspace that was restored is waiting in {path} to be put in its place: {reason}. Close other "
    "programs that use the data folder, and start Sestante again."
)


def without_journal(database: Path, key: Key | None) -> None:
    """Bring all that was written into the file itself; StorageError where somebody else has it open."""
    if not database.exists():
        return
    try:
        with closing(connect(database, key)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except database_errors(OSError) as error:
        raise StorageError(_IN_USE, path=database, reason=reason_of(error)) from error


def put_in_place(database: Path, other: Path, vault: str | None, stop: Callable[[str], object] = str) -> None:
    """Let another database, which has no journal, be the one of this folder; StorageError leaves the former.

    `stop` is told each step that is behind; tests end the process there.
    """
    folder = database.parent
    making, ready = folder / _MAKING, folder / _READY
    try:
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        os.replace(other, making / database.name)  # noqa: PTH105 - the one call that replaces on every system
        flush_file(making / database.name)
        replace_whole(making / (_NO_VAULT if vault is None else VAULT_NAME), (vault or "").encode())
        stop("made")
        making.rename(ready)
        flush_folder(folder)
    except OSError as error:
        raise StorageError(_IN_USE, path=database, reason=system_reason(error)) from error
    stop("ready")
    try:
        _finish(database, stop)
    except OSError as error:
        if (ready / database.name).exists():
            ready.rename(making)  # nothing was replaced yet: what was there stays
            raise StorageError(_IN_USE, path=database, reason=system_reason(error)) from error
        raise StorageError(_NOT_FINISHED, path=ready, reason=system_reason(error)) from error


def finish_restoring(database: Path) -> None:
    """Finish what a crash left half done in a data folder, and clear away what was thrown away."""
    folder = database.parent
    try:
        _finish(database)
    except OSError as error:
        raise StorageError(_NOT_FINISHED, path=folder / _READY, reason=system_reason(error)) from error
    for left in (folder / _MAKING, *folder.glob(f"{SCRATCH}*")):
        if left.is_dir():
            _throw_away(left)


def finish_before_unlocking(folder: Path) -> None:
    """As `finish_restoring`, before a passphrase is asked for; StorageError where it is open already."""
    if (folder / _READY).is_dir():
        lock = locked(folder)
        try:
            finish_restoring(folder / FILE_NAME)
        finally:
            lock.release()


def _finish(database: Path, stop: Callable[[str], object] = str) -> None:
    """Every step may be taken again: what was moved is no longer in the folder."""
    ready = database.parent / _READY
    if not ready.is_dir():
        return
    if (ready / database.name).exists():
        for end in _JOURNALS:  # one of the former database would be played into the new one
            database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
        os.replace(ready / database.name, database)  # noqa: PTH105 - as above
        flush_folder(database.parent)
    stop("database")
    vault = database.with_name(VAULT_NAME)
    if (ready / VAULT_NAME).exists():
        os.replace(ready / VAULT_NAME, vault)  # noqa: PTH105 - as above
    elif (ready / _NO_VAULT).exists():
        vault.unlink(missing_ok=True)
    flush_folder(database.parent)
    stop("vault")
    shutil.rmtree(ready)
    flush_folder(database.parent)


def _throw_away(folder: Path) -> None:
    """Remove a folder in which files of an encrypted workspace may stand readable."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            wipe(path)
    shutil.rmtree(folder, ignore_errors=True)
