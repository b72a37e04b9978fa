"""The card of the settings that leads to the workspace of a server, and back to this computer's own."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from desktop.errors import SestanteError, sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.fields import line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words
from desktop.ui.safety.secret_field import SecretField
from desktop.ui.safety.wishes import WorkHere, WorkOn
from desktop.ui.server.trying import Given, address_given, try_server
from desktop.ui.tick import Tick
from desktop.ui.wrapped_row import WrappedRow

_LONGEST = 1000  # characters


class ServerCard(QFrame):
    """Where the workspace is; on a server, the way back."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("server-card")
        self._desk, self._look, self._wording = desk, look, look.wording
        self._root = ""
        self._trying = Operation(self)
        self._state = label("", "small", "muted")
        self._state.setObjectName("server-state")
        self._state.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(10)
        self._column.addWidget(label(self._wording("Server"), "heading"))
        if desk.link is None:
            self._build_way_there()
        else:
            self._build_way_back(desk.link.told)
        self._column.addWidget(self._state)
        self._trying.succeeded.connect(self._on_tried)
        self._trying.failed.connect(self._on_failed)

    def _build_way_back(self, told: str) -> None:
        say = self._wording
        words = say("This window works on {server}, together with the other desks of the hub.", server=told)
        self._column.addWidget(label(words, "small", "muted"))
        back = Button(say("Back to this computer's own workspace"), "leave-server")
        back.clicked.connect(self._on_back)
        self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_way_there(self) -> None:
        say = self._wording
        words = say(
            "A hub with several desks can keep its workspace on a PostgreSQL server of its own. "
            "Without one there is nothing to set up here: everything stays on this computer."
        )
        self._column.addWidget(label(words, "small", "muted"))
        self._address = line_field("server-address", say("Address of the server"), _LONGEST)
        self._address.setPlaceholderText("hub.example.org/sestante")
        self._user = line_field("server-user", say("User name"), 63)
        self._password = SecretField(say, "server-password", say("Password"))
        self._keeps = Tick(say("Remember it in the keyring of this computer"), "keep-password", self._look)
        self._keeps.setChecked(True)
        for says, field in (
            (say("Address of the server"), self._address),
            (say("User name"), self._user),
            (say("Password"), self._password),
        ):
            self._column.addWidget(label(says, "small", "muted"))
            self._column.addWidget(field)
        self._column.addWidget(self._keeps)
        test = Button(say("Test"), "test-server")
        connect = Button(say("Connect"), "connect-server", "primary")
        root = Button(say("Own certificate authority…"), "server-root", "quiet")
        test.clicked.connect(self._on_test)
        connect.clicked.connect(self._on_connect)
        root.clicked.connect(self._on_root)
        self._column.addWidget(WrappedRow((connect, test, root)))

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
            address = address_given(self._given())
        except SestanteError as error:
            self._on_failed(error)
            return
        wish = WorkOn(address.written, address.password, self._keeps.isChecked())
        self._desk.session_wished.emit(wish)

    def _on_root(self) -> None:
        title = self._wording("Own certificate authority…").rstrip("…")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "*.crt *.pem *.cer")
        if path:
            self._root = path
            self._say(self._wording("Certificates are checked with {file}.", file=path), "muted")

    def _on_back(self) -> None:
        self._desk.session_wished.emit(WorkHere())

    def _say(self, words: str, tone: Tone) -> None:
        show_words(self._state, words, tone)
        self._state.show()
