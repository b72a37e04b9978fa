"""From which day to which, where no period by name is the one that is wanted."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.territory.wanted import Wanted
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fields import DayField, FieldFrame
from desktop.ui.look import Look

_FIELD = QSize(150, 38)


class PeriodDialog(AskingDialog):
    """Two days."""

    def __init__(self, parent: QWidget, wanted: Wanted, look: Look) -> None:
        say = look.wording
        about = say("Both days belong to the period.")
        super().__init__(parent, Asked(say("Period"), say("Show this period"), [about]), look)
        self.setObjectName("period-dialog")
        self._since = DayField("period-since", say("From the day"))
        self._until = DayField("period-until", say("To the day"))
        self._since.show_day(wanted.since or date(today().year, 1, 1))
        self._until.show_day(wanted.until or today())
        for field, words in ((self._since, say("From the day")), (self._until, say("To the day"))):
            framed = FieldFrame(field, look.tokens)
            framed.setFixedSize(_FIELD)
            self.add_field(words, framed)
        self.first = self._since

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day, whichever was written first."""
        first, last = sorted((self._since.day(), self._until.day()))
        return first, last
