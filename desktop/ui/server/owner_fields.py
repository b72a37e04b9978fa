"""Fields for the login that owns a server's database, which moves need and nothing else."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.fields import line_field
from desktop.ui.pieces import Tone, label, show_words
from desktop.ui.safety.secret_field import SecretField
from desktop.ui.server.moving_work import try_owner

if TYPE_CHECKING:
    from desktop.storage.server.address import Address

_LONGEST = 63  # characters of a login


class OwnerFields(QWidget):
    """User name and password of the owner, tried before anything is closed for a move.

    Signals: `entered` when Enter was pressed in the password, `accepted` carries the address of the owner.
    """

    entered = Signal()
    accepted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._owner: Address | None = None
        self._user = line_field("owner-user", wording("Owner of the database"), _LONGEST)
        self._password = SecretField(wording, "owner-password", wording("Password of the owner"))
        self._state = label("", "small", "muted")
        self._state.setObjectName("owner-state")
        self._state.hide()
        self._trying = Operation(self)
        why = wording(
            "Only the owner of the database sees all of it and may move it: ask the administrator for this "
            "user name. It is used for this alone, and not kept."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (
            label(why, "small", "muted"),
            label(wording("Owner of the database"), "small", "muted"),
            self._user,
            label(wording("Password of the owner"), "small", "muted"),
            self._password,
            self._state,
        ):
            column.addWidget(each)
        self.setFocusProxy(self._user)
        self._user.returnPressed.connect(self._password.setFocus)
        self._password.entered.connect(self.entered)
        self._trying.succeeded.connect(self._on_tried)
        self._trying.failed.connect(self._on_failed)

    def try_at(self, address: "Address", folder: Path | None = None) -> None:
        """Ask the server at an address, whoever works there, whether the owner may move; see `try_owner`."""
        user = self._user.text().strip()
        if not user:
            self.say(self._wording("Write the user name of the database's owner."), "warn")
            self._user.setFocus()
            return
        self._owner = replace(address, user=user, password=self._password.text())
        self.say(self._wording("Connecting…"), "muted")
        self._trying.start(partial(try_owner, self._owner, folder))

    def say(self, words: str, tone: Tone) -> None:
        """Put words below the fields."""
        show_words(self._state, words, tone)
        self._state.show()

    def _on_tried(self, _: object) -> None:
        self._state.hide()
        self.accepted.emit(self._owner)

    def _on_failed(self, error: object) -> None:
        self.say(self._wording.tell(sentence_of(error)), "warn")
