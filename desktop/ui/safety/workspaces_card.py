"""The card of the settings that leads to other workspaces."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.known_folders import known_folders
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.name_button import NameButton
from desktop.ui.pieces import Button, label
from desktop.ui.safety.folders import choose_folder
from desktop.ui.safety.wishes import OpenFolder


class WorkspacesCard(QFrame):
    """Which data folder this is, those used before, and any other."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk, self._look = desk, look
        self._folder = desk.workspace.folder.absolute()
        say = look.wording
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(say("Workspaces"), "heading"))
        column.addWidget(label(self._explained(), "small", "muted"))
        column.addWidget(label(str(self._folder), "small"))
        others = [folder for folder in known_folders() if folder != self._folder]
        if others:
            column.addWidget(label(say("Opened before on this computer:"), "small", "muted"))
        for number, folder in enumerate(others):
            button = NameButton(str(folder), f"known-workspace-{number}")
            button.clicked.connect(partial(self._go_to, folder))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        other = Button(say("Another workspace…"), "other-workspace")
        other.clicked.connect(self._on_other)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)

    def _explained(self) -> str:
        if self._desk.workspace.server is not None:
            return self._look.wording(
                "Other workspaces are folders on this computer, each with a passphrase of its own; nothing "
                "passes from one to another. What this window keeps on this computer is in the folder:"
            )
        return self._look.wording(
            "Each workspace is a folder with companies and a passphrase of its own; nothing passes from one "
            "to another. This one is in the folder:"
        )

    def _on_other(self) -> None:
        choose_folder(self, self._look, self._folder, self._go_to)

    def _go_to(self, folder: Path) -> None:
        self._desk.session_wished.emit(OpenFolder(folder))
