"""Choosing the folder of one's own edition: a new one, or one that is there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fields import line_field
from desktop.ui.look import Look

_LONGEST_ID = 40


def choose_existing(parent: QWidget, look: Look) -> Path | None:
    """The folder of an edition that the user chooses; None where the dialog was left."""
    chosen = QFileDialog.getExistingDirectory(parent, look.wording("Folder of the edition"), str(Path.home()))
    return Path(chosen) if chosen else None


def ask_for_new(parent: QWidget, look: Look, then: Callable[[str, Path], object]) -> None:
    """Ask for the short name of a new edition, and where its folder is to be made."""
    say = look.wording
    sentences = (
        say(
            "Its short name is part of the file's name: small letters, digits and hyphens, such as "
            "hub-valle-serena. It stays the same in every version."
        ),
    )
    dialog = AskingDialog(parent, Asked(say("A new edition"), say("Choose where…"), sentences), look)
    dialog.setObjectName("new-edition")
    field = line_field("edition-id", say("Short name"), _LONGEST_ID)
    field.setPlaceholderText(say("Short name"))
    dialog.inside.addWidget(field)
    dialog.first = field
    dialog.ask(partial(_ask_where, parent, look, field, then))


def _ask_where(parent: QWidget, look: Look, field: QLineEdit, then: Callable[[str, Path], object]) -> None:
    name = field.text().strip()
    title = look.wording("Where to put the folder of the edition")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
    if chosen and name:
        then(name, Path(chosen) / name)
