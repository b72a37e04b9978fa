"""What a plan had better look like: areas that count double, forms and pace of courses, holidays."""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Constraints
from desktop.content.decisions import CourseFormat, Pace
from desktop.report.pace_words import pace_in_words
from desktop.report.terms import form_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.plan.limits.holiday_list import HolidayList
from desktop.ui.wrapped_row import WrappedRow

_PACES: tuple[Pace, ...] = ("early", "even")
_FORMATS: tuple[CourseFormat, ...] = ("self-paced", "blended", "live")


class Wishes(QWidget):
    """Chips to switch on and off, and the holidays.

    Signals: `wishes_edited` after every change by the user.
    """

    wishes_edited = Signal()

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        say = look.wording
        self._wording = say
        self._areas = self._chips("area", catalogue.competence_text(say.language).areas)
        self._formats = self._chips("format", {name: form_in_words(name, say) for name in _FORMATS})
        self._paces = self._chips("pace", {name: pace_in_words(name, say) for name in _PACES})
        self._holidays = HolidayList(look)
        self._column = QVBoxLayout(self)
        self._one_pace = QButtonGroup(self)
        self._build()
        self._holidays.holidays_edited.connect(self._on_edited)

    def wished(self, limits: Constraints) -> Constraints:
        """The limits with these wishes in place of theirs."""
        return msgspec.structs.replace(
            limits,
            formats=tuple(name for name in _FORMATS if self._formats[name].isChecked()),
            favoured_areas=tuple(name for name, chip in self._areas.items() if chip.isChecked()),
            pace=next(name for name in _PACES if self._paces[name].isChecked()),
            holidays=self._holidays.holidays(),
        )

    def show_wishes(self, limits: Constraints, start: date) -> None:
        """Show the wishes among limits of a plan from `start` on; emits nothing."""
        for name, chip in self._formats.items():
            chip.setChecked(name in limits.formats)
        for name, chip in self._areas.items():
            chip.setChecked(name in limits.favoured_areas)
        self._paces[limits.pace].setChecked(True)
        self._holidays.show_holidays(limits.holidays, start)

    def in_words(self, limits: Constraints) -> Iterator[str]:
        """The wishes among limits, each that there is."""
        say = self._wording
        if limits.favoured_areas:
            areas = [self._areas[name].text() for name in limits.favoured_areas if name in self._areas]
            yield say("above all {areas}", areas=", ".join(areas))
        if limits.formats:
            yield say("only {forms}", forms="; ".join(form_in_words(name, say) for name in limits.formats))
        if limits.pace == "even":
            yield say("spread evenly over the months")
        if limits.holidays:
            yield say.plural("{count} holiday", "{count} holidays", len(limits.holidays))

    def _build(self) -> None:
        say = self._wording
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(4)
        for chip in self._paces.values():
            self._one_pace.addButton(chip)
        self._column.addWidget(self._title(say("What matters most to you: it counts double")))
        self._column.addWidget(WrappedRow(self._areas.values()))
        self._column.addWidget(
            self._title(say("How the courses are held; where none is chosen, all are fine"))
        )
        self._column.addWidget(WrappedRow(self._formats.values()))
        self._column.addWidget(self._title(say("How the courses follow one another")))
        self._column.addWidget(WrappedRow(self._paces.values()))
        self._column.addWidget(self._title(say("Holidays, when nobody studies")))
        self._column.addWidget(self._holidays)

    @staticmethod
    def _title(text: str) -> QLabel:
        title = label(text, "small", "muted")
        title.setContentsMargins(0, 4, 0, 0)
        return title

    def _chips(self, kind: str, names: Mapping[str, str]) -> dict[str, Button]:
        chips = {}
        for name, text in names.items():
            chip = Button(text[:1].upper() + text[1:], f"{kind}-{name}", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self._on_edited)
            chips[name] = chip
        return chips

    def _on_edited(self) -> None:
        self.wishes_edited.emit()
