"""The window leaves a workspace: what was being written is saved, questions go, work ends."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget

from desktop.errors import StorageError, sentence_of
from desktop.storage.reader import NO_ROUND
from desktop.text import Sentence, Wording, joined, say
from desktop.ui.background import Operation, end_background_work

if TYPE_CHECKING:
    from desktop.ui.desk import Desk

_STAYS = say(
    "Not everything you answered is saved, so this workspace stays open. Try again once it can be saved."
)


def save_what_is_written(window: QWidget) -> None:
    """Let the field being written in hand over its text."""
    if (field := window.focusWidget()) is not None:
        field.clearFocus()


@dataclass(frozen=True, slots=True)
class LastSave:
    """How saving went before a workspace is left: why something `waits`, and why something else is `lost`.

    What is lost stays where it was written as long as the page does.
    """

    waits: Sentence | None = None
    lost: Sentence | None = None

    @property
    def trouble(self) -> Sentence | None:
        """Why not everything is saved; None where it is."""
        found = list(dict.fromkeys(each for each in (self.waits, self.lost) if each is not None))
        return joined(found, "\n") if found else None


def last_save(desk: "Desk", window: QWidget) -> LastSave:
    """Save what is being written, and try once more what waits in `desk.unsaved`."""
    lost: list[Sentence] = []

    def on_failed(error: object) -> None:
        if isinstance(error, StorageError) and error.sentence.message == NO_ROUND.message:
            return  # the company is gone: nothing of it can be kept by staying
        if error is not desk.unsaved.reason:
            lost.append(sentence_of(error))

    desk.is_left = True
    desk.save_failed.connect(on_failed)
    save_what_is_written(window)
    desk.save_failed.disconnect(on_failed)
    desk.is_left = False
    is_saved = desk.unsaved.try_again() or desk.unsaved.reason is None or not desk.unsaved.only_in_memory
    waits = None if is_saved or desk.unsaved.reason is None else desk.unsaved.reason.sentence
    return LastSave(waits, joined(lost, "\n") if lost else None)


def refuses_to_leave(desk: "Desk", window: QWidget) -> bool:
    """Whether something could not be saved; it is told then, and nothing is given up."""
    why = last_save(desk, window).trouble
    if why is not None:
        desk.save_failed.emit(StorageError(joined([_STAYS, why], " ")))
    return why is not None


def asks_to_stay(parent: QWidget, told: str, wording: Wording) -> bool:
    """Whether the user would rather not close the window and lose what could not be saved."""
    box = _box(parent, "close-unsaved", QMessageBox.Icon.Warning, told)
    stay = box.addButton(wording("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(wording("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(stay)
    return _is_pressed(box, stay)


def asks_to_close(parent: QWidget, told: str, wording: Wording) -> bool:
    """Whether the user closes the window on what is kept and goes on the next time."""
    box = _box(parent, "close-waiting", QMessageBox.Icon.Information, told)
    close = box.addButton(wording("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(wording("Stay here"), QMessageBox.ButtonRole.RejectRole)
    return _is_pressed(box, close)


def _box(parent: QWidget, name: str, icon: QMessageBox.Icon, told: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(icon)
    box.setWindowTitle("Sestante")
    box.setText(told)
    return box


def _is_pressed(box: QMessageBox, usual: QPushButton) -> bool:
    """Whether the user presses the usual button, which Enter does."""
    box.setDefaultButton(usual)
    box.exec()
    return box.clickedButton() is usual


def given_up() -> Sentence | None:
    """What is being written in a dialog that goes when the workspace is left; None where nothing is."""
    asked = QApplication.activeModalWidget()
    if asked is None:
        return None
    from desktop.ui.asking_dialog import AskingDialog

    if not isinstance(asked, AskingDialog) or not asked.written:
        return None
    return say(
        "“{heading}” was open when this was locked, and is not saved. You had written: {words}",
        heading=asked.accessibleName(),
        words=asked.written,
    )


def is_asked_something() -> bool:
    """Whether a dialog waits for an answer; it is taken away, its page must have its turn before it goes."""
    asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if isinstance(asked, QDialog):
        asked.reject()
    elif asked is not None:
        asked.close()
    return asked is not None


def end_work(owner: QObject, milliseconds: int) -> None:
    """End what runs in the background for an owner, even what would go on after its page is gone."""
    for operation in owner.findChildren(Operation):
        operation.stop()
    end_background_work(owner, milliseconds)
