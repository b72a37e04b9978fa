"""The language, the colours and the language of questionnaires, chosen and remembered."""

from PySide6.QtCore import QObject, Signal

from desktop.ui.desk import Desk
from desktop.ui.refocusing import focused_name, refocus_later
from desktop.ui.shell import Shell


class Appearance(QObject):
    """Gives the shell another look, with the keyboard where it was.

    Signals: `changed` when rail, strips and page are gone and have to be made anew.
    """

    changed = Signal()

    def __init__(self, desk: Desk, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        desk.texts_chosen.connect(self._on_texts_chosen)

    def speak(self, language: str) -> None:
        """Speak the language of a code."""
        self._show(language, self._shell.look.tokens.name)

    def switch_theme(self) -> None:
        """Wear light colours instead of dark ones, or dark ones."""
        look = self._shell.look
        self._show(look.wording.language, "light" if look.tokens.is_dark else "dark")

    def _on_texts_chosen(self) -> None:
        look = self._shell.look
        self._show(look.wording.language, look.tokens.name)

    def _show(self, language: str, theme: str) -> None:
        focused = focused_name()
        texts = self._desk.workspace.library.shown_in
        self._desk.settings.change(language=language, theme=theme, texts=texts)
        self._shell.show_look(language, theme)
        self.changed.emit()
        refocus_later(self._shell, focused, self)
