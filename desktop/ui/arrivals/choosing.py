"""Choosing files to import, in the system's dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.look import Look

_ENDS = "*.sestante *.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp"


def choose_files(parent: QWidget, look: Look) -> list[Path]:
    """The files that the user chooses; none where the dialog was left."""
    say = look.wording
    ours, every = say("Results, plans, scans and photos"), say("All files")
    kinds = f"{ours} ({_ENDS});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, say("Import results"), str(Path.home()), kinds)
    return [Path(name) for name in chosen]
