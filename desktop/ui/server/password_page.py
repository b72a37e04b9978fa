"""The page before a workspace on a server whose password is not known: it asks, and shows nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.text import Sentence
from desktop.ui.look import Look
from desktop.ui.pieces import Button, in_the_middle, label
from desktop.ui.safety.secret_field import SecretField
from desktop.ui.tick import Tick

_WIDEST = 520  # pixels


class PasswordPage(QWidget):
    """Asks for the password of a user of a server.

    Signals: `entered` carries the password, and whether to keep it in the keyring; `own_chosen` when this
    computer's own workspace is wanted instead.
    """

    entered = Signal(str, bool)
    own_chosen = Signal()

    def __init__(self, told: Sentence, look: Look, *, has_keyring: bool) -> None:
        super().__init__()
        self.setObjectName("server-password-page")
        say = look.wording
        self._field = SecretField(say, "server-password", say("Password"))
        self._keeps = Tick(say("Remember it in the keyring of this computer"), "keep-password", look)
        self._keeps.setChecked(has_keyring)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        in_the_middle(inside, _WIDEST, self)
        column.addWidget(label(say("Sign in to the server"), "title"))
        words = label(say.tell(told), "small", "muted")
        words.setObjectName("password-wanted")
        column.addWidget(words)
        column.addSpacing(10)
        column.addWidget(self._field)
        column.addWidget(self._keeps)
        self._keeps.setVisible(has_keyring)
        if not has_keyring:
            asked = say("This computer has no keyring for passwords, so it is asked for each time.")
            column.addWidget(label(asked, "small", "muted"))
        sign_in = Button(say("Sign in"), "sign-in", "primary")
        own = Button(say("Work on this computer's own workspace"), "own-workspace", "quiet")
        column.addWidget(sign_in, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(18)
        column.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        sign_in.clicked.connect(self._on_entered)
        self._field.entered.connect(self._on_entered)
        own.clicked.connect(self._on_own)
        self.setFocusProxy(self._field)

    def _on_entered(self) -> None:
        if self._field.text():
            self.entered.emit(self._field.text(), self._keeps.isChecked())

    def _on_own(self) -> None:
        self.own_chosen.emit()
