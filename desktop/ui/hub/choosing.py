"""Choosing in the system's dialog where a file of the hub is written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.printed.file_names import with_ending


def choose_file(parent: QWidget, title: str, first: Path, kinds: str, *endings: str) -> Path | None:
    """The file to write, with one of some endings; None where the dialog was left.

    A name without one has that of the kind chosen, else the first of them.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(first), kinds)
    if not chosen:
        return None
    ending = next((each for each in endings if f"*{each}" in kind), endings[0])
    return with_ending(chosen, ending, *endings)
