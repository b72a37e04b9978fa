"""Desks in two rounds of one company write its one profile: what the other wrote meanwhile stays."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from desktop.content.company import Constraints
from desktop.storage import FileDatabase
from desktop.storage.company_columns import company_to_columns
from desktop.storage.journal import Journal
from desktop.storage.round_store import RoundStore
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.server.server_store import ServerStore
from desktop.storage.store import Store
from tests.desks import a_firm
from tests.servers import until, workspace_on
from tests.serving import Server

_WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.fixture
def there(server: Server, tmp_path: Path) -> Iterator[ServerDatabase]:
    with (
        workspace_on(server) as address,
        closing(ServerDatabase(address, FileDatabase(tmp_path))) as made,
    ):
        yield made


@pytest.mark.parametrize("kind", [ServerStore, Store])
def test_a_profile_written_in_two_rounds_keeps_what_both_changed(
    there: ServerDatabase, kind: type[Store]
) -> None:
    store = ServerStore(there)
    first = store.create(a_firm(), [], Constraints())
    second = RoundStore(there).begin(first, [], Constraints())
    seen, sector, name = a_firm(), replace(a_firm(), sector="G"), a_firm("Mulino")

    def waits() -> bool:
        with there.reading() as rows:
            return bool(rows(_WAITING)[0][0])

    with ThreadPoolExecutor() as pool:
        with there.session() as session:
            Journal().change(session, first, "profile", {"": company_to_columns(sector)})
            session.execute(text("SELECT 1"))  # all of it is on the server, and nothing committed
            saving = pool.submit(kind(there).save_company, second, name, seen)
            assert until(waits, seconds=4)
        saving.result()
    assert store.load(first).company == replace(name, sector="G")
