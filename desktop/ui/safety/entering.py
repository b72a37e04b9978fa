"""The way into a workspace: it is opened beside the window, after its passphrase where it has one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.text import say
from desktop.ui.background import Operation
from desktop.ui.dressing import import_unlocking
from desktop.ui.safety.session import Beside, Session, look_beside, open_session, shown_address
from desktop.ui.server.way_in import WayIn
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
    the data folder wanted in its place; `own_wanted` when it is this computer's own workspace instead of that
    of a server.
    """

    opened = Signal(object, object)
    failed = Signal(object)
    folder_chosen = Signal(object)
    own_wanted = Signal()

    def __init__(self, session: Session, shell: "Shell", turns: TurnTaking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._shell = shell
        self._turns = turns
        self._is_given_up = False
        self._opening = Operation(self)
        self._opening.succeeded.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._beside = Operation(self)
        self._beside.succeeded.connect(self._on_looked_beside)
        self._error: object = None
        self._after_giving_up: Callable[[], None] | None = None
        self._way_in: WayIn | None = None

    def begin(self) -> None:
        """Open it, or try again."""
        if self._session.database:
            self._known_way_in().begin()
        self._opening.start(partial(open_session, self._session))

    def _known_way_in(self) -> WayIn:
        if self._way_in is None:
            way = self._way_in = WayIn(self._shell, shown_address(self._session.database), self)
            way.password_entered.connect(self._on_password)
            way.again_wanted.connect(self._on_again)
            way.own_wanted.connect(self._on_own_wanted)
            way.given_up.connect(self._on_server_given_up)
        return self._way_in

    def _on_failed(self, error: object) -> None:
        """Where a server cannot be reached, something can be done about it."""
        if self._after_giving_up is not None:
            self._go_on_after_giving_up()
        elif self._way_in is None:
            self.failed.emit(error)
        else:
            self._way_in.end()
            self._error = error
            self._beside.start(partial(look_beside, self._session))

    def _on_looked_beside(self, beside: object) -> None:
        if isinstance(beside, Beside) and self._way_in is not None and not self._is_given_up:
            self._way_in.show_failure(self._error, has_keyring=beside.has_keyring, waiting=beside.waiting)

    def _on_password(self, password: str, keeps: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        from desktop.ui.message_page import MessagePage

        self._session = replace(self._session, password=password, keeps_password=keeps)
        self._shell.show_page(MessagePage(self._shell.look.wording("Connecting…")))
        self.begin()

    def _on_again(self) -> None:
        from desktop.ui.message_page import MessagePage

        self._shell.show_page(MessagePage(self._shell.look.wording("Connecting…")))
        self._when_ended(self.begin)

    def _on_own_wanted(self) -> None:
        self._when_ended(self.own_wanted.emit)

    def _on_server_given_up(self) -> None:
        self._after_giving_up = _nothing
        if self._way_in is not None:
            self._way_in.show_given_up()

    def _when_ended(self, act: Callable[[], None]) -> None:
        """Once the opening that was given up has ended: it holds the folder until then."""
        if self._after_giving_up is None:
            act()
        else:
            self._after_giving_up = act

    def _go_on_after_giving_up(self) -> None:
        act, self._after_giving_up = self._after_giving_up, None
        if act is not None:
            act()

    def give_up(self) -> None:
        """The window closes: a workspace that comes yet is closed again."""
        self._is_given_up = True

    def _on_opened(self, value: object) -> None:
        from desktop.workspace import Workspace

        if not isinstance(value, Workspace):
            if not self._is_given_up:
                self._turns.take(import_unlocking, partial(self._ask_for_passphrase, value))
        elif self._is_given_up or self._after_giving_up is not None:
            value.close()
            self._go_on_after_giving_up()
        else:
            if self._way_in is not None:
                self._way_in.end()
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


def _nothing() -> None:
    """Until something is wanted, giving up leads nowhere."""
