"""The screen that ends event mode: it asks for the code or the passphrase, where there is one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.background import Operation
from desktop.ui.events.big import LEAST, SIDE, Bar, big_button, big_words, board
from desktop.ui.fonts import font
from desktop.ui.look import Look
from desktop.ui.safety.secret_field import SecretField
from desktop.workspace import Workspace

_WIDEST = 560  # pixels
_LONGEST_PAUSE = 30  # seconds after many wrong codes


class LeaveBoard(QWidget):
    """Visitors who come here by accident go back with one press.

    Signals: `left` where event mode may end; `closed` back to the visitors.
    """

    left = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-leave")
        self._workspace = workspace
        self._look = look
        self._wrong = 0
        self._is_guarded = workspace.is_encrypted or workspace.hub.events.has_code
        self._secret = SecretField(look.wording, "leave-code", self._asked())
        self._state = big_words("", 16, look, "warn")
        self._leave = big_button(look.wording("Leave event mode"), "stand-leave-now", look)
        self._stay = big_button(look.wording("Back to the visitors"), "stand-return", look, "primary")
        self._checking = Operation(self)
        self._pause = QTimer(self)
        self._build()
        self._connect()
        self.setFocusProxy(self._secret if self._is_guarded else self._stay)

    def _asked(self) -> str:
        say = self._look.wording
        if not self._workspace.is_encrypted:
            return say("Code")
        return say("Code, or passphrase") if self._workspace.hub.events.has_code else say("Passphrase")

    def _build(self) -> None:
        say, look = self._look.wording, self._look
        self._pause.setSingleShot(True)
        self._state.setObjectName("leave-state")
        self._secret.setMaximumWidth(look.pixels(_WIDEST))
        self._secret.enlarge(font(look.pixels(17)), LEAST)
        bar = Bar()
        bar.left.addWidget(self._leave)
        bar.right.addWidget(self._stay)
        column = board(self, bar, margins=(SIDE, 24))
        column.addStretch(2)
        column.addWidget(big_words(say("Leave event mode?"), 34, look, is_strong=True))
        words = say("For the people of the stand. Sestante then shows companies and settings again.")
        column.addWidget(big_words(words, 18, look, "muted"))
        column.addSpacing(8)
        column.addWidget(self._secret)
        self._secret.setVisible(self._is_guarded)  # only now: alone it would be a window of its own
        column.addWidget(self._state)
        column.addStretch(3)

    def _connect(self) -> None:
        self._leave.clicked.connect(self._on_leave)
        self._secret.entered.connect(self._on_leave)
        self._stay.clicked.connect(self.closed)
        self._checking.succeeded.connect(self._on_checked)
        self._checking.failed.connect(self._on_not_checked)
        self._pause.timeout.connect(self._on_paused)

    def _on_leave(self) -> None:
        if not self._is_guarded:
            self.left.emit()
        elif self._leave.isEnabled() and self._secret.text().strip():
            self._allow(is_allowed=False)
            self._checking.start(partial(is_right, self._workspace, self._secret.text()))

    def _on_checked(self, is_right: object) -> None:
        if is_right:
            self._secret.clear()
            self.left.emit()
        else:
            self._refuse(self._look.wording("That is not it. Try again in a moment."))

    def _on_not_checked(self, error: object) -> None:
        from desktop.errors import sentence_of

        self._refuse(self._look.wording.tell(sentence_of(error)))

    def _refuse(self, words: str) -> None:
        """The pause grows, so that nobody finds it by trying."""
        self._wrong += 1
        self._secret.clear()
        self._state.setText(words)
        self._pause.start(1000 * min(_LONGEST_PAUSE, 2 ** (self._wrong - 1)))

    def _on_paused(self) -> None:
        self._allow(is_allowed=True)
        self._secret.setFocus()

    def _allow(self, *, is_allowed: bool) -> None:
        self._leave.setEnabled(is_allowed)
        self._secret.setEnabled(is_allowed)


def is_right(workspace: Workspace, text: str) -> bool:
    """Whether a text ends event mode: the code, or the passphrase; runs in a worker thread."""
    if workspace.hub.events.has_code and workspace.hub.events.is_code(text):
        return True
    return workspace.is_encrypted and _opens(workspace.folder, text)


def _opens(folder: Path, text: str) -> bool:
    from desktop.storage.vault.vault import WrongSecretError
    from desktop.storage.vault.vault_file import read_vault

    try:
        read_vault(folder).open_with_any(text)
    except WrongSecretError:
        return False
    return True
