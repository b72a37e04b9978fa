"""The letter that asks companies to take part, to change and to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fonts import font
from desktop.ui.look import Look

_WIDTH, _TALL = 640, 300  # pixels


class LetterDialog(AskingDialog):
    """A text without names of companies; the button copies it as it stands."""

    def __init__(self, parent: QWidget, letter: str, look: Look) -> None:
        say = look.wording
        told = say("It names no company. Change it as you like; what you change is not kept.")
        asked = Asked(say("Letter to the companies"), say("Copy"), [told], say("Close"))
        super().__init__(parent, asked, look, width=_WIDTH)
        self.setObjectName("letter-dialog")
        self._text = QPlainTextEdit(letter)
        self._text.setObjectName("letter-text")
        self._text.setAccessibleName(say("Letter to the companies"))
        self._text.setFont(font(14))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TALL)
        self.inside.addWidget(self._text)
        self.first = self._text

    def copy_text(self) -> None:
        """Put the text where it can be pasted from."""
        QGuiApplication.clipboard().setText(self._text.toPlainText())
