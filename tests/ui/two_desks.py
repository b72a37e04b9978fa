"""Windows of two people on one server."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.exceptions import TimeoutError as Late
from pytestqt.qtbot import QtBot

from desktop.ui.guide import Guide
from desktop.ui.look import look_of
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from desktop.workspace import Workspace
from tests.ui.hand import Hand


class Desk:
    """Somebody at a window."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.workspace = workspace
        self.window = Window(LIGHT)
        qtbot.addWidget(self.window, before_close_func=self.choose)
        self.guide = Guide(workspace, Shell(self.window, "en", "light"))
        self.window.show()
        self.guide.start()
        self.hand = Hand(qtbot, self.window)
        self.look = look_of("en", "light")

    def choose(self, _window: object) -> None:
        """Else closing the window asks."""
        for clash in self.guide.desk.clashes.all:
            self.guide.desk.clashes.settle(clash)

    def says(self, name: str) -> str:
        return self.hand.see(name, QLabel).text()

    def go(self, page: str) -> None:
        self.guide.go_to(page)

    def take_keyboard(self) -> None:
        self.window.activateWindow()
        self.hand.until(self.window.isActiveWindow)


def heard(qtbot: QtBot, condition: Callable[[], bool]) -> bool:
    """Whether something comes true in the two seconds that news take at most."""
    try:
        qtbot.waitUntil(condition, timeout=2000)
    except Late:
        return False
    return True
