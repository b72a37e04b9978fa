"""Real workspaces: files in a temporary folder, and databases on a server.

What is about stores runs on both; a test or a module that is about the file itself is marked `of_files`.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.storage import Database, PinnedQuestionnaire
from desktop.storage.store import Store
from tests.desks import Desk, a_firm
from tests.laptops import Hub, Office
from tests.serving import Server
from tests.workspaces import Place, template_on

PINNED = (PinnedQuestionnaire("technology-check", "1.0", "8ecaaefdbfe2001c"),)
Opening = Callable[[], AbstractContextManager[Store]]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "of_files: about the workspace's file; a server has no part in it")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "place" in metafunc.fixturenames and not hasattr(metafunc.module, "place"):
        is_of_files = metafunc.definition.get_closest_marker("of_files")
        metafunc.parametrize("place", ["file"] if is_of_files else ["file", "server"], indirect=True)


@pytest.fixture(scope="session")
def template(server: Server) -> Server:
    """The server, with what workspaces are cloned from."""
    template_on(server)
    return server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def place(folder: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """An empty workspace: a file still to be made, or a database on a server."""
    if request.param == "file":
        yield Place(folder)
        return
    server: Server = request.getfixturevalue("server")
    with server.database(template_on(server)) as name:
        yield Place(folder, server.url(name))


@pytest.fixture
def opened(place: Place) -> Opening:
    """Opens the workspace as a store, and closes it again."""

    @contextmanager
    def open_store() -> Iterator[Store]:
        database = place.open()
        try:
            yield Store(database)
        finally:
            database.close()

    return open_store


@pytest.fixture
def round_id(opened: Opening) -> int:
    """A company's first round, in a workspace that is closed again."""
    with opened() as store:
        return store.create(Company(name="Panificio Lorusso", headcount=6), PINNED, Constraints())


@pytest.fixture
def database(place: Place) -> Iterator[Database]:
    """The workspace, open."""
    opened = place.open()
    yield opened
    opened.close()


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


@pytest.fixture(scope="module", params=["file", "server"])
def hub(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub that lends companies to laptops, in a file and on a server."""
    with _hub_at(request, tmp_path_factory.mktemp("laptops")) as made:
        yield made
        made.close()


@contextmanager
def _hub_at(request: pytest.FixtureRequest, folder: Path) -> Iterator[Hub]:
    if request.param == "file":
        yield Hub(folder)
        return
    server: Server = request.getfixturevalue("server")
    with server.database(template_on(server)) as name:
        yield Hub(folder, server.url(name))


@pytest.fixture
def office(hub: Hub) -> Iterator[Office]:
    """The hub's workspace, empty."""
    with hub.office() as made:
        yield made
