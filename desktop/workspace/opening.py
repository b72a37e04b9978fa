"""What a workspace is opened with: the database of a folder or a server, and its content."""

from pathlib import Path
from typing import NamedTuple

from desktop.content.editions.edition import Edition
from desktop.fixed_edition import fixed_edition
from desktop.storage import Database, FileDatabase, Key
from desktop.storage.moving.moved import refuse_where_moved
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.text import Sentence
from desktop.workspace.editions import edition_of, left_out_words
from desktop.workspace.packs import Packs
from desktop.workspace.preferences import PreferenceBook
from desktop.workspace.stores import Stores
from desktop.workspace.wearing import wear


class Opened(NamedTuple):
    """A database, its content, and what is to be known of packs that rest; None where none does."""

    database: Database
    edition: Edition
    left_out: Sentence | None


def opened(folder: Path, key: Key | None, server: Address | None, *, is_read_at_once: bool) -> Opened:
    """Open as `Workspace.open`; where something fails, nothing stays open."""
    fixed = fixed_edition(folder)
    own = FileDatabase(folder, key, is_read_at_once=is_read_at_once)
    database: Database = own
    try:
        if server is None:
            refuse_where_moved(own)
        else:
            database = on_server(server, own)
        packs = Packs(database)
        preferences = PreferenceBook(Stores(database)).read()
        edition = edition_of(folder, packs, fixed, preferences.first_edition)
        edition.offer(preferences.courses)
        found = Opened(database, edition, left_out_words(edition, packs))
        wear(folder, edition)
    except BaseException:
        database.close()
        own.close()
        raise
    return found
