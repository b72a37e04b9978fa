"""The days on which nobody studies: those chosen, each to be taken away, and two fields for more."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.decisions import Holiday
from desktop.ui.fields import DayField, FieldFrame
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.wrapped_row import WrappedRow

_WEEK = 6  # days after the first


class HolidayList(QWidget):
    """Holidays in the order of the calendar.

    Signals: `holidays_edited` after one was added or taken away by the user.
    """

    holidays_edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._holidays: tuple[Holiday, ...] = ()
        self._chips: dict[Button, Holiday] = {}
        self._row = WrappedRow()
        self._first = DayField("holiday-first", self._wording("Holiday: first day"))
        self._last = DayField("holiday-last", self._wording("Holiday: last day"))
        self._add = Button(self._wording("Add"), "holiday-add", "chip")
        self._build()
        self._first.dateChanged.connect(self._last.setMinimumDate)
        self._add.clicked.connect(self._on_added)

    def holidays(self) -> tuple[Holiday, ...]:
        """The holidays chosen."""
        return self._holidays

    def show_holidays(self, holidays: tuple[Holiday, ...], start: date) -> None:
        """Show holidays; the fields begin with a week from `start`. Emits nothing."""
        if not self._chips and self._first.day() < start:
            self._first.show_day(start)
            self._last.setDate(self._first.date().addDays(_WEEK))
        self._show(holidays)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        for text, field in ((self._wording("from"), self._first), (self._wording("to"), self._last)):
            adding.addWidget(label(text, "small", "muted", wraps=False))
            frame = FieldFrame(field, self._look.tokens)
            frame.setFixedSize(140, 36)
            adding.addWidget(frame)
        self._add.setAccessibleName(self._wording("Add the holiday"))
        adding.addWidget(self._add)
        adding.addStretch(1)
        column.addLayout(adding)
        column.addWidget(self._row)

    def _show(self, holidays: tuple[Holiday, ...]) -> None:
        if holidays == self._holidays:
            return
        self._holidays = holidays
        self._row.clear()
        self._chips = {}
        before = self._add
        for holiday in holidays:
            chip = self._chip(holiday)
            self._chips[chip] = holiday
            self._row.add(chip)
            QWidget.setTabOrder(before, chip)
            before = chip

    def _chip(self, holiday: Holiday) -> Button:
        say = self._wording
        first, last = say.short_date(holiday.first), say.short_date(holiday.last)
        if holiday.first.year != holiday.last.year:
            first = f"{first} {holiday.first.year}"
        words = f"{last} {holiday.last.year}"
        if holiday.first != holiday.last:
            words = f"{first} – {words}"
        made = Button(words, f"holiday-{holiday.first.isoformat()}", "chip")
        made.setIcon(icon("close", self._look.tokens.muted, 14))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setAccessibleName(say("Remove the holiday: {dates}", dates=words))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(self._on_taken_away)
        return made

    def _on_added(self) -> None:
        holiday = Holiday(self._first.day(), self._last.day())
        others = [each for each in self._holidays if each != holiday]
        self._show(tuple(sorted((*others, holiday), key=_first_day)))
        self.holidays_edited.emit()

    def _on_taken_away(self) -> None:
        pressed = self.sender()
        gone = self._chips.get(pressed) if isinstance(pressed, Button) else None
        self._add.setFocus()
        self._show(tuple(each for each in self._holidays if each is not gone))
        self.holidays_edited.emit()


def _first_day(holiday: Holiday) -> tuple[date, date]:
    return holiday.first, holiday.last
