"""Whether this computer works for a hub."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.tick import Tick


class HubCard(QFrame):
    """With the tick, the rail leads to the hub."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._tick = Tick(look.wording("This computer works for a hub"), "is-hub", look)
        self._tick.setChecked(desk.workspace.preferences.read().is_hub)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(look.wording("Hub"), "heading"))
        words = look.wording(
            "A hub hands out its own edition, takes plans in, advises companies and sees its territory. "
            "Tick it, and the page “Hub” on the left has what that takes."
        )
        column.addWidget(label(words, "small", "muted"))
        column.addWidget(self._tick)
        self._tick.toggled.connect(self._on_toggled)
        self.setFocusProxy(self._tick)

    def _on_toggled(self, is_hub: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._desk.save_outside(partial(self._save, is_hub=is_hub)):
            self._desk.case_changed.emit()

    def _save(self, *, is_hub: bool) -> None:
        book = self._desk.workspace.preferences
        book.save(replace(book.read(), is_hub=is_hub))
