"""The way into a workspace on a server: a password where none is known, another try, or the own workspace."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import sentence_of
from desktop.storage.server.address import PasswordWantedError
from desktop.text import Sentence, say

if TYPE_CHECKING:
    from desktop.ui.shell import Shell

_LONG = 1000  # milliseconds
_GIVEN_UP = say("You gave up waiting for {server}.")


class WayIn(QObject):
    """Shows what stands between the window and a server.

    Signals: `password_entered` carries the password and whether to keep it; `again_wanted`; `own_wanted` when
    this computer's own workspace is to be opened; `given_up` when the user waits no longer.
    """

    password_entered = Signal(str, bool)
    again_wanted = Signal()
    own_wanted = Signal()
    given_up = Signal()

    def __init__(self, shell: "Shell", server: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._server = server
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.timeout.connect(self._say_that_it_takes_long)

    def begin(self) -> None:
        """It is being opened."""
        self._long.start(_LONG)

    def end(self) -> None:
        """It is open, or cannot be opened."""
        self._long.stop()

    def show_failure(self, error: object, *, has_keyring: bool, waiting: int) -> None:
        """Say why it cannot be opened, and what can be done."""
        self.end()
        if isinstance(error, PasswordWantedError):
            self._ask_for_password(error.sentence, has_keyring=has_keyring)
        else:
            self._show_away(sentence_of(error), waiting)

    def show_given_up(self) -> None:
        """The user waits no longer."""
        self._show_away(Sentence(_GIVEN_UP.message, {"server": self._server}), 0)

    def _ask_for_password(self, told: Sentence, *, has_keyring: bool) -> None:
        from desktop.ui.server.password_page import PasswordPage

        page = PasswordPage(told, self._shell.look, has_keyring=has_keyring)
        page.entered.connect(self.password_entered)
        page.own_chosen.connect(self.own_wanted)
        self._shell.rail.hide()
        self._shell.show_page(page)

    def _show_away(self, told: Sentence, waiting: int) -> None:
        from desktop.ui.server.away_page import AwayPage

        words = self._shell.look.wording
        heading = words("The server cannot be reached")
        page = AwayPage(heading, words.tell(told), words("Try again"), self._shell.look, waiting)
        page.pressed.connect(self.again_wanted)
        page.own_chosen.connect(self.own_wanted)
        self._shell.rail.hide()
        self._shell.show_page(page)

    def _say_that_it_takes_long(self) -> None:
        from desktop.ui.message_page import MessagePage

        words = self._shell.look.wording
        waits = words("Waiting for {server}. This takes longer than usual.", server=self._server)
        page = MessagePage(words("Connecting…"), waits, words("Give up"))
        page.pressed.connect(self.given_up)
        self._shell.show_page(page)
