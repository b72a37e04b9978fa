"""Real SQLite files in a temporary folder."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.storage import FileDatabase, PinnedQuestionnaire
from desktop.storage.store import Store
from tests.desks import Desk, a_firm

PINNED = (PinnedQuestionnaire("technology-check", "1.0", "8ecaaefdbfe2001c"),)
Opening = Callable[[], AbstractContextManager[Store]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def opened(folder: Path) -> Opening:
    """Opens the data folder as a store, and closes it again."""

    @contextmanager
    def open_store() -> Iterator[Store]:
        database = FileDatabase(folder)
        try:
            yield Store(database)
        finally:
            database.close()

    return open_store


@pytest.fixture
def round_id(opened: Opening) -> int:
    """A company's first round, in a folder that is closed again."""
    with opened() as store:
        return store.create(Company(name="Panificio Lorusso", headcount=6), PINNED, Constraints())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with two companies."""
    made = Desk(tmp_path / "data")
    for name in ("Alfa", "Beta"):
        made.firm(a_firm(name))
    yield made
    made.close()


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Path:
    return desk.workspace.backups.save(tmp_path / "all.sestante-copy")
