"""The language of the questions, for questionnaires in more languages than the application speaks."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.text import LANGUAGES, own_name
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label


class TextLanguage(QWidget):
    """A list of languages by their own names; hidden where the application's are all there are.

    Signals: `chosen` carries the code of a language, empty for the application's.
    """

    chosen = Signal(str)

    def __init__(self, languages: Iterable[str], current: str, look: Look) -> None:
        super().__init__()
        says = look.wording("Language of the questions")
        self._picker = Picker(look, "texts-language", says)
        entries: list[tuple[str | None, str]] = [(None, look.wording("Same as the application"))]
        entries += [(code, own_name(code)) for code in languages]
        self._picker.show_entries(entries, current or None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(12)
        row.addWidget(label(says, "body", "muted", wraps=False))
        row.addWidget(self._picker)
        row.addStretch(1)
        self.setVisible(any(code not in LANGUAGES for code in languages))
        self._picker.picked.connect(self._on_picked)

    def _on_picked(self, code: object) -> None:
        self.chosen.emit(code if isinstance(code, str) else "")
