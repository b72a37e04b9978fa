"""Anna and Bruno at their windows, on one server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.storage import FileDatabase
from desktop.storage import Hand as By
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.ui.background import wait_for_background_work
from desktop.workspace import Workspace
from tests.serving import Server, serving
from tests.ui.conftest import begin_bakery
from tests.ui.two_desks import Desk


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def open_desk(
    qtbot: QtBot, address: Address, library: Library, tmp_path: Path, _dressed: None
) -> Iterator[Callable[[str], Desk]]:
    made: list[Desk] = []

    def opened(name: str) -> Desk:
        workspace = Workspace(library, on_server(address, FileDatabase(tmp_path / name)))
        if not workspace.has_companies:
            begin_bakery(workspace)
        workspace.history.hand = By(name)
        made.append(Desk(qtbot, workspace))
        return made[-1]

    yield opened
    assert wait_for_background_work(30_000)
    for each in made:
        each.workspace.close()


@pytest.fixture
def anna(open_desk: Callable[[str], Desk]) -> Desk:
    return open_desk("Anna")


@pytest.fixture
def bruno(anna: Desk, open_desk: Callable[[str], Desk]) -> Desk:
    return open_desk("Bruno")
