"""Choosing where copies go and come from, in the system's dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.clock import today
from desktop.ui.look import Look
from desktop.workspace.backups import COPY_ENDS


def choose_target(parent: QWidget, look: Look, start: str) -> Path | None:
    """Where a copy is to be written; None where the dialog was left."""
    say = look.wording
    folder = Path(start).parent if start and Path(start).parent.is_dir() else Path.home()
    name = folder / f"sestante-{today().isoformat()}{COPY_ENDS}"
    chosen, _ = QFileDialog.getSaveFileName(parent, say("Save a copy"), str(name), _kinds(look))
    return Path(chosen) if chosen else None


def choose_copy(parent: QWidget, look: Look) -> Path | None:
    """The copy to look into; None where the dialog was left."""
    say = look.wording
    chosen, _ = QFileDialog.getOpenFileName(parent, say("Choose a copy"), str(Path.home()), _kinds(look))
    return Path(chosen) if chosen else None


def choose_second_place(parent: QWidget, look: Look) -> Path | None:
    """The folder where each day's copy goes, too; None where the dialog was left."""
    says = look.wording("Choose a folder on a stick or on the network")
    chosen = QFileDialog.getExistingDirectory(parent, says, str(Path.home()))
    return Path(chosen) if chosen else None


def _kinds(look: Look) -> str:
    kinds = look.wording("Copies of a workspace")
    return f"{kinds} (*{COPY_ENDS})"
