"""The page before an encrypted workspace: it asks for the passphrase and shows nothing of the data."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import sentence_of
from desktop.storage.connecting import Key
from desktop.storage.vault.vault import Vault
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, in_the_middle, label, show_words
from desktop.ui.safety.folders import choose_folder
from desktop.ui.safety.secret_field import SecretField

_WIDEST = 520  # pixels
_LONGEST_PAUSE = 30  # seconds after many wrong passphrases


class UnlockPage(QWidget):
    """Passphrase or recovery code; says how much is `waiting` to be saved once it is unlocked.

    Signals: `unlocked` carries the key, `unlocked_by_code` as well, `folder_chosen` another data folder.
    """

    unlocked = Signal(object)
    unlocked_by_code = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, vault: Vault, folder: Path, look: Look, waiting: int = 0) -> None:
        super().__init__()
        self.setObjectName("unlock-page")
        say = look.wording
        self._look, self._wording, self._folder, self._vault = look, say, folder, vault
        self._uses_code = False
        self._wrong = 0
        self._passphrase = SecretField(say, "passphrase", say("Passphrase"))
        self._code = SecretField(say, "recovery-code", say("Recovery code, as it is on paper"))
        self._open = Button(say("Open the workspace"), "unlock", "primary")
        self._state = label("", "small", "muted")
        self._other_way = Button("", "other-way", "quiet")
        self._forgotten = Disclosure(say("Passphrase forgotten?"), "forgotten", look)
        self._advice = label(_advice(look), "small", "muted")
        self._elsewhere = Button(say("Another workspace…"), "other-workspace", "quiet")
        self._opening = Operation(self)
        self._pause = QTimer(self)
        self._waits = label(waiting_words(waiting, say), "small", "warn")
        self._build()
        self._connect()
        self._show_way()
        self._waits.setVisible(waiting > 0)
        self._elsewhere.setVisible(not waiting)

    def _build(self) -> None:
        say = self._wording
        self._state.setObjectName("unlock-state")
        self._waits.setObjectName("unlock-waiting")
        self._advice.setObjectName("forgotten-advice")
        self._code.show_always()
        self._advice.hide()
        self._pause.setSingleShot(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        in_the_middle(inside, _WIDEST, self)
        column.addWidget(label(say("This workspace is locked"), "title"))
        column.addWidget(label(say("Workspace in {folder}", folder=self._folder), "small", "muted"))
        column.addWidget(self._waits)
        column.addSpacing(10)
        for field in (self._passphrase, self._code):
            column.addWidget(field)
        column.addWidget(self._state)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(18)
        for quiet in (self._other_way, self._forgotten):
            column.addWidget(quiet, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._advice)
        column.addWidget(self._elsewhere, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open_clicked)
        self._passphrase.entered.connect(self._on_open_clicked)
        self._code.entered.connect(self._on_open_clicked)
        self._other_way.clicked.connect(self._on_other_way)
        self._forgotten.toggled.connect(self._advice.setVisible)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self._opening.succeeded.connect(self._on_unlocked)
        self._opening.failed.connect(self._on_refused)
        self._pause.timeout.connect(self._on_paused)

    @property
    def _field(self) -> SecretField:
        return self._code if self._uses_code else self._passphrase

    def _show_way(self) -> None:
        say = self._wording
        self._code.setVisible(self._uses_code)
        self._passphrase.setVisible(not self._uses_code)
        self._other_way.setText(
            say("Use the passphrase") if self._uses_code else say("Use the recovery code")
        )
        self.setFocusProxy(self._field)
        self._field.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field.setFocus()

    def _on_open_clicked(self) -> None:
        if not self._open.isEnabled() or not self._field.text().strip():
            return
        self._let_try(is_allowed=False)
        show_words(self._state, self._wording("Opening…"), "muted")
        opens = self._vault.open_with_code if self._uses_code else self._vault.open
        self._opening.start(partial(opens, self._field.text()))

    def _on_unlocked(self, key: object) -> None:
        if isinstance(key, Key):
            for field in (self._passphrase, self._code):
                field.clear()
            (self.unlocked_by_code if self._uses_code else self.unlocked).emit(key)

    def _on_refused(self, error: object) -> None:
        """The pause grows, so that nobody finds it by trying at the window."""
        self._wrong += 1
        show_words(self._state, self._wording.tell(sentence_of(error)), "warn")
        self._pause.start(1000 * min(_LONGEST_PAUSE, 2 ** (self._wrong - 1)))

    def _on_paused(self) -> None:
        self._let_try(is_allowed=True)
        self._field.setFocus()

    def _let_try(self, *, is_allowed: bool) -> None:
        for each in (self._open, self._passphrase, self._code):
            each.setEnabled(is_allowed)

    def _on_other_way(self) -> None:
        self._uses_code = not self._uses_code
        show_words(self._state, "", "muted")
        self._show_way()

    def _on_elsewhere(self) -> None:
        choose_folder(self, self._look, self._folder, self.folder_chosen.emit)


def waiting_words(count: int, wording: Wording) -> str:
    """How much could not be saved before it was locked."""
    return wording.plural(
        "{count} entry could not be saved before locking. It is kept while this window is open, "
        "and saved once you unlock.",
        "{count} entries could not be saved before locking. "
        "They are kept while this window is open, and saved once you unlock.",
        count,
    )


def _advice(look: Look) -> str:
    return look.wording(
        "The recovery code on paper opens the workspace too, and then you can choose a new passphrase. "
        "Without the passphrase and without the code nobody can open these data: not you, not those who "
        "make Sestante, nobody else. Look for the paper before you give up; nothing is ever deleted here."
    )
