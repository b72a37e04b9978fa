"""What figures are narrowed to: fields behind a fold, and a chip for each that is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.clock import today
from desktop.territory.wanted import NOT_GIVEN, Wanted
from desktop.ui.disclosure import Disclosure
from desktop.ui.fields import Picker
from desktop.ui.hub.territory.period_dialog import PeriodDialog
from desktop.ui.hub.territory.periods import BETWEEN, in_period, period_entries, period_of
from desktop.ui.hub.territory.seeing import Seen
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.wrapped_row import WrappedRow

_LETTERS = 13  # of the narrowest entry shown whole
Entries = list[tuple[str | None, str]]


class Filters(QWidget):
    """Chips in sight, fields when they are asked for.

    Signals: `wished` carries what is wanted after the user changed it.
    """

    wished = Signal(object)

    def __init__(self, look: Look, wanted: Wanted) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._wanted = wanted
        self._day = today()
        self._fold = Disclosure(look.wording("Filters"), "territory-filters", look)
        self._chips = WrappedRow()
        titles = self._titles().items()
        self._pickers = {name: Picker(look, f"territory-{name}", says) for name, says in titles}
        self._fields = WrappedRow(self._pickers.values())
        self._build()

    def show_seen(self, seen: Seen) -> None:
        """Offer what there is, with what is wanted chosen; emits nothing."""
        self._wanted = seen.wanted
        entries = self._entries(seen)
        for name, picker in self._pickers.items():
            picker.show_entries(entries[name], self._value(name, seen))
        self._chips.clear()
        titles = self._titles()
        for name, value in self._values(entries, seen):
            self._chips.add(self._chip(name, f"{titles[name]}: {value}"))
        self._chips.setVisible(self._wanted != Wanted())

    @property
    def fold(self) -> QWidget:
        """What opens the fields, and where the keyboard begins; to be placed above them."""
        return self._fold

    def narrowed(self, seen: Seen) -> tuple[tuple[str, str], ...]:
        """What is narrowed, as names and values."""
        titles = self._titles()
        return tuple((titles[name], value) for name, value in self._values(self._entries(seen), seen))

    def clear(self) -> None:
        """Want everything again."""
        self._wish(Wanted())

    def _build(self) -> None:
        for name, picker in self._pickers.items():
            picker.setMinimumContentsLength(_LETTERS)
            picker.picked.connect(partial(self._on_picked, name))
        self._fields.hide()
        self._fold.toggled.connect(self._fields.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chips)
        column.addWidget(self._fields)

    def _titles(self) -> dict[str, str]:
        say = self._wording
        return {
            "questionnaire": say("Questionnaire"),
            "stage": say("Assessment"),
            "region": say("Region"),
            "province": say("Province"),
            "sector": say("Sector"),
            "size": say("Size"),
            "office": say("Office"),
            "officer": say("Officer"),
            "event": say("Event"),
            "period": say("Period"),
        }

    def _entries(self, seen: Seen) -> dict[str, Entries]:
        say, offered, names = self._wording, seen.offered, seen.names
        asked = [(name, names.questionnaire(name)) for name in offered.questionnaires]
        return {
            "questionnaire": [*asked] or [(None, say("No questionnaire yet"))],
            "stage": [(None, say("The last assessment")), *((stage, stage) for stage in offered.stages)],
            "region": self._named(say("All regions"), "region", offered.regions, seen),
            "province": self._named(say("All provinces"), "province", offered.provinces, seen),
            "sector": self._named(say("All sectors"), "sector", offered.sectors, seen),
            "size": [(None, say("All sizes")), *((each, names.of("size", each)) for each in offered.sizes)],
            "office": self._named(say("All offices"), "office", offered.offices, seen),
            "officer": self._named(say("All officers"), "officer", offered.officers, seen),
            "event": [(None, say("From anywhere")), *offered.events.items()],
            "period": period_entries(seen.wanted, self._day, say),
        }

    def _named(self, every: str, kind: str, found: tuple[str, ...], seen: Seen) -> Entries:
        named = sorted(((name, seen.names.of(kind, name)) for name in found), key=_by_words)
        missing = (NOT_GIVEN, seen.names.of(kind, ""))
        return [(None, every), *named, missing]

    def _value(self, name: str, seen: Seen) -> str | None:
        if name == "period":
            return period_of(self._wanted, self._day)
        if name == "questionnaire":
            return seen.questionnaire
        value = getattr(self._wanted, name)
        return value if value is None else str(value)

    def _values(self, entries: dict[str, Entries], seen: Seen) -> Iterator[tuple[str, str]]:
        """What is narrowed, with what it is narrowed to in words."""
        for name in self._pickers:
            value = self._value(name, seen)
            if value is not None and (name != "questionnaire" or self._wanted.questionnaire):
                yield name, dict(entries[name]).get(value, value)

    def _chip(self, name: str, words: str) -> Button:
        chip = Button(f"{words}  ×".replace("&", "&&"), f"chip-{name}", "chip")
        chip.setAccessibleName(self._wording("Take away the filter {filter}", filter=words))
        chip.clicked.connect(partial(self._on_picked, name, None))
        return chip

    def _on_picked(self, name: str, chosen: object, *_: object) -> None:
        value = chosen if isinstance(chosen, str) else None
        if name == "period" and value == BETWEEN:
            self._ask_for_days()
        elif name == "period":
            self._wish(in_period(self._wanted, value, self._day))
        elif name == "questionnaire":
            self._wish(replace(self._wanted, questionnaire=value or ""))
        else:
            values: dict[str, Any] = {name: value}
            self._wish(replace(self._wanted, **values))

    def _ask_for_days(self) -> None:
        picker = self._pickers["period"]
        dialog = PeriodDialog(picker, self._wanted, self._look)
        dialog.rejected.connect(self._on_days_left)
        dialog.ask(partial(self._on_days_chosen, dialog))

    def _on_days_chosen(self, dialog: PeriodDialog) -> None:
        since, until = dialog.days
        self._wish(replace(self._wanted, since=since, until=until))

    def _on_days_left(self) -> None:
        """The list shows again what is wanted."""
        picker = self._pickers["period"]
        picker.setCurrentIndex(picker.findData(period_of(self._wanted, self._day)))

    def _wish(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.wished.emit(wanted)


def _by_words(entry: tuple[str, str]) -> str:
    return entry[1].casefold()
