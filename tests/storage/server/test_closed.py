"""Work that goes on behind a window after its workspace was closed does not go back to the server."""

from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from desktop.content.company import Constraints
from desktop.errors import NotWrittenError
from desktop.storage import FileDatabase
from desktop.storage.server.address import Address
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.server.server_store import ServerStore
from tests.desks import a_firm
from tests.servers import until
from tests.serving import Server
from tests.slow_way import slow_way

_SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"


def is_alone(server: Server, address: Address) -> bool:
    """Whether no session is left on a database before long."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as watch:
        return until(lambda: watch.execute(_SESSIONS, [address.database]).fetchone() == (0,))


def test_work_behind_a_closed_window_asks_the_server_nothing(
    server: Server, address: Address, tmp_path: Path
) -> None:
    with slow_way(server) as way:
        database = ServerDatabase(way.address(address), FileDatabase(tmp_path))
        store = ServerStore(database)
        company = store.create(a_firm(), (), Constraints())
        database.close()
        assert is_alone(server, address)  # what closing says is said
        before = way.turns
        for work in (
            lambda: store.load(company),
            lambda: store.save_company(company, a_firm("Mulino")),
            lambda: store.save_place(company, {}),
        ):
            with pytest.raises(NotWrittenError, match="was closed meanwhile"):
                work()
        assert way.turns == before


def test_work_that_a_closed_window_interrupts_ends_and_holds_no_connection(
    server: Server, address: Address, tmp_path: Path
) -> None:
    with closing(ServerDatabase(address, FileDatabase(tmp_path))) as database:
        with database.reading() as rows:
            database.close()
            assert rows("SELECT 1 AS one")[0]["one"] == 1
        assert is_alone(server, address)
