"""What the card of the passphrase shows one after the other."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.storage.copies.locking import renew_vaults
from desktop.storage.vault.vault import Vault
from desktop.storage.vault.vault_file import read_vault, write_vault
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.safety.new_passphrase import NewPassphrase
from desktop.ui.safety.secret_field import SecretField
from desktop.ui.tick import Tick


class NewPanel(QWidget):
    """A passphrase for a workspace that has none; what it means to forget it is said before.

    Signals: `chosen` carries the passphrase, `given_up`.
    """

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        wording = look.wording
        self._fields = NewPassphrase(wording)
        words = wording(
            "I have understood: if the passphrase and the recovery code are both lost, all data are lost."
        )
        self._understood = Tick(words, "understood", look)
        self._on = Button(wording("Go on"), "choose-passphrase", "primary")
        self._back = Button(wording("Not now"), "give-up-passphrase", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        warning = wording(
            "Nobody can open the workspace without the passphrase or the recovery code, which you get next: "
            "not you, not those who make Sestante. There is no way around it."
        )
        for each in (label(warning), self._fields, self._understood):
            column.addWidget(each)
        column.addLayout(_in_row(self._on, self._back))
        self.setFocusProxy(self._fields)
        self._fields.written.connect(self._on_changed)
        self._understood.toggled.connect(self._on_changed)
        self._on.clicked.connect(self._on_clicked)
        self._back.clicked.connect(self.given_up)
        self._on_changed()

    def _on_changed(self) -> None:
        self._on.setEnabled(self._fields.is_ready and self._understood.isChecked())

    def _on_clicked(self) -> None:
        self.chosen.emit(self._fields.text())


class KnownPanel(QWidget):
    """Asks for the passphrase or the code once more, and for a new passphrase if `asks_new`.

    Signals: `opened` carries the vault, with the new passphrase if there is one, and its key; `given_up`.
    """

    opened = Signal(object)
    given_up = Signal()

    def __init__(self, folder: Path, wording: Wording, action: str, *, asks_new: bool = False) -> None:
        super().__init__()
        self._folder, self._wording = folder, wording
        says = wording("Present passphrase, or recovery code")
        self._known = SecretField(wording, "known-passphrase", says)
        self._new = NewPassphrase(wording) if asks_new else None
        self._act = Button(action, "act", "primary")
        self._back = Button(wording("Not now"), "give-up", "quiet")
        self._state = label("", "small", "muted")
        self._state.setObjectName("known-state")
        self._opening = Operation(self, is_lasting=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self._known, self._new, self._state):
            if each is not None:
                column.addWidget(each)
        column.addLayout(_in_row(self._act, self._back))
        self.setFocusProxy(self._known)
        self._connect()
        self._on_written()

    def _connect(self) -> None:
        self._known.written.connect(self._on_written)
        self._known.entered.connect(self._on_clicked)
        if self._new is not None:
            self._new.written.connect(self._on_written)
            self._new.entered.connect(self._on_clicked)
        self._act.clicked.connect(self._on_clicked)
        self._back.clicked.connect(self.given_up)
        self._opening.succeeded.connect(self.opened)
        self._opening.failed.connect(self._on_failed)

    def _on_written(self) -> None:
        is_ready = self._new is None or self._new.is_ready
        self._act.setEnabled(bool(self._known.text().strip()) and is_ready)

    def _on_clicked(self) -> None:
        if self._act.isEnabled():
            self._act.setEnabled(False)
            new = None if self._new is None else self._new.text()
            self._opening.start(partial(_opened, self._folder, self._known.text(), new))

    def _on_failed(self, error: object) -> None:
        show_words(self._state, self._wording.tell(sentence_of(error)), "warn")
        self._on_written()
        self._known.setFocus()


def _opened(folder: Path, known: str, new: str | None) -> tuple[Vault, object]:
    """Runs in a worker thread: what opens the vault, and the vault with the new passphrase written down."""
    vault = read_vault(folder)
    key = vault.open_with_any(known)
    if new is not None:
        vault = vault.with_passphrase(key, new)
        write_vault(folder, vault)
        renew_vaults(folder)
    return vault, key


def _in_row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    return row
