"""Choosing another workspace, which is another data folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.storage import FILE_NAME
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.look import Look


def choose_folder(parent: QWidget, look: Look, now: Path, then: Callable[[Path], object]) -> None:
    """Let the user choose a data folder, and ask before a new one begins; `then` gets another than `now`."""
    title = look.wording("Folder of the other workspace")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(now.parent))
    if not chosen or Path(chosen) == now.absolute():
        return
    folder = Path(chosen)
    if (folder / FILE_NAME).exists():
        then(folder)
    else:
        _ask_to_begin(parent, look, folder, then)


def _ask_to_begin(parent: QWidget, look: Look, folder: Path, then: Callable[[Path], object]) -> None:
    say = look.wording
    sentences = (
        say("There is no workspace in {folder} yet. Choose an empty folder for a new one.", folder=folder),
    )
    asked = Asked(say("Begin a new, empty workspace?"), say("Begin it here"), sentences)
    dialog = AskingDialog(parent, asked, look)
    dialog.setObjectName("begin-workspace")
    dialog.ask(partial(then, folder))
