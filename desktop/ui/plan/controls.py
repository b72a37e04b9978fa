"""What a plan must fit: hours a week of each role, weeks, first day, budget, languages."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.catalogue_file import ROLES, Role
from desktop.content.company import Constraints, People
from desktop.text import LANGUAGES
from desktop.ui.fields import DayField, FieldFrame, Picker, Stepper
from desktop.ui.look import Look
from desktop.ui.pieces import label

_HALF = Fraction(1, 2)
_ORDERS = (("it", "en"), ("en", "it"), ("it",), ("en",))


class PlanControls(QFrame):
    """The fields beside the plan.

    Signals: `constraints_edited` after every change by the user.
    """

    constraints_edited = Signal()

    def __init__(self, catalogue: Catalogue, people: People, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._look = look
        self._names = catalogue.competence_text(look.wording.language).roles
        self._hours: dict[Role, Stepper] = {}
        self._people: dict[Role, Stepper] = {}
        self._before = Constraints()
        self._make_fields(people)
        self._build(people)
        self._connect()

    def constraints(self) -> Constraints:
        """What the plan must fit as it stands."""
        people = {role: int(stepper.value()) for role, stepper in self._people.items()}
        picked = self._start.date()
        start = date(picked.year(), picked.month(), picked.day())
        return Constraints(
            hours_per_week={
                **self._before.hours_per_week,
                **{role: each.value() for role, each in self._hours.items()},
            },
            weeks=int(self._weeks.value()),
            start=start if self._is_start_chosen else self._before.start,
            budget_eur=int(self._budget.value()),
            languages=tuple((self._languages.choice() or "it-en").split("-")),
            people=People(owner=people["owner"], employee=people["employee"], it=people["it"]),
        )

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
        first = constraints.start or start
        blocker = QSignalBlocker(self._start)
        self._start.setDate(QDate(first.year, first.month, first.day))
        blocker.unblock()
        orders = ["-".join(order) for order in _ORDERS]
        entries: list[tuple[str | None, str]] = [(order, self._order_text(order)) for order in orders]
        self._languages.show_entries(entries, "-".join(constraints.languages))

    def _make_fields(self, people: People) -> None:
        say, look = self._wording, self._look
        for role in ROLES:
            name = self._names.get(role, role)
            self._people[role] = Stepper(look, f"plan-people-{role}", say("{role}: people", role=name))
            self._people[role].set_range(Fraction(0), Fraction(1000))
            if getattr(people, role):
                self._hours[role] = Stepper(
                    look, f"plan-hours-{role}", say("{role}: hours a week", role=name)
                )
                self._hours[role].set_range(Fraction(0), Fraction(40), _HALF)
        self._weeks = Stepper(look, "plan-weeks", say("Weeks"))
        self._weeks.set_range(Fraction(1), Fraction(104))
        self._budget = Stepper(look, "plan-budget", say("Budget in euros"))
        self._budget.set_range(Fraction(0), Fraction(1_000_000), Fraction(50))
        self._languages = Picker(look, "plan-languages", say("Languages of the courses"))
        self._start = DayField("plan-start", say("First day"))
        self._is_start_chosen = False

    def _build(self, people: People) -> None:
        say = self._wording
        self.setProperty("kind", "card")
        self.setFixedWidth(264)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(4)
        column.addWidget(label(say("What the plan must fit"), "heading"))
        column.addWidget(label(say("The plan follows every change at once."), "caption", "muted"))
        column.addSpacing(4)
        for role in self._hours:
            name = self._names.get(role, role)
            _add(column, say("{role}: hours a week", role=name), self._hours[role])
        for role in self._people:
            if not getattr(people, role) and role != "it":
                self._people[role].hide()
                continue
            name = self._names.get(role, role)
            _add(column, say("{role}: people", role=name), self._people[role])
        _add(column, say("Weeks"), self._weeks)
        day = FieldFrame(self._start, self._look.tokens)
        day.setFixedSize(140, 36)
        _add(column, say("First day"), day)
        _add(column, say("Budget in euros"), self._budget)
        _add(column, say("Languages of the courses"), self._languages)
        column.addStretch(1)

    def _order_text(self, order: str) -> str:
        names = [LANGUAGES[code] for code in order.split("-")]
        if len(names) == 1:
            return self._wording("only {language}", language=names[0])
        return self._wording("{first}, then {second}", first=names[0], second=names[1])

    def _connect(self) -> None:
        for stepper in (*self._hours.values(), *self._people.values(), self._weeks, self._budget):
            stepper.stepped.connect(self._on_edited)
        self._languages.picked.connect(self._on_edited)
        self._start.userDateChanged.connect(self._on_start_edited)

    def _on_edited(self) -> None:
        self.constraints_edited.emit()

    def _on_start_edited(self) -> None:
        self._is_start_chosen = True
        self.constraints_edited.emit()


def _add(column: QVBoxLayout, text: str, field: QWidget) -> None:
    title = label(text, "small", "muted")
    title.setBuddy(field)
    row = QHBoxLayout()
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    column.addWidget(title)
    column.addWidget(field)
    column.addSpacing(3)
