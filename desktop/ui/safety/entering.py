"""The way into a workspace: it is opened beside the window, after its passphrase where it has one."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.text import say
from desktop.ui.background import Operation
from desktop.ui.dressing import import_unlocking
from desktop.ui.safety.session import Session, open_session
from desktop.ui.turn_taking import TurnTaking

if TYPE_CHECKING:
    from desktop.storage import Key
    from desktop.ui.shell import Shell

_BY_CODE = say(
    "The workspace was opened with the recovery code. Choose a new passphrase in the settings: where the "
    "present one is asked for, the recovery code works too."
)


class Entering(QObject):
    """Opens the workspace of a session; it holds no key any more once that is open.

    Signals: `opened` carries the workspace, and the session with its key; `failed` the error; `folder_chosen`
    the data folder wanted in its place.
    """

    opened = Signal(object, object)
    failed = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, session: Session, shell: "Shell", turns: TurnTaking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._shell = shell
        self._turns = turns
        self._is_given_up = False
        self._opening = Operation(self)
        self._opening.succeeded.connect(self._on_opened)
        self._opening.failed.connect(self.failed)

    def begin(self) -> None:
        """Open it, or try again."""
        self._opening.start(partial(open_session, self._session))

    def give_up(self) -> None:
        """The window closes: a workspace that comes yet is closed again."""
        self._is_given_up = True

    def _on_opened(self, value: object) -> None:
        from desktop.workspace import Workspace

        if not isinstance(value, Workspace):
            if not self._is_given_up:
                self._turns.take(import_unlocking, partial(self._ask_for_passphrase, value))
        elif self._is_given_up:
            value.close()
        else:
            session, self._session = self._session, replace(self._session, key=None)
            self.opened.emit(value, session)

    def _ask_for_passphrase(self, vault: object) -> None:
        from desktop.storage.vault.vault import Vault
        from desktop.ui.safety.unlock_page import UnlockPage

        if not isinstance(vault, Vault):
            return
        page = UnlockPage(vault, self._session.folder, self._shell.look, len(self._session.waiting))
        page.unlocked.connect(self._on_unlocked)
        page.unlocked_by_code.connect(self._on_unlocked_by_code)
        page.folder_chosen.connect(self.folder_chosen)
        self._shell.rail.hide()
        self._shell.show_page(page)

    def _on_unlocked(self, key: "Key") -> None:
        from desktop.ui.message_page import MessagePage

        self._session = replace(self._session, key=key)
        self._shell.show_page(MessagePage(""))
        self.begin()

    def _on_unlocked_by_code(self, key: "Key") -> None:
        self._session = replace(self._session, told=_BY_CODE)
        self._on_unlocked(key)
