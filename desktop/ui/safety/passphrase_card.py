"""The card of the settings where the workspace is protected, locked and made readable again."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.storage.connecting import Key
from desktop.storage.copies.locking import renew_vaults
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.vault import Vault, new_vault
from desktop.storage.vault.vault_file import write_vault
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, emptied, label, show_words
from desktop.ui.safety.code_panel import CodePanel
from desktop.ui.safety.panels import KnownPanel, NewPanel
from desktop.ui.safety.protection_words import explanation, standing_words
from desktop.ui.safety.wishes import Lock, LockAfter, TurnOff, TurnOn
from desktop.ui.wrapped_row import WrappedRow

_MINUTES = (2, 5, 10, 30, 0)


class PassphraseCard(QFrame):
    """Shows one thing at a time: how it stands, or a panel that asks for what is needed."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("passphrase-card")
        self._desk, self._look, self._wording = desk, look, look.wording
        self._folder = desk.workspace.folder
        self._code: RecoveryCode | None = None
        self._made: tuple[Vault, Key] | None = None
        self._making = Operation(self, is_lasting=True)
        self._renewing = Operation(self, is_lasting=True)
        self._state = label("", "small", "muted")
        self._state.setObjectName("passphrase-state")
        self._inside = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self._wording("Passphrase"), "heading"))
        column.addLayout(self._inside)
        column.addWidget(self._state)
        self._inside.setSpacing(12)
        self._making.succeeded.connect(self._on_made)
        self._making.failed.connect(self._on_failed)
        self._show_standing()

    def _show_standing(self, told: str = "") -> None:
        """How it stands, and what can be done."""
        emptied(self._inside)
        self._say(told, "muted")
        self._code = self._made = None
        is_on = self._desk.workspace.is_encrypted
        server = self._desk.workspace.server
        words = standing_words(self._wording, is_on=is_on, is_on_server=server is not None)
        self._inside.addWidget(label(words, "small", "muted"))
        self._add_explanation()
        if is_on:
            self._add_locking()
            self._add_changes()
        else:
            button = Button(self._wording("Protect with a passphrase…"), "protect", "primary")
            button.clicked.connect(self._ask_new)
            self._inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_explanation(self) -> None:
        fold = Disclosure(self._wording("What it protects, and what not"), "what-it-protects", self._look)
        is_on_server = self._desk.workspace.server is not None
        words = label(explanation(self._wording, is_on_server=is_on_server), "small", "muted")
        words.setObjectName("protection-words")
        words.hide()
        fold.toggled.connect(words.setVisible)
        self._inside.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addWidget(words)

    def _add_locking(self) -> None:
        say = self._wording
        picker = Picker(self._look, "idle-minutes", say("Lock when nobody is there"))
        minutes = self._desk.workspace.preferences.read().idle_minutes
        known = _MINUTES if minutes in _MINUTES else (minutes, *_MINUTES)
        picker.show_entries([(str(each), _minutes(say, each)) for each in known], str(minutes))
        picker.picked.connect(self._on_minutes)
        lock = Button(say("Lock now (Ctrl+L)"), "lock-from-settings")
        lock.clicked.connect(self._on_lock)
        row = QHBoxLayout()
        row.addWidget(label(say("Lock when nobody is there"), "body", wraps=False))
        row.addWidget(picker)
        row.addStretch(1)
        row.addWidget(lock)
        self._inside.addLayout(row)

    def _add_changes(self) -> None:
        say = self._wording
        change = Button(say("Change the passphrase…"), "change-passphrase")
        code = Button(say("New recovery code…"), "new-code")
        off = Button(say("Turn the passphrase off…"), "turn-off", "quiet")
        change.clicked.connect(self._ask_change)
        code.clicked.connect(self._ask_for_code)
        off.clicked.connect(self._ask_to_turn_off)
        self._inside.addWidget(WrappedRow((change, code, off)))

    def _say(self, words: str, tone: Tone) -> None:
        show_words(self._state, words, tone)
        self._state.setVisible(bool(words))

    def _show_panel(self, panel: QWidget, words: str) -> None:
        emptied(self._inside)
        self._say("", "muted")
        self._inside.addWidget(label(words, "strong"))
        self._inside.addWidget(panel)
        panel.setFocus()

    def _ask_new(self) -> None:
        panel = NewPanel(self._look)
        panel.chosen.connect(self._on_chosen)
        panel.given_up.connect(self._on_given_up)
        self._show_panel(panel, self._wording("Protect this workspace with a passphrase"))

    def _on_chosen(self, passphrase: str) -> None:
        self._code = RecoveryCode.new()
        self._say(self._wording("One moment…"), "muted")
        self._making.start(partial(new_vault, passphrase, self._code))

    def _on_made(self, value: object) -> None:
        """A new vault, or the present one with a new code: nothing of it is written down yet."""
        match value:
            case (Vault() as vault, Key() as key) if self._code is not None:
                self._made = vault, key
                is_on = self._desk.workspace.is_encrypted
                say = self._wording
                confirm = say("Use this code from now on") if is_on else say("Turn the passphrase on")
                panel = CodePanel(self._code, self._folder, say, confirm)
                panel.confirmed.connect(self._on_code_confirmed)
                panel.given_up.connect(self._on_given_up)
                self._show_panel(panel, say("Your recovery code"))

    def _on_code_confirmed(self) -> None:
        if self._made is None:
            return
        vault, key = self._made
        if not self._desk.workspace.is_encrypted:
            self._desk.session_wished.emit(TurnOn(vault, key))
            return
        say = self._wording
        if self._desk.save_outside(partial(write_vault, self._folder, vault)):
            self._renewing.start(partial(renew_vaults, self._folder))
            self._show_standing(
                say("The new recovery code is valid from now on; the old one no longer opens anything.")
            )

    def _ask_change(self) -> None:
        say = self._wording
        panel = KnownPanel(self._folder, say, say("Change"), asks_new=True)
        panel.opened.connect(self._on_changed)
        self._ask(panel, say("Change the passphrase"))

    def _ask_for_code(self) -> None:
        say = self._wording
        panel = KnownPanel(self._folder, say, say("Go on"))
        panel.opened.connect(self._on_opened_for_code)
        self._ask(panel, say("A new recovery code"))

    def _ask_to_turn_off(self) -> None:
        say = self._wording
        panel = KnownPanel(self._folder, say, say("Make readable for everybody"))
        panel.opened.connect(self._on_opened_to_turn_off)
        self._ask(panel, say("Turn the passphrase off"))

    def _ask(self, panel: KnownPanel, words: str) -> None:
        panel.given_up.connect(self._on_given_up)
        self._show_panel(panel, words)

    def _on_changed(self, _: object) -> None:
        self._show_standing(
            self._wording("The new passphrase is valid from now on; the recovery code stays.")
        )

    def _on_opened_for_code(self, value: object) -> None:
        match value:
            case (Vault() as vault, Key() as key):
                self._code = RecoveryCode.new()
                self._making.start(partial(_with_code, vault, key, self._code))

    def _on_opened_to_turn_off(self, value: object) -> None:
        match value:
            case (Vault(), Key() as key):
                self._desk.session_wished.emit(TurnOff(key))

    def _on_failed(self, error: object) -> None:
        self._say(self._wording.tell(sentence_of(error)), "warn")

    def _on_given_up(self) -> None:
        self._show_standing()

    def _on_lock(self) -> None:
        self._desk.session_wished.emit(Lock())

    def _on_minutes(self, chosen: object) -> None:
        minutes = int(str(chosen))
        if self._desk.save_outside(partial(self._save_minutes, minutes)):
            self._desk.session_wished.emit(LockAfter(minutes))

    def _save_minutes(self, minutes: int) -> None:
        book = self._desk.workspace.preferences
        book.save(replace(book.read(), idle_minutes=minutes))


def _with_code(vault: Vault, key: Key, code: RecoveryCode) -> tuple[Vault, Key]:
    """Runs in a worker thread."""
    return vault.with_code(key, code), key


def _minutes(wording: Wording, minutes: int) -> str:
    return (
        wording.plural("after {count} minute", "after {count} minutes", minutes)
        if minutes
        else wording("never")
    )
