"""One workspace after another in the same window: locked and unlocked, encrypted, another folder's."""

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.opening import Opening
from desktop.settings import HERE, Settings, read_settings
from desktop.text import Sentence, say, wording
from desktop.ui.background import Operation, wait_for_background_work
from desktop.ui.safety.session import Session, at_server
from desktop.ui.safety.wishes import (
    Lock,
    LookThrough,
    MoveIn,
    MoveOut,
    OpenFolder,
    Reopen,
    TurnOff,
    TurnOn,
    WorkHere,
    WorkOn,
)
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.storage import Key
    from desktop.storage.vault.vault import Vault
    from desktop.ui.look import Look
    from desktop.ui.server.moving_page import MovingPage

_LONGEST_WAIT = 60_000  # milliseconds for files being encrypted when the window closes
_IS_ON = say(
    "The workspace is encrypted. From now on Sestante asks for the passphrase when it starts and after it "
    "has been locked."
)


class Sessions(QObject):
    """Opens a workspace, and another one when the user leaves it."""

    def __init__(self, window: Window, folder: Path, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._opening = Opening(window, Session(folder, settings))
        self._next: Session | None = None  # after the files are turned
        self._former: Session | None = None  # where that fails
        self._turning = Operation(self, is_lasting=True)
        self._opening.ended.connect(self._on_ended)
        self._turning.succeeded.connect(self._on_turned)
        self._turning.failed.connect(self._on_not_turned)
        window.closed.connect(self._on_closed)

    def start(self) -> None:
        """Begin; the window must have been painted."""
        self._opening.start()

    def _on_ended(self, wish: object, left: Session) -> None:
        now = replace(left, settings=read_settings(left.folder, left.settings))
        match wish:
            case Lock() | Reopen() | LookThrough():
                key = None if isinstance(wish, Lock) else now.key
                self._open(replace(now, key=key, is_looked_through=isinstance(wish, LookThrough)))
            case TurnOn(vault, key):
                self._turn(partial(_turn_on, now.folder, vault, key), replace(now, key=key), now)
            case TurnOff(key):
                self._turn(partial(_turn_off, now.folder, key), replace(now, key=None), now)
            case OpenFolder(folder):
                self._go_to(folder, now)
            case WorkOn() | WorkHere():
                self._open(at_server(wish, now))
            case MoveIn() | MoveOut():
                self._opening.show_alone(make=partial(self._moving_page, wish, now))

    def _open(self, session: Session) -> None:
        former, self._opening = self._opening, Opening(self._window, session)
        former.deleteLater()
        self._opening.ended.connect(self._on_ended)
        self._opening.start_again()
        QTimer.singleShot(0, self, _forget)

    def _moving_page(self, wish: MoveIn | MoveOut, left: Session, look: "Look") -> "MovingPage":
        from desktop.ui.server.moving_page import MovingPage

        page = MovingPage(wish, left.folder, left.key, look)
        page.ended.connect(partial(self._on_moved, left))
        return page

    def _on_moved(self, left: Session, wish: object) -> None:
        self._on_ended(wish, left)

    def _turn(self, work: Callable[[], object], then: Session, former: Session) -> None:
        self._next, self._former = then, former
        words = wording(former.settings.language)
        self._opening.show_alone(
            words("One moment: the files are being rewritten. Please leave the window open.")
        )
        self._turning.start(work)

    def _on_turned(self, told: object) -> None:
        if self._next is not None:
            session, self._next, self._former = self._next, None, None
            self._open(replace(session, told=told if isinstance(told, Sentence) else None))

    def _on_not_turned(self, error: object) -> None:
        from desktop.errors import sentence_of

        if self._former is not None:
            session, self._next, self._former = self._former, None, None
            self._open(replace(session, told=sentence_of(error)))

    def _go_to(self, folder: Path, left: Session) -> None:
        from desktop.known_folders import remember

        remember(folder, left.folder)
        back = None if folder == left.folder else left.folder
        settings = read_settings(folder, left.settings._replace(server=""))
        self._open(Session(folder, settings, back=back, server=settings.server or HERE))

    def _on_closed(self) -> None:
        self._next = self._former = None
        if self._turning.is_running:
            wait_for_background_work(_LONGEST_WAIT)


def _turn_on(folder: Path, vault: "Vault", key: "Key") -> Sentence:
    """Runs in a worker thread."""
    from desktop.storage.vault.turning import turn_on

    return turn_on(folder, vault, key) or _IS_ON


def _turn_off(folder: Path, key: "Key") -> Sentence | None:
    """Runs in a worker thread."""
    from desktop.storage.vault.turning import turn_off

    return turn_off(folder, key)


def _forget() -> None:
    """What was in memory goes as soon as Python can let it go."""
    gc.collect()
