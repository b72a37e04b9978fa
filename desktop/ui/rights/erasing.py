"""Asking, deleting, and telling what could not be reached, in one call."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.rights.erase_dialog import Company, EraseDialog


def erase(desk: Desk, companies: Sequence[Company], look: Look, parent: QWidget) -> bool:
    """Whether the user wanted it and the companies are deleted; one that was open is put away."""
    dialog = EraseDialog(desk.workspace, companies, look, parent)
    is_erased = bool(dialog.exec())
    left = dialog.left
    dialog.deleteLater()
    if not is_erased:
        return False
    if desk.case is not None and desk.case.company_id in {number for number, _ in companies}:
        desk.clear()
    if left:
        told = "\n\n".join(look.wording.tell(each.sentence) for each in left)
        QMessageBox.warning(parent, "Sestante", told)
    return True
