"""Two fields for a new passphrase, with an honest word about it while it is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import SestanteError
from desktop.storage.vault.passphrase import normalised, refuse_weak, weakness
from desktop.text import Wording
from desktop.ui.pieces import label, show_words
from desktop.ui.safety.secret_field import SecretField


class NewPassphrase(QWidget):
    """A passphrase, and the same again.

    Signals: `written` with every letter, `entered` when Enter was pressed in the second field.
    """

    written = Signal()
    entered = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._first = SecretField(wording, "new-passphrase", wording("New passphrase"))
        self._again = SecretField(wording, "new-passphrase-again", wording("The same again"))
        self._hint = label("", "small", "muted")
        self._hint.setObjectName("passphrase-hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self._first, self._again, self._hint):
            column.addWidget(each)
        self.setFocusProxy(self._first)
        for field in (self._first, self._again):
            field.written.connect(self._on_written)
        self._first.entered.connect(self._again.setFocus)
        self._again.entered.connect(self.entered)
        self._on_written()

    def text(self) -> str:
        """The passphrase."""
        return self._first.text()

    @property
    def is_ready(self) -> bool:
        """Whether it can be used, and was written twice alike."""
        return not self._refusal() and normalised(self._again.text()) == normalised(self.text())

    def _on_written(self) -> None:
        say, text = self._wording, self.text()
        advice = weakness(text)
        if not text:
            words = say("Four or more unrelated words are easy to remember and hard to guess.")
        elif refusal := self._refusal():
            words = refusal
        elif advice is not None:
            words = say.tell(advice)
        elif self._again.text() and not self.is_ready:
            words = say("The two do not match yet.")
        else:
            words = say("Good: so long that guessing it takes too long.")
        show_words(self._hint, words, "muted")
        self.written.emit()

    def _refusal(self) -> str:
        try:
            refuse_weak(self.text())
        except SestanteError as error:
            return self._wording.tell(error.sentence)
        return ""
