"""Before a calendar file is written: what will stand in it, and whether it names companies."""

from PySide6.QtWidgets import QWidget

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.tick import Tick


class ExportDialog(AskingDialog):
    """Says that calendars often leave the computer, and offers codes in place of names."""

    def __init__(self, parent: QWidget, count: int, gone: int, look: Look) -> None:
        say = look.wording
        counted = say.plural("{count} date", "{count} dates", count)
        words = say(
            "{dates}, each with an alarm the day before. What you wrote yourself stays here: only the "
            "kind, the company and the course go into the file. Importing a later file again brings the "
            "dates up to date.",
            dates=counted,
        )
        out = say.plural(
            "{count} date that is no longer due goes along too, so that your calendar crosses it out.",
            "{count} dates that are no longer due go along too, so that your calendar crosses them out.",
            gone,
        )
        cloud = say(
            "Many calendars are copied to a cloud, outside this computer. If your clients should not "
            "appear there, use codes instead of their names."
        )
        super().__init__(
            parent,
            Asked(say("For your calendar"), say("Save the file…"), [words, out] if gone else [words]),
            look,
        )
        self.setObjectName("calendar-dialog")
        self._coded = Tick(say("Codes instead of company names"), "calendar-coded", look)
        self.inside.addWidget(label(cloud, "small", "warn"))
        self.inside.addWidget(self._coded)
        self.first = self._coded

    @property
    def is_coded(self) -> bool:
        """Whether codes are to stand for names."""
        return self._coded.isChecked()
