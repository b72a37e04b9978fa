"""How many companies are to be reached by which day, where no edition says it."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.territory.figures.reached import Target
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fields import DayField, FieldFrame, Stepper
from desktop.ui.look import Look

_USUAL = 100
_FIELD = QSize(150, 38)


class TargetDialog(AskingDialog):
    """A number and a day."""

    def __init__(self, parent: QWidget, target: Target | None, look: Look) -> None:
        say = look.wording
        about = say("How many companies, large ones aside, should have a first assessment, and by when?")
        super().__init__(parent, Asked(say("Target"), say("Set the target"), [about]), look)
        self.setObjectName("target-dialog")
        self._companies = Stepper(look, "target-companies", say("Companies to reach"))
        self._companies.show_value(_USUAL if target is None else target.value)
        self._by = DayField("target-by", say("By the day"))
        self._by.begin_on(today())
        self._by.show_day(date(today().year, 12, 31) if target is None else target.by)
        framed = FieldFrame(self._by, look.tokens)
        framed.setFixedSize(_FIELD)
        self.add_field(say("Companies to reach"), self._companies)
        self.add_field(say("By the day"), framed)
        self.first = self._companies

    @property
    def target(self) -> tuple[int, date]:
        """The number and the day."""
        return int(self._companies.value()), self._by.day()
