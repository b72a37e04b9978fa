"""What is said and asked before a workspace is moved to a server."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import SestanteError, sentence_of
from desktop.text import Wording
from desktop.ui.pieces import Button, label
from desktop.ui.server.owner_fields import OwnerFields
from desktop.ui.wrapped_row import WrappedRow

if TYPE_CHECKING:
    from desktop.storage.server.address import Address


class MoveInPanel(QWidget):
    """What will be carried, what stays, and the owner's login.

    Signals: `accepted` carries the owner's address once the server took it; `given_up`.
    """

    accepted = Signal(object)
    given_up = Signal()

    def __init__(self, address: "Callable[[], Address]", wording: Wording) -> None:
        super().__init__()
        say = wording
        self._address, self._wording = address, wording
        self._owner = OwnerFields(say)
        go = Button(say("Move to the server"), "move-in", "primary")
        back = Button(say("Not now"), "give-up-moving", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for words in _what_moves(say):
            column.addWidget(label(words, "small", "muted"))
        column.addWidget(self._owner)
        column.addWidget(WrappedRow((go, back)))
        self.setFocusProxy(self._owner)
        go.clicked.connect(self._on_go)
        back.clicked.connect(self.given_up)
        self._owner.entered.connect(self._on_go)
        self._owner.accepted.connect(self.accepted)

    def _on_go(self) -> None:
        try:
            address = self._address()
        except SestanteError as error:
            self._owner.say(self._wording.tell(sentence_of(error)), "warn")
        else:
            self._owner.try_at(address)


def _what_moves(say: Wording) -> tuple[str, ...]:
    return (
        say(
            "Everything in this workspace goes along: companies with assessments, answers, notes, files, "
            "plans and history, services, events, projects and editions. Then both sides are compared, and "
            "only if they are the same is it done. The database on the server has to be empty."
        ),
        say(
            "Preferences of this desk, its key and reports of imports stay here. So does the workspace as it "
            "is now: it can be read, and is written no more. Who may sign in at the server is up to its "
            "administrator."
        ),
    )
