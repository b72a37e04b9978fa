"""What a project is to be called, before it is taken up."""

from PySide6.QtWidgets import QWidget

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fields import line_field
from desktop.ui.look import Look
from desktop.ui.pieces import label


class TakingUpDialog(AskingDialog):
    """A title to keep or to change, and what follows."""

    def __init__(self, parent: QWidget, title: str, count: int, look: Look) -> None:
        say = look.wording
        told = say.plural(
            "{count} company is in it, to be asked. Others are no longer proposed with it for this need.",
            "{count} companies are in it, to be asked. They are no longer proposed elsewhere for this need.",
            count,
        )
        super().__init__(parent, Asked(say("Take it up as a project"), say("Take it up"), [told]), look)
        self.setObjectName("taking-up-dialog")
        self._title = line_field("project-new-title", say("Title"))
        self._title.setText(title)
        self._title.setCursorPosition(0)
        title_words = label(say("Title"), "small", "muted")
        title_words.setBuddy(self._title)
        self.inside.addWidget(title_words)
        self.inside.addWidget(self._title)
        self.first = self._title

    @property
    def title(self) -> str:
        """What it is to be called; empty where nothing was written."""
        return " ".join(self._title.text().split())
