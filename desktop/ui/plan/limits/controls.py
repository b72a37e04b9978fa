"""What a plan must fit: hours a week of each role, weeks, first day, budget, languages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.company import Constraints, People
from desktop.report.terms import language_name
from desktop.text import Wording
from desktop.ui.fields import DayField, FieldFrame, Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.plan.limits.limit_field import LimitField
from desktop.ui.plan.limits.scales import EUROS, HOURS, PEOPLE, WEEKS, around, with_number

_HALF = Fraction(1, 2)
_ORDERS = (("it", "en"), ("en", "it"), ("it",), ("en",))
_STEPPER, _PICKER, _GAP = 172, 196, 8  # pixels
_NEIGHBOURS = 3  # positions each way
_FEWEST = 3  # columns in the smallest window


class PlanControls(QWidget):
    """The fields above the plan, in as many columns as fit.

    Signals: `constraints_edited` after every change by the user but those of sliders, for which
    `constraints_slid` comes.
    """

    constraints_edited = Signal()
    constraints_slid = Signal()

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._look = look
        self._names = catalogue.competence_text(look.wording.language).roles
        self._short_names: Mapping[Role, str] = {"it": look.wording("IT")}
        self._hours: dict[Role, LimitField] = {}
        self._people: dict[Role, LimitField] = {}
        self._touched: LimitField | None = None
        self._before = Constraints()
        self._grid = QGridLayout(self)
        self._cells: list[tuple[QLabel, QWidget]] = []
        self._hours_cells: dict[Role, tuple[QLabel, QWidget]] = {}
        self._columns = 0
        self._make_fields()
        self._build()
        self._connect()

    @property
    def roles(self) -> Mapping[Role, str]:
        """The names of the roles whose hours can be set."""
        return {role: self._names.get(role, role) for role, each in self._people.items() if each.value()}

    def constraints(self) -> Constraints:
        """What the plan must fit as it stands; what has no field here is as it was shown."""
        people = {role: int(stepper.value()) for role, stepper in self._people.items()}
        return msgspec.structs.replace(
            self._before,
            hours_per_week={
                **self._before.hours_per_week,
                **{role: self._hours[role].value() for role in self.roles},
            },
            weeks=int(self._weeks.value()),
            start=self._start.day() if self._is_start_chosen else self._before.start,
            budget_eur=int(self._budget.value()),
            languages=tuple((self._languages.choice() or "it-en").split("-")),
            people=People(owner=people["owner"], employee=people["employee"], it=people["it"]),
        )

    def neighbours(self) -> Iterator[Constraints]:
        """The limits as the one touched last would make them a little further on or back."""
        field, now = self._touched, self.constraints()
        if field is None:
            return
        for number in around(field.numbers, field.value(), _NEIGHBOURS):
            yield with_number(now, field.name, number)

    def show_constraints(self, constraints: Constraints, people: People, start: date) -> None:
        """Show limits; `start` is the first day where none was chosen. Emits nothing."""
        self._before = constraints
        self._is_start_chosen = constraints.start is not None
        for role, stepper in self._hours.items():
            stepper.show_value(constraints.hours(role))
        taking_part = constraints.people or people
        for role, stepper in self._people.items():
            stepper.show_value(getattr(taking_part, role))
        self._weeks.show_value(constraints.weeks)
        self._budget.show_value(constraints.budget_eur)
        blocker = QSignalBlocker(self._start)
        self._start.show_day(constraints.start or start)
        blocker.unblock()
        orders = dict.fromkeys((*_ORDERS, constraints.languages))
        entries: list[tuple[str | None, str]] = [
            ("-".join(order), languages_in_words(order, self._wording)) for order in orders
        ]
        self._languages.show_entries(entries, "-".join(constraints.languages))
        self._show_hours()

    def _make_fields(self) -> None:
        say, look = self._wording, self._look
        for role in ROLES:
            name = self._short_names.get(role, self._names.get(role, role))
            hours, people = say("{role}: hours a week", role=name), say("{role}: people", role=name)
            self._hours[role] = LimitField(look, f"plan-hours-{role}", hours, HOURS)
            self._hours[role].set_range(0, 40, _HALF)
            self._hours[role].describe(self._hours_in_words)
            self._people[role] = LimitField(look, f"plan-people-{role}", people, PEOPLE)
            self._people[role].set_range(0, 1000)
        self._weeks = LimitField(look, "plan-weeks", say("Weeks"), WEEKS)
        self._weeks.set_range(1, 104)
        self._budget = LimitField(look, "plan-budget", say("Budget in euros"), EUROS)
        self._budget.set_range(0, 1_000_000, Fraction(50))
        self._budget.describe(self._euro_in_words)
        self._languages = Picker(look, "plan-languages", say("Languages of the courses"))
        self._languages.setFixedWidth(_PICKER)
        self._start = DayField("plan-start", say("First day"))
        self._is_start_chosen = False

    def _hours_in_words(self, hours: Fraction) -> str:
        return self._wording("{hours} h", hours=self._wording.number(hours, 1))

    def _euro_in_words(self, euro: Fraction) -> str:
        return self._wording.euro(int(euro))

    def _build(self) -> None:
        say = self._wording
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        for role in ROLES:
            name = self._short_names.get(role, self._names.get(role, role))
            self._add(say("{role}: hours a week", role=name), self._hours[role])
            self._hours_cells[role] = self._cells[-1]
            self._add(say("{role}: people", role=name), self._people[role])
        self._add(say("Weeks"), self._weeks)
        day = FieldFrame(self._start, self._look.tokens)
        day.setFixedSize(140, 36)
        self._add(say("First day"), day)
        self._add(say("Budget in euros"), self._budget)
        self._add(say("Languages of the courses"), self._languages)

    def _add(self, text: str, field: QWidget) -> None:
        title = label(text, "small", "muted")
        title.setBuddy(field)
        title.setContentsMargins(0, 6, 0, 0)
        title.setParent(self)
        field.setParent(self)
        self._cells.append((title, field))

    def _shown(self) -> list[tuple[QLabel, QWidget]]:
        """All fields but the hours of roles nobody takes part in."""
        idle = [cell for role, cell in self._hours_cells.items() if role not in self.roles]
        return [cell for cell in self._cells if cell not in idle]

    def _show_hours(self) -> None:
        """Hours are asked of those who take part."""
        shown = self._shown()
        for cell in self._hours_cells.values():
            for widget in cell:
                widget.setVisible(cell in shown)
        self._arrange(self._fitting(self.width()))

    def _arrange(self, columns: int) -> None:
        """Put every field below its title, so many fields in a line; the last one takes what is left over."""
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        shown = self._shown()
        last = len(shown) - 1
        for position, (title, field) in enumerate(shown):
            line, column = 2 * (position // columns), position % columns
            span = columns - column if position == last else 1
            self._grid.addWidget(title, line, column, 1, span, Qt.AlignmentFlag.AlignBottom)
            place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(field, line + 1, column, 1, span, place)

    def _fitting(self, width: int) -> int:
        """How many columns fit; the picker is the widest field, and alone where the last line is full."""
        count = columns = len(self._shown())
        each = max((self._width_of(title) for title, _ in self._shown()), default=_STEPPER)
        while columns > _FEWEST:
            wider = max(_PICKER - each, 0) if count % columns == 0 else 0
            if columns * (each + _GAP) - _GAP + wider <= width:
                break
            columns -= 1
        return columns

    def _width_of(self, title: QLabel) -> int:
        """How wide a column is that holds a field with this title above it, on one line."""
        return max(_STEPPER, title.fontMetrics().horizontalAdvance(title.text()))

    def _connect(self) -> None:
        for field in (*self._hours.values(), *self._people.values(), self._weeks, self._budget):
            field.stepped.connect(self._on_edited)
            field.slid.connect(self._on_slid)
            field.let_go.connect(self._show_hours)
        self._languages.picked.connect(self._on_edited)
        self._start.userDateChanged.connect(self._on_start_edited)

    def _on_edited(self) -> None:
        self._touch()
        self.constraints_edited.emit()

    def _on_slid(self) -> None:
        self._touch()
        self.constraints_slid.emit()

    def _touch(self) -> None:
        sender = self.sender()
        self._touched = sender if isinstance(sender, LimitField) else None
        if self._touched is not None and not self._touched.is_held:  # else it would move under the hand
            self._show_hours()

    def _on_start_edited(self) -> None:
        self._is_start_chosen = True
        self.constraints_edited.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._fitting(event.size().width())
        if columns != self._columns:
            self._arrange(columns)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_FEWEST * (_STEPPER + _GAP), super().minimumSizeHint().height())


def languages_in_words(codes: Sequence[str], wording: Wording) -> str:
    """The languages of courses in the order they are wanted."""
    names = [language_name(code, wording) for code in codes]
    if len(names) == 1:
        said = wording("only {language}", language=names[0])
    else:
        said = names[0]
        for name in names[1:]:
            said = wording("{first}, then {second}", first=said, second=name)
    return said[:1].upper() + said[1:]
