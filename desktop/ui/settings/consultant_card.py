"""Who works at this desk."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from desktop.content.company import without_controls
from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import label

_LONGEST = 80


class ConsultantCard(QFrame):
    """The name that stands beside changes in the history, and with new companies."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._name = QLineEdit(desk.workspace.preferences.read().consultant)
        self._name.setObjectName("consultant-name")
        self._name.setMaxLength(_LONGEST)
        self._name.setAccessibleName(look.wording("Who works here"))
        self._name.setPlaceholderText(look.wording("First name and surname"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(look.wording("Who works here"), "heading"))
        column.addWidget(label(self._explained(look.wording), "small", "muted"))
        column.addWidget(self._name)
        self._name.editingFinished.connect(self._on_name_written)
        self.setFocusProxy(self._name)

    def _explained(self, say: Wording) -> str:
        me = self._desk.workspace.together.me
        if me:
            return say(
                "On the server you are {name}: so the administrator wrote it, and so it stands beside each "
                "change, and with the companies you add unless another name is written here.",
                name=me,
            )
        return say(
            "The name appears beside each change in a company's history, and with the companies you add. "
            "It stays in this workspace."
        )

    def _on_name_written(self) -> None:
        name = without_controls(self._name.text())
        self._desk.save_outside(partial(self._save, name))

    def _save(self, name: str) -> None:
        book, history = self._desk.workspace.preferences, self._desk.workspace.history
        book.save(replace(book.read(), consultant=name))
        history.hand = replace(history.hand, by=self._desk.workspace.together.me or name)
