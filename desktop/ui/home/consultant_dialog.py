"""Who looks after a company: a name, with those known offered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.content.company import without_controls
from desktop.storage import CompanyRow
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.completing import complete
from desktop.ui.fields import line_field
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import label

_LONGEST = 80


class ConsultantDialog(AskingDialog):
    """Asks for the name; an empty one means nobody."""

    def __init__(self, parent: QWidget, row: CompanyRow, known: Sequence[str], look: Look) -> None:
        say = look.wording
        name = short_name(row.name)
        super().__init__(parent, Asked(say("Who looks after {name}?", name=name), say("Save")), look)
        self.setObjectName("consultant-dialog")
        self._name = line_field("consultant-field", say("Consultant"), _LONGEST)
        self._name.setText(row.consultant)
        self._name.selectAll()
        complete(self._name, known)
        self.inside.addWidget(self._name)
        if known:
            names = ", ".join(known[:6])
            self.inside.addWidget(label(say("Known here: {names}", names=names), "small", "muted"))
        self.first = self._name

    def name(self) -> str:
        """The name written."""
        return without_controls(self._name.text())
