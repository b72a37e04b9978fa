"""A line above every page while something waits to be written: why, what to do, and another try."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.text import Wording
from desktop.ui.closing_strip import ClosingStrip
from desktop.ui.desk import Desk
from desktop.ui.desk.waiting import Waiting, WaitingAnswer, WaitingRemark
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.safety.leaving import asks_to_stay, last_save


class UnsavedStrip(ClosingStrip):
    """Hidden while all is saved; before the window closes it tries once more, and asks."""

    def __init__(self, desk: Desk, look: Look, window: QWidget) -> None:
        again = Button(look.wording("Try again"), "save-again")
        super().__init__("unsaved", again, window)
        self._desk, self._window = desk, window
        self._unsaved = desk.unsaved
        self._wording = look.wording
        again.clicked.connect(self._unsaved.try_again)
        self._unsaved.changed.connect(self._show)
        self._tell()
        if not self._unsaved.count:
            self.hide()

    def _show(self) -> None:
        self._tell()
        self.setVisible(self._unsaved.count > 0)

    def _tell(self) -> None:
        if (reason := self._unsaved.reason) is not None:
            told = waiting_words(self._unsaved.waiting, self._wording)
            self._says.setText(f"{told} {self._wording.tell(reason.sentence)}")

    @override
    def stays(self) -> bool:
        """Whether something cannot be saved and the user would rather not lose it."""
        why = last_save(self._desk, self._window).trouble
        if why is None:
            return False
        told = waiting_words(self._unsaved.waiting, self._wording) if self._unsaved.count else ""
        return asks_to_stay(self, f"{told} {self._wording.tell(why)}".strip(), self._wording)


def waiting_words(waiting: Sequence[Waiting], wording: Wording) -> str:
    """How much is not saved yet."""
    if all(isinstance(each, WaitingAnswer) for each in waiting):
        return wording.plural(
            "{count} answer is not saved yet. It stays here and is saved as soon as that is possible.",
            "{count} answers are not saved yet. They stay here and are saved as soon as that is possible.",
            len(waiting),
        )
    if all(isinstance(each, WaitingAnswer | WaitingRemark) for each in waiting):
        return wording.plural(
            "{count} answer or note is not saved yet. "
            "It stays here and is saved as soon as that is possible.",
            "{count} answers and notes are not saved yet. "
            "They stay here and are saved as soon as that is possible.",
            len(waiting),
        )
    return wording.plural(
        "{count} entry is not saved yet. It stays here and is saved as soon as that is possible.",
        "{count} entries are not saved yet. They stay here and are saved as soon as that is possible.",
        len(waiting),
    )
