"""Beside the title of a question: that its answer is on the disk, or that it is not."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import label, show_words


class SavedMark(QWidget):
    """A green mark and a word; a word alone where something is not saved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._mark = QLabel()
        self._mark.setPixmap(icon("check", look.tokens.good, 16).pixmap(16, 16))
        self._text = label("", "small", "good", wraps=False)
        self._text.setObjectName("saved-state")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._mark)
        row.addWidget(self._text)
        self.show_state(is_saved=True)

    def show_state(self, *, is_saved: bool, is_kept: bool = False) -> None:
        """Whether what is shown is saved, or at least kept on this computer."""
        self._mark.setVisible(is_saved)
        not_saved = self._wording("Kept here") if is_kept else self._wording("Not saved")
        words = self._wording("Saved") if is_saved else not_saved
        show_words(self._text, words, "good" if is_saved else "warn")
