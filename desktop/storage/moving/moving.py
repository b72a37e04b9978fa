"""A workspace moved to a server or back: verified before it is called done, and nothing done by halves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Table

from desktop.errors import StorageError
from desktop.stopping import refuse_if_stopped
from desktop.storage.connecting import Key
from desktop.storage.file_database import FileDatabase
from desktop.storage.moving.carried import tables
from desktop.storage.moving.checking import Checking, held_rows
from desktop.storage.moving.file_side import FileSource, FileTarget, making_file, reading_file
from desktop.storage.moving.moved import mark_as_moved
from desktop.storage.moving.new_folder import new_folder
from desktop.storage.moving.server_side import ServerSide, at_server
from desktop.storage.moving.sums import Adding, Sum, Sums, Values, differing, sum_of
from desktop.storage.server.address import Address
from desktop.storage.vault.vault import Vault
from desktop.text import Sentence, say

Progress = Callable[[Sentence], None]
"""Called with what is done next."""
CHECKING = say("Looking at {table}")
MOVING = say("Moving {table}")
VERIFYING = say("Verifying {table}")
_FILLED = say(
    "{address} holds something else already. Move into a database that is empty: "
    "make one, and in it a workspace with: sestante server init. Nothing was moved."
)
_DIFFERS = say(
    "What arrived is not what was sent ({names}), so nothing was moved. "
    "Try again, and tell whoever looks after Sestante if it happens again."
)


def move_in(database: FileDatabase, address: Address, progress: Progress) -> Sums:
    """Carry an open workspace to a server, and mark it as moved; what was carried, table by table.

    All of it is on the server afterwards, or nothing. Where all of it is there already, as after a move whose
    end nobody saw, it is only marked. StorageError says what stands in the way.
    """
    with reading_file(database) as source:
        wanted = Checking(source).sum_up(_each(progress, CHECKING))
        with at_server(address) as server:
            server.close_to_others()
            is_there = server.has_any()
            if not is_there:
                for table in _each(progress, MOVING):
                    server.write(table, _unless_stopped(held_rows(source, table)))
            found = _sums(server, progress)
            if differing(wanted, found):
                sentence = _FILLED if is_there else _DIFFERS
                raise StorageError(sentence, address=address.told, names=", ".join(differing(wanted, found)))
            server.open_to_others()
    mark_as_moved(database, replace(address, user="").told)
    return wanted


def move_out(
    address: Address, folder: Path, progress: Progress, lock: tuple[Vault, Key] | None = None
) -> Sums:
    """Carry a server's workspace into a new folder; what was carried, table by table.

    The server is left as it is. The folder is there as a whole afterwards, or not at all. With a lock,
    nothing that can be read without its passphrase is written at any moment.
    """
    with (
        new_folder(folder) as made,
        at_server(address, is_read_only=True) as server,
        making_file(made, lock) as target,
    ):
        wanted = {table.name: _carried(server, target, table) for table in _each(progress, MOVING)}
        if names := differing(wanted, _sums(target, progress)):
            raise StorageError(_DIFFERS, names=", ".join(names))
    return wanted


def refuse_movers(address: Address) -> None:
    """StorageError where who signs in at an address can neither move there nor from there."""
    with at_server(address, is_read_only=True):
        pass


def sums_of_server(address: Address) -> Sums:
    """What a server's workspace adds up to."""
    with at_server(address, is_read_only=True) as server:
        return {table.name: sum_of(server.rows(table)) for table in tables()}


def _carried(server: ServerSide, target: FileTarget, table: Table) -> Sum:
    adding = Adding()
    target.write(table, _unless_stopped(adding.through(server.rows(table))))
    return adding.sum


def _sums(side: FileSource | ServerSide, progress: Progress) -> Sums:
    return {table.name: sum_of(_unless_stopped(side.rows(table))) for table in _each(progress, VERIFYING)}


def _each(progress: Progress, doing: Sentence) -> Iterator[Table]:
    for table in tables():
        progress(Sentence(doing.message, {"table": table.name}))
        yield table


def _unless_stopped(rows: Iterable[Values]) -> Iterator[Values]:
    for row in rows:
        refuse_if_stopped()
        yield row
