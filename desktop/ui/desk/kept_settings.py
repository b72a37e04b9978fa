"""The settings of the window, remembered for the next time."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errors import StorageError, system_reason
from desktop.settings import Settings, read_settings, write_settings
from desktop.text import say

_NOT_REMEMBERED = say("The settings could not be kept for the next time: {reason}.")


class KeptSettings(QObject):
    """Reads and changes the settings of a data folder.

    Signals: `failed` carries the error that says why they could not be written.
    """

    failed = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder

    @property
    def now(self) -> Settings:
        """What is remembered."""
        return read_settings(self._folder, Settings())

    def change(self, **changed: str) -> None:
        """Remember other values for some of the fields of `Settings`."""
        try:
            write_settings(self._folder, self.now._replace(**changed))
        except OSError as error:
            self.failed.emit(StorageError(_NOT_REMEMBERED, reason=system_reason(error)))
