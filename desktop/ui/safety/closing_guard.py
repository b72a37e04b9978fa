"""The window does not close unasked on what waits in memory until a workspace is unlocked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from desktop.ui.shell import Shell


class ClosingGuard(QObject):
    """Asks before a window closes while so much is `waiting`, until it is ended."""

    def __init__(self, window: QWidget, shell: "Shell", waiting: int, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._shell = shell
        self._waiting = waiting
        window.installEventFilter(self)

    def end(self) -> None:
        """Nothing waits in memory alone any more, or somebody else asks."""
        self._window.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            from desktop.ui.safety.leaving import asks_to_stay
            from desktop.ui.safety.unlock_page import waiting_words

            words = self._shell.look.wording
            if asks_to_stay(self._shell, waiting_words(self._waiting, words), words):
                event.ignore()
                return True
        return super().eventFilter(watched, event)
