"""A quiet button that opens and closes what belongs to it."""

from PySide6.QtCore import QSize

from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button


class Disclosure(Button):
    """Checked while open; its arrow points down then. Listen to `toggled`."""

    def __init__(self, text: str, name: str, look: Look) -> None:
        super().__init__(text, name, "fold")
        self._closed = icon("chevron-right", look.tokens.accent, 14)
        self._opened = icon("chevron-down", look.tokens.accent, 14)
        self.setCheckable(True)
        self.setIconSize(QSize(14, 14))
        self._on_toggled(is_open=False)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self.setIcon(self._opened if is_open else self._closed)
