"""A file that shows something is looked at over the page it belongs to, and saved where the user wants."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import SestanteError
from desktop.storage import Evidence
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.questions.beside.viewer import Viewer


def look_at(evidence: Evidence, inside: QWidget, page: str, desk: Desk, look: Look) -> Viewer:
    """Show a file of the open case over the page of a name; SestanteError where it cannot be read."""
    content = desk.workspace.visits.content(desk.open_case, evidence.id)
    viewer = Viewer(page_over(inside, page), evidence, content, look)
    viewer.save_wanted.connect(partial(_save, viewer, desk, look))
    return viewer


def page_over(inside: QWidget, page: str) -> QWidget:
    """What a viewer lies over: everything beside the rail."""
    above: QWidget | None = inside
    while above is not None and above.objectName() != page:
        above = above.parentWidget()
    return above or inside


def _save(viewer: Viewer, desk: Desk, look: Look, evidence: object) -> None:
    say = look.wording
    folder = QFileDialog.getExistingDirectory(viewer, say("Save a copy in this folder"))
    if not folder or not isinstance(evidence, Evidence):
        return
    try:
        path = desk.workspace.visits.save_copy(desk.open_case, evidence, Path(folder))
    except SestanteError as error:
        desk.save_failed.emit(error)
        return
    desk.noted.emit(say("Saved as {path}.", path=path))
