"""The fields for a server and who signs in there: to try it, to go there, to move there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.errors import SestanteError, sentence_of
from desktop.ui.background import Operation
from desktop.ui.fields import line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words
from desktop.ui.safety.secret_field import SecretField
from desktop.ui.safety.wishes import WorkOn
from desktop.ui.server.trying import Given, address_given, try_server
from desktop.ui.tick import Tick
from desktop.ui.wrapped_row import WrappedRow

if TYPE_CHECKING:
    from desktop.storage.server.address import Address

_LONGEST = 1000  # characters


class SignInFields(QWidget):
    """Address, user name and password, with what can be done with them.

    Signals: `wished` carries the `WorkOn`; `moving_wanted` once a server stands there that all can move to.
    """

    wished = Signal(object)
    moving_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = say = look.wording
        self._root = ""
        self._address = line_field("server-address", say("Address of the server"), _LONGEST)
        self._address.setPlaceholderText("hub.example.org/sestante")
        self._user = line_field("server-user", say("User name"), 63)
        self._password = SecretField(say, "server-password", say("Password"))
        self._keeps = Tick(say("Remember it in the keyring of this computer"), "keep-password", look)
        self._keeps.setChecked(True)
        self._state = label("", "small", "muted")
        self._state.setObjectName("server-state")
        self._state.hide()
        self._trying = Operation(self)
        self._build()
        self._trying.succeeded.connect(self._on_tried)
        self._trying.failed.connect(self._on_failed)

    def _build(self) -> None:
        say = self._wording
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for says, field in (
            (say("Address of the server"), self._address),
            (say("User name"), self._user),
            (say("Password"), self._password),
        ):
            column.addWidget(label(says, "small", "muted"))
            column.addWidget(field)
        column.addWidget(self._keeps)
        test = Button(say("Test"), "test-server")
        connect = Button(say("Connect"), "connect-server", "primary")
        root = Button(say("Own certificate authority…"), "server-root", "quiet")
        move = Button(say("Move this workspace to the server…"), "to-move-in", "quiet")
        test.clicked.connect(self._on_test)
        connect.clicked.connect(self._on_connect)
        root.clicked.connect(self._on_root)
        move.clicked.connect(self._on_move)
        column.addWidget(WrappedRow((connect, test, root, move)))
        column.addWidget(self._state)
        self.setFocusProxy(self._address)

    def address(self) -> "Address":
        """The address as it stands in the fields; StorageError where that cannot be right."""
        return address_given(self._given())

    def wish(self) -> WorkOn:
        """To work there; StorageError as `address`."""
        address = self.address()
        return WorkOn(address.written, address.password, self._keeps.isChecked())

    def _given(self) -> Given:
        user, password = self._user.text().strip(), self._password.text()
        return Given(self._address.text().strip(), user, password, self._root)

    def _on_test(self) -> None:
        self._say(self._wording("Connecting…"), "muted")
        self._trying.start(partial(try_server, self._given()))

    def _on_tried(self, told: object) -> None:
        words = self._wording("The server answers: {server} can be used.", server=told)
        self._say(words, "good")

    def _on_failed(self, error: object) -> None:
        self._say(self._wording.tell(sentence_of(error)), "warn")

    def _on_connect(self) -> None:
        try:
            wish = self.wish()
        except SestanteError as error:
            self._on_failed(error)
        else:
            self.wished.emit(wish)

    def _on_move(self) -> None:
        try:
            self.address()
        except SestanteError as error:
            self._on_failed(error)
        else:
            self._state.hide()
            self.moving_wanted.emit()

    def _on_root(self) -> None:
        title = self._wording("Own certificate authority…").rstrip("…")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "*.crt *.pem *.cer")
        if path:
            self._root = path
            self._say(self._wording("Certificates are checked with {file}.", file=path), "muted")

    def _say(self, words: str, tone: Tone) -> None:
        show_words(self._state, words, tone)
        self._state.show()
