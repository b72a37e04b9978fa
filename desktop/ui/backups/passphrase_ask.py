"""The field for the passphrase of a protected copy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from desktop.ui.fields import line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label

_LONGEST = 1000


class PassphraseAsk(QFrame):
    """Asks for what opens a copy.

    Signals: `given` carries what was written.
    """

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        say = look.wording
        self._field = line_field("copy-passphrase", say("Passphrase or recovery code of this copy"), _LONGEST)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._open = Button(say("Open the copy"), "open-copy", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(say("This copy is protected"), "heading"))
        words = say(
            "Write the passphrase, or the recovery code, that its workspace had when the copy was made."
        )
        column.addWidget(label(words, "small", "muted"))
        column.addWidget(self._field)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._open.clicked.connect(self._on_given)
        self._field.returnPressed.connect(self._on_given)
        self.setFocusProxy(self._field)

    def _on_given(self) -> None:
        if self._field.text():
            self.given.emit(self._field.text())
