"""Choosing files to import, in the system's dialog, and taking them in."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look

_ENDS = "*.sestante *.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp"


def take_in_chosen(parent: QWidget, desk: Desk, look: Look) -> bool:
    """Begin to take in the files that the user chooses; whether that has begun."""
    paths = _chosen_files(parent, look)
    return bool(paths) and desk.arrivals.take_in(desk.workspace, paths)


def _chosen_files(parent: QWidget, look: Look) -> list[Path]:
    """None where the dialog was left."""
    say = look.wording
    ours, every = say("Results, plans, scans and photos"), say("All files")
    kinds = f"{ours} ({_ENDS});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, say("Import results"), str(Path.home()), kinds)
    return [Path(name) for name in chosen]
