"""What is said where a page cannot be read and the one before it stays."""

from PySide6.QtWidgets import QWidget

from desktop.errors import NotWrittenError, StorageError
from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.ui.passing_note import PassingNote


class UnshownNote(PassingNote):
    """Waits with the user for the server; any other reason is told as everywhere."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        super().__init__(over)
        self._desk = desk

    def tell(self, error: StorageError, wording: Wording) -> None:
        """Say why the page does not come."""
        if self._desk.link is not None and isinstance(error, NotWrittenError):
            self.show_words(wording("This page can be shown when the server answers again."))
        else:
            self._desk.save_failed.emit(error)
