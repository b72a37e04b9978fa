"""Asking, deleting, and telling what could not be reached, in one call."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.errors import StorageError
from desktop.storage.reader import NO_ROUND
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.rights.erase_dialog import Company, EraseDialog
from desktop.ui.withheld import only_coordinator


def erase(
    desk: Desk, companies: Sequence[Company], look: Look, parent: QWidget, then: Callable[[], object]
) -> None:
    """Ask, and delete where the user agrees; a company that was open is put away, and `then` follows."""
    if not desk.workspace.rights_here.can_delete:
        QMessageBox.information(parent, "Sestante", only_coordinator(look.wording))
        return
    dialog = EraseDialog(desk.workspace, companies, look, parent)
    dialog.ask(partial(_on_erased, dialog, desk, companies, look, then))


def _on_erased(
    dialog: EraseDialog, desk: Desk, companies: Sequence[Company], look: Look, then: Callable[[], object]
) -> None:
    gone, waiting = {number for number, _ in companies}, desk.unsaved.waiting
    cases = (each.case for each in waiting if each.case is not None)
    desk.unsaved.forget(case.id for case in cases if case.company_id in gone)
    asked = {each.round_id for each in desk.clashes.all}
    desk.clashes.forget(each for each in asked if _is_gone(desk, each))
    if desk.case is not None and desk.case.company_id in gone:
        desk.clear()
    if dialog.left:
        told = "\n\n".join(look.wording.tell(each.sentence) for each in dialog.left)
        QMessageBox.warning(dialog.parentWidget(), "Sestante", told)
    then()


def _is_gone(desk: Desk, round_id: int) -> bool:
    try:
        desk.workspace.case(round_id)
    except StorageError as error:
        return error.sentence.message == NO_ROUND.message
    return False
