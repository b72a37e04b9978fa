"""A line above every page while the server does not answer, or something waits to be sent to it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.text import Wording
from desktop.ui.closing_strip import ClosingStrip
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.safety.leaving import asks_to_close, asks_to_stay, last_save
from desktop.ui.unsaved_strip import waiting_words


class ServerStrip(ClosingStrip):
    """Comes and goes by itself; before the window closes on what waits, it says that nothing is lost."""

    def __init__(self, desk: Desk, look: Look, window: QWidget) -> None:
        again = Button(look.wording("Try now"), "send-again")
        super().__init__("server", again, window)
        self._desk, self._window = desk, window
        self._unsaved = desk.unsaved
        self._wording = look.wording
        again.clicked.connect(self._on_again)
        self._unsaved.changed.connect(self._show)
        if desk.link is not None:
            desk.link.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._says.setText(self._words())
        self.setVisible(bool(self._says.text()))

    def _words(self) -> str:
        link, count = self._desk.link, self._unsaved.count
        error = self._unsaved.reason if count else None
        if link is not None and not link.is_up:
            error = link.error or error
        told = [server_words(count, self._wording)] if count else []
        if error is not None:
            told.append(self._wording.tell(error.sentence))
            if not count:
                told.append(self._wording("What you answer meanwhile is kept here and sent later."))
        if self._unsaved.only_in_memory:
            told.append(waiting_words(self._unsaved.only_in_memory, self._wording))
        return " ".join(told)

    def _on_again(self) -> None:
        if self._desk.link is not None:
            self._desk.link.try_now()
        self._unsaved.try_again()

    @override
    def stays(self) -> bool:
        why = last_save(self._desk, self._window).trouble
        if why is not None:
            return asks_to_stay(self, self._wording.tell(why), self._wording)
        if not self._unsaved.count:
            return False
        told = closing_words(self._unsaved.count, self._wording)
        return not asks_to_close(self, told, self._wording)


def server_words(count: int, wording: Wording) -> str:
    """How much waits to be sent."""
    return wording.plural(
        "{count} change waits for the server: it is kept here and sent by itself.",
        "{count} changes wait for the server: they are kept here and sent by themselves.",
        count,
    )


def closing_words(count: int, wording: Wording) -> str:
    """What becomes of what waits when the window closes."""
    return wording.plural(
        "{count} change still waits for the server. It stays on this computer, and is sent the next time "
        "Sestante is opened here and the server answers.",
        "{count} changes still wait for the server. They stay on this computer, and are sent the next time "
        "Sestante is opened here and the server answers.",
        count,
    )
