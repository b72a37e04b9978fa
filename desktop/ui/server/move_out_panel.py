"""What is said and asked before the workspace of a server is carried into a folder of this computer."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.safety.code_panel import CodePanel
from desktop.ui.safety.new_passphrase import NewPassphrase
from desktop.ui.safety.wishes import MoveOut
from desktop.ui.server.owner_fields import OwnerFields
from desktop.ui.server.strip import server_words
from desktop.ui.tick import Tick
from desktop.ui.wrapped_row import WrappedRow
from desktop.workspace.server_side import ServerSide

if TYPE_CHECKING:
    from desktop.storage.server.address import Address


class MoveOutPanel(QWidget):
    """What will be carried, the owner's login, a new folder, and a passphrase for it if wanted.

    Signals: `wished` carries the `MoveOut`, after its recovery code was copied if it has one; `given_up`.
    """

    wished = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, server: ServerSide, look: Look) -> None:
        super().__init__()
        self._desk, self._server, self._wording = desk, server, look.wording
        say = self._wording
        self._folder: Path | None = None
        self._owner = OwnerFields(say)
        self._choose = Button(say("Choose a new folder…"), "choose-moving-folder")
        self._where = label("", "small", "muted")
        self._locks = Tick(say("Encrypt the folder with a passphrase"), "encrypt-folder", look)
        self._secret = NewPassphrase(say)
        self._open_words = label(
            say("The folder is not encrypted: whoever has it can read everything."), "small", "warn"
        )
        self._go = Button(say("Take everything back"), "move-out", "primary")
        self._form = QWidget()
        self._column = QVBoxLayout(self)
        self._build()
        self._locks.setChecked(True)
        self._show_ready()

    def _build(self) -> None:
        say = self._wording
        self._column.setContentsMargins(0, 0, 0, 0)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        for words in (
            say(
                "Everything on the server goes along: companies with assessments, answers, notes, files, "
                "plans and history, services, events, projects and editions. Then both sides are compared. "
                "The server stays as it is, and other desks go on there."
            ),
            say(
                "What other desks have not sent yet, and what is away on laptops, is not on the server: let "
                "it come back first."
            ),
        ):
            form.addWidget(label(words, "small", "muted"))
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._where, 1)
        form.addLayout(row)
        for each in (self._locks, self._secret, self._open_words, self._owner):
            form.addWidget(each)
        back = Button(say("Not now"), "give-up-moving", "quiet")
        form.addWidget(WrappedRow((self._go, back)))
        self._column.addWidget(self._form)
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._on_choose)
        self._locks.toggled.connect(self._show_ready)
        self._secret.written.connect(self._show_ready)
        self._go.clicked.connect(self._on_go)
        self._owner.entered.connect(self._on_go)
        self._owner.accepted.connect(self._on_accepted)
        back.clicked.connect(self.given_up)

    def use_folder(self, folder: Path) -> None:
        """Carry everything into this folder."""
        self._folder = folder
        self._where.setText(str(folder))
        self._show_ready()

    def _on_choose(self) -> None:
        title = self._wording("Choose a new folder…").rstrip("…")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / "sestante"))
        if chosen:
            self.use_folder(Path(chosen))

    def _show_ready(self) -> None:
        is_locked = self._locks.isChecked()
        self._secret.setVisible(is_locked)
        self._open_words.setVisible(not is_locked)
        self._go.setEnabled(self._folder is not None and (not is_locked or self._secret.is_ready))

    def _on_go(self) -> None:
        if self._folder is None or not self._go.isEnabled():
            return
        if waits := self._waiting():
            self._owner.say(waits, "warn")
            return
        self._owner.try_at(self._server.address, self._folder)

    def _waiting(self) -> str:
        """Why not now: something of this desk itself is not on the server."""
        if count := self._desk.unsaved.count:
            return server_words(count, self._wording)
        if self._desk.clashes.all:
            return self._wording(
                "Choose first between what you entered and what somebody else did, above this page."
            )
        return ""

    def _on_accepted(self, owner: "Address") -> None:
        """The recovery code comes before anything is written: without it there may be no way back in."""
        if self._folder is None:
            return
        if not self._locks.isChecked():
            self.wished.emit(MoveOut(owner, self._folder))
            return
        code = RecoveryCode.new()
        wish = MoveOut(owner, self._folder, self._secret.text(), code)
        panel = CodePanel(code, self._folder, self._wording, self._wording("Take everything back"))
        panel.confirmed.connect(partial(self.wished.emit, wish))
        panel.given_up.connect(self.given_up)
        self._form.hide()
        self._column.addWidget(panel)
        panel.setFocus()
