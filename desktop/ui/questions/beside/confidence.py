"""How sure the answer is: three words to press, or none of them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.storage import Confidence
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.questions.beside.confidence_words import confidence_words


class ConfidenceChoice(QWidget):
    """At most one word is pressed; pressing it again takes it back.

    Signals: `chosen` after the user pressed one.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(look.wording("How sure?"), "small", "muted", wraps=False))
        self._chips: dict[Confidence, Button] = {}
        for word, text in confidence_words(look.wording).items():
            chip = Button(text, f"confidence-{word}", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_pressed, word))
            self._chips[word] = chip
            row.addWidget(chip)

    def confidence(self) -> Confidence:
        """The word pressed, empty for none."""
        return next((word for word, chip in self._chips.items() if chip.isChecked()), "")

    def show_confidence(self, confidence: Confidence) -> None:
        """Show another word as pressed; emits nothing."""
        for word, chip in self._chips.items():
            chip.setChecked(word == confidence)

    def _on_pressed(self, word: Confidence) -> None:
        self.show_confidence(word if self._chips[word].isChecked() else "")
        self.chosen.emit()
