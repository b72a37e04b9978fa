"""A field for a passphrase: hidden while it is written, shown where the user wants to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.storage.vault.passphrase import LONGEST
from desktop.text import Wording
from desktop.ui.fields import line_field
from desktop.ui.pieces import Button


class SecretField(QWidget):
    """A line with a button that shows and hides what is written.

    Signals: `written` with every letter, `entered` when Enter was pressed in it.
    """

    written = Signal()
    entered = Signal()

    def __init__(self, wording: Wording, name: str, says: str) -> None:
        super().__init__()
        self._wording = wording
        self._line = line_field(name, says, LONGEST)
        self._line.setPlaceholderText(says)
        self._line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._shows = Button("", f"{name}-shown", "quiet")
        self._shows.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._shows)
        self.setFocusProxy(self._line)
        self._shows.toggled.connect(self._on_toggled)
        self._line.textEdited.connect(self._on_edited)
        self._line.returnPressed.connect(self.entered)
        self._on_toggled(is_shown=False)

    def text(self) -> str:
        """What is written."""
        return self._line.text()

    def clear(self) -> None:
        """Forget what is written, and hide what comes next."""
        self._line.clear()
        self._shows.setChecked(False)

    def enlarge(self, letters: QFont, height: int) -> None:
        """For a screen that is used from a step away; the height in pixels."""
        for each in (self._line, self._shows):
            each.setFont(letters)
            each.setMinimumHeight(height)

    def show_always(self) -> None:
        """For what is copied from paper: it can be seen, and nothing hides it."""
        self._line.setEchoMode(QLineEdit.EchoMode.Normal)
        self._shows.hide()

    def _on_edited(self, _: str) -> None:
        self.written.emit()

    def _on_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        modes = QLineEdit.EchoMode
        self._line.setEchoMode(modes.Normal if is_shown else modes.Password)
        say = self._wording
        self._shows.setText(say("Hide") if is_shown else say("Show"))
