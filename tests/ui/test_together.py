"""Two windows on one server: people see each other and what the other writes, and nothing is overwritten unseen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.storage import FileDatabase
from desktop.storage import Hand as By
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.ui.background import wait_for_background_work
from desktop.ui.guide import Guide
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from desktop.workspace import Workspace
from tests.servers import workspace_on
from tests.serving import Server, serving
from tests.ui.conftest import begin_bakery
from tests.ui.hand import Hand

FIRST = "website"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    with workspace_on(server) as made:
        yield made


class Desk:
    """Somebody at a window."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.workspace = workspace
        self.window = Window(LIGHT)
        qtbot.addWidget(self.window)
        self.guide = Guide(workspace, Shell(self.window, "en", "light"))
        self.window.show()
        self.guide.start()
        self.hand = Hand(qtbot, self.window)

    def says(self, name: str) -> str:
        return self.hand.see(name, QLabel).text()

    def go(self, page: str) -> None:
        self.guide.go_to(page)

    def take_keyboard(self) -> None:
        self.window.activateWindow()
        self.hand.until(self.window.isActiveWindow)


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


def test_what_one_answers_appears_at_the_other_on_the_same_question(anna: Desk, bruno: Desk) -> None:
    for each in (anna, bruno):
        each.go("questions")
    anna.hand.click("choice-1")
    anna.hand.until(lambda: bruno.hand.see("choice-1").isChecked())
    assert "Anna has just changed this answer." in bruno.says("passing-words")


def test_two_on_one_company_see_each_other(server: Server, anna: Desk, bruno: Desk) -> None:
    assert bruno.says("others-here").endswith("is here too")
    assert anna.says("others-here").endswith("is here too")
    bruno.guide.desk.clear()
    anna.hand.until(lambda: anna.hand.find("others-here") is None)
