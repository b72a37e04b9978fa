"""The card of the settings that leads to the workspace of a server, and back to this computer's own."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words
from desktop.ui.safety.wishes import ForgetPassword, MoveIn, Reopen, WorkHere
from desktop.ui.server.move_in_panel import MoveInPanel
from desktop.ui.server.move_out_panel import MoveOutPanel
from desktop.ui.server.sign_in_fields import SignInFields
from desktop.ui.server.work_again_panel import WorkAgainPanel
from desktop.ui.withheld import withhold
from desktop.ui.wrapped_row import WrappedRow
from desktop.workspace.server_side import ServerSide

if TYPE_CHECKING:
    from desktop.storage.server.address import Address


class ServerCard(QFrame):
    """Where the workspace is, the way there or back, and how all of it moves.

    Signals: `asked` when something is asked in place of what stood here.
    """

    asked = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("server-card")
        self._desk, self._look, self._wording = desk, look, look.wording
        self._fields: SignInFields | None = None
        self._forgetting = Operation(self, is_lasting=True)
        self._standing = QWidget()
        self._asking: QWidget | None = None
        self._state = label("", "small", "muted")
        self._state.setObjectName("server-told")
        self._state.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(10)
        self._column.addWidget(label(self._wording("Server"), "heading"))
        self._column.addWidget(self._standing)
        self._column.addWidget(self._state)
        self._inside = QVBoxLayout(self._standing)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(10)
        self._forgetting.succeeded.connect(self._on_forgotten)
        self._forgetting.failed.connect(self._on_failed)
        if (server := desk.workspace.server) is None:
            self._build_way_there()
        else:
            self._build_way_back(server)

    def _build_way_back(self, server: ServerSide) -> None:
        say = self._wording
        words = say(
            "This window works on {server}, together with the other desks of the hub.", server=server.told
        )
        self._inside.addWidget(label(words, "small", "muted"))
        back = Button(say("Back to this computer's own workspace"), "leave-server")
        forget = Button(say("Forget the password on this computer"), "forget-password", "quiet")
        out = Button(say("Take everything back into a folder…"), "to-move-out", "quiet")
        rights = self._desk.workspace.rights_here
        withhold(say, out, unless=rights.sees_all)
        back.clicked.connect(self._on_back)
        forget.clicked.connect(self._on_forget)
        out.clicked.connect(self._on_move_out)
        self._inside.addWidget(WrappedRow((back, forget, out) if rights.sees_companies else (back, forget)))
        self._standing.setFocusProxy(back)

    def _build_way_there(self) -> None:
        say = self._wording
        words = say(
            "A hub with several desks can keep its workspace on a PostgreSQL server of its own. "
            "Without one there is nothing to set up here: everything stays on this computer."
        )
        if (moved := self._desk.workspace.moved_away.told()) is not None:
            self._add_way_back_here(say.tell(moved))
            words = say("To go on at the server:")
        self._inside.addWidget(label(words, "small", "muted"))
        self._fields = SignInFields(self._look)
        self._fields.wished.connect(self._desk.session_wished)
        self._fields.moving_wanted.connect(self._on_move_in)
        self._inside.addWidget(self._fields)
        self._standing.setFocusProxy(self._fields)

    def _add_way_back_here(self, told: str) -> None:
        """For a workspace that was moved to a server and is only read."""
        again = Button(self._wording("Work here again…"), "to-work-here")
        again.clicked.connect(self._on_work_again)
        self._inside.addWidget(label(told, "small", "muted"))
        self._inside.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self, panel: QWidget, words: str) -> None:
        """One thing at a time: what stood here comes back when the panel is given up."""
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(words, "strong"))
        column.addWidget(panel)
        for each in (self._standing, self._state):
            each.hide()
        self._column.addWidget(self._asking)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit()

    def _on_move_in(self) -> None:
        if self._fields is None:
            return
        panel = MoveInPanel(self._fields.address, self._wording)
        panel.accepted.connect(self._on_owner_accepted)
        panel.given_up.connect(self._on_given_up)
        words = self._wording("Move this workspace to {server}", server=self._fields.address().told)
        self._ask(panel, words)

    def _on_owner_accepted(self, owner: "Address") -> None:
        if self._fields is not None:
            self._desk.session_wished.emit(MoveIn(owner, self._fields.wish()))

    def _on_move_out(self) -> None:
        server = self._desk.workspace.server
        if server is not None:
            panel = MoveOutPanel(self._desk, server, self._look)
            panel.wished.connect(self._desk.session_wished)
            panel.given_up.connect(self._on_given_up)
            self._ask(panel, self._wording("Take everything back into a folder"))

    def _on_work_again(self) -> None:
        panel = WorkAgainPanel(self._desk.workspace.moved_away, self._wording)
        panel.done.connect(partial(self._desk.session_wished.emit, Reopen()))
        panel.given_up.connect(self._on_given_up)
        self._ask(panel, self._wording("Work in this computer's own workspace again"))

    def _on_given_up(self) -> None:
        if self._asking is not None:
            self._asking.hide()
            self._asking.deleteLater()
            self._asking = None
        self._standing.show()
        self._standing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_forget(self) -> None:
        server = self._desk.workspace.server
        if server is not None:
            self._forgetting.start(server.forget_password)

    def _on_forgotten(self, was_there: object) -> None:
        say = self._wording
        self._desk.session_wished.emit(ForgetPassword())
        told = say(
            "The password is gone from the keyring of this computer. It is asked for at the next opening."
        )
        if not was_there:
            told = say("The keyring of this computer held no password for this server; it is asked for.")
        self._say(told, "good" if was_there else "muted")

    def _on_failed(self, error: object) -> None:
        self._say(self._wording.tell(sentence_of(error)), "warn")

    def _on_back(self) -> None:
        self._desk.session_wished.emit(WorkHere())

    def _say(self, words: str, tone: Tone) -> None:
        show_words(self._state, words, tone)
        self._state.show()
