"""What cannot be delivered to a company that is gone: to read, to copy, to keep as text, to discard."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from desktop.errors import system_reason
from desktop.text import Sentence, say
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fonts import font
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.wrapped_row import WrappedRow
from desktop.whole_files import replace_whole

_WIDTH, _TALL = 640, 240  # pixels
_NOT_SAVED = say("{path} could not be written: {reason}. Choose another place.")


class UndeliveredDialog(AskingDialog):
    """A text to read; its first button leads on to discarding what it tells."""

    def __init__(self, parent: QWidget, name: str, text: str, look: Look) -> None:
        wording = look.wording
        told = wording(
            "This was entered on this computer and is not on the server. It stays here, and is sent when the "
            "company is there again, and yours. Copy it or save it as text if somebody needs it; discard it "
            "if nobody does."
        )
        asked = Asked(
            wording("Not delivered: {name}", name=name), wording("Discard…"), [told], wording("Close")
        )
        super().__init__(parent, asked, look, is_final=True, width=_WIDTH)
        self.setObjectName("undelivered-dialog")
        self._wording = wording
        self._text = QPlainTextEdit(text)
        self._text.setObjectName("undelivered-text")
        self._text.setAccessibleName(wording("What was entered"))
        self._text.setFont(font(14))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TALL)
        copy = Button(wording("Copy"), "copy-undelivered")
        save = Button(wording("Save as text…"), "save-undelivered")
        self._state = label("", "small", "muted")
        self._state.setObjectName("undelivered-state")
        for each in (self._text, WrappedRow((copy, save)), self._state):
            self.inside.addWidget(each)
        copy.clicked.connect(self._on_copy)
        save.clicked.connect(self._on_save)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        show_words(self._state, self._wording("Copied."), "good")

    def _on_save(self) -> None:
        title = self._wording("Save as text…").rstrip("…")
        usual = str(Path.home() / self._wording("not-delivered.txt"))
        chosen, _ = QFileDialog.getSaveFileName(self, title, usual, "*.txt")
        if not chosen:
            return
        try:
            replace_whole(Path(chosen), self._text.toPlainText().encode())
        except OSError as error:
            told = Sentence(_NOT_SAVED.message, {"path": chosen, "reason": system_reason(error)})
            show_words(self._state, self._wording.tell(told), "warn")
        else:
            show_words(self._state, self._wording("Saved in {path}.", path=chosen), "good")
