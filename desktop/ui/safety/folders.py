"""Choosing another workspace, which is another data folder."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.storage import FILE_NAME
from desktop.text import Wording


def chosen_folder(parent: QWidget, wording: Wording, now: Path) -> Path | None:
    """The data folder the user chooses; None where nothing is to change."""
    title = wording("Folder of the other workspace")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(now.parent))
    if not chosen or Path(chosen) == now.absolute():
        return None
    folder = Path(chosen)
    return folder if (folder / FILE_NAME).exists() or _begins(parent, wording, folder) else None


def _begins(parent: QWidget, wording: Wording, folder: Path) -> bool:
    question = wording(
        "There is no workspace in {folder} yet. Begin a new, empty one there? Choose an empty folder for it.",
        folder=folder,
    )
    buttons = QMessageBox.StandardButton
    return QMessageBox.question(parent, "Sestante", question) == buttons.Yes
