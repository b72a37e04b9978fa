"""The companies a hub advises: found, filtered, given to offices and people, several at once."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.advising import Engagement
from desktop.errors import sentence_of
from desktop.report.advising_words import AdviceWords
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker, search_field
from desktop.ui.hub.advising.assign_dialog import AssignDialog
from desktop.ui.hub.several_rows import Room, SeveralRows
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.row_table import Column
from desktop.workspace.advising import AdvisedCompany
from desktop.workspace.company_listing import folded

NOBODY = "-"


class CompaniesPanel(QWidget):
    """The list, what it is searched by, and what is done with those chosen.

    Signals: `advice_wanted` carries the `AdvisedCompany` to be looked at.
    """

    advice_wanted = Signal(object)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._words = AdviceWords(desk.workspace.library, say)
        self._all: tuple[AdvisedCompany, ...] = ()
        self._search = search_field("advised-search", say("Search"))
        self._office = Picker(look, "advised-office", say("Office"))
        self._person = Picker(look, "advised-person", say("Person"))
        self._state = label(say("Reading…"), "small", "muted")
        self._list = SeveralRows(
            self._columns(),
            _number_of,
            "advised-list",
            say("Companies"),
            Room((90, 170, 130, 130, 86, 104), (6, 2, 5, 1)),
        )
        self._open = Button(say("Advise"), "advise", "primary")
        self._assign = Button(say("Assign…"), "assign")
        self._propose = Button(say("Assign by province and needs"), "assign-proposed", "quiet")
        self._undo = Button(say("Undo"), "assign-undo", "fold")
        self._told = label("", "small", "good")
        self._reading, self._proposing = Operation(self), Operation(self)
        self._build()
        self._connect()

    def read(self) -> None:
        """Show what is there now."""
        self._reading.start(self._desk.workspace.advising.companies)

    def _build(self) -> None:
        self._state.setObjectName("advised-state")
        self._told.setObjectName("assign-told")
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self._search, 2)
        filters.addWidget(self._office, 1)
        filters.addWidget(self._person, 1)
        said = QHBoxLayout()
        said.addWidget(self._told, 1)
        said.addWidget(self._undo)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        acts.addWidget(self._assign)
        acts.addWidget(self._propose)
        acts.addStretch(1)
        acts.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 8, 40, 16)
        column.setSpacing(10)
        column.addLayout(filters)
        column.addWidget(self._state)
        column.addWidget(self._list, 1)
        column.addLayout(said)
        column.addLayout(acts)
        self._told.hide()
        self._undo.hide()
        self._show_acts()
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._proposing.succeeded.connect(self._on_proposed)
        self._proposing.failed.connect(self._on_failed)
        self._search.textChanged.connect(self._show)
        self._office.picked.connect(self._show)
        self._person.picked.connect(self._show)
        self._list.chosen_changed.connect(self._show_acts)
        self._list.opened.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._assign.clicked.connect(self._on_assign)
        self._propose.clicked.connect(self._on_propose)
        self._undo.clicked.connect(self._on_undo)

    def _columns(self) -> tuple[Column[AdvisedCompany], ...]:
        say = self._wording
        return (
            Column(say("Company"), _name_of, _name_of),
            Column(say("Province"), _province_of, _province_of),
            Column(say("Office"), self._office_of, self._office_of),
            Column(say("Officer"), self._officer_of, self._officer_of),
            Column(say("Expert"), self._expert_of, self._expert_of),
            Column(say("Services"), self._services_of, _open_services_of),
            Column(say("Remarks"), self._remarks_of, _remark_count_of),
        )

    def _office_of(self, each: AdvisedCompany) -> str:
        return self._words.office(each.row.engagement.office)

    def _officer_of(self, each: AdvisedCompany) -> str:
        return self._words.person(each.row.engagement.officer)

    def _expert_of(self, each: AdvisedCompany) -> str:
        return self._words.person(each.row.engagement.expert)

    def _services_of(self, each: AdvisedCompany) -> str:
        return self._wording.number(each.row.open_services) if each.row.open_services else ""

    def _remarks_of(self, each: AdvisedCompany) -> str:
        return self._wording.number(each.remarks) if each.remarks else ""

    def _on_read(self, value: object) -> None:
        if isinstance(value, tuple):
            self._all = value
            self._show_filters()
            self._show()

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording.tell(sentence_of(error)))
        self._state.show()

    def _show_filters(self) -> None:
        say, engagements = self._wording, [each.row.engagement for each in self._all]
        offices = dict.fromkeys(
            (*self._desk.workspace.library.hub_desk.offices, *(e.office for e in engagements))
        )
        people = dict.fromkeys(person for each in engagements for person in each.people)
        self._office.show_entries(
            [
                (None, say("All offices")),
                (NOBODY, say("No office yet")),
                *((name, self._words.office(name)) for name in offices if name),
            ],
            self._office.choice(),
        )
        self._person.show_entries(
            [
                (None, say("All people")),
                (NOBODY, say("Nobody yet")),
                *sorted(((name, self._words.person(name)) for name in people), key=_second),
            ],
            self._person.choice(),
        )

    def _show(self, *_: object) -> None:
        words = folded(self._search.text()).split()
        found = [each for each in self._all if self._is_wanted(each, words)]
        self._list.show_rows(found)
        say = self._wording
        none = say("No company yet. Take plans in, or write a company down; then it can be advised here.")
        few = say("Nothing found. Search for something else, or choose all offices and people.")
        some = say.plural("{count} company", "{count} companies", len(found))
        self._state.setText(some if found else few if self._all else none)

    def _is_wanted(self, each: AdvisedCompany, words: Sequence[str]) -> bool:
        office, person, engagement = self._office.choice(), self._person.choice(), each.row.engagement
        if office is not None and engagement.office != ("" if office == NOBODY else office):
            return False
        if person == NOBODY and engagement.people:
            return False
        if person not in (None, NOBODY) and person not in engagement.people:
            return False
        return all(word in each.key for word in words)

    def _show_acts(self) -> None:
        count = len(self._list.chosen())
        hub = self._desk.workspace.library.hub_desk
        self._open.setEnabled(count == 1)
        self._assign.setEnabled(count > 0)
        self._propose.setEnabled(count > 0 and bool(hub.offices or hub.people))

    def _on_open(self) -> None:
        chosen = self._list.chosen()
        if len(chosen) == 1:
            self.advice_wanted.emit(chosen[0])

    def _on_assign(self) -> None:
        chosen = self._list.chosen()
        if chosen:
            engagements = [each.row.engagement for each in chosen]
            load = self._desk.workspace.advising.workload()
            dialog = AssignDialog(
                self, engagements, self._words, self._desk.workspace.library.hub_desk, load, self._look
            )
            dialog.ask(partial(self._assign_as, dialog, chosen))

    def _assign_as(self, dialog: AssignDialog, chosen: tuple[AdvisedCompany, ...]) -> None:
        self._save({each.row.id: dialog.chosen_for(each.row.engagement) for each in chosen})

    def _on_propose(self) -> None:
        chosen = {each.row.id: each.row.round_id for each in self._list.chosen()}
        self._propose.setEnabled(False)
        self._proposing.start(partial(self._desk.workspace.advising.propose, chosen))

    def _on_proposed(self, value: object) -> None:
        """What somebody chose before stays; only what is empty is filled."""
        if isinstance(value, Mapping):
            here = {each.row.id: each.row.engagement for each in self._all}
            self._save(
                {number: here.get(number, Engagement()).completed(new) for number, new in value.items()}
            )
        self._show_acts()

    def _save(self, wanted: Mapping[int, Engagement]) -> None:
        changed = list[int]()

        def save() -> None:
            changed.append(self._desk.workspace.advising.assign(wanted))

        if self._desk.save_outside(save):
            say = self._wording
            some = say.plural("{count} company assigned.", "{count} companies assigned.", changed[0])
            self._tell(some if changed[0] else say("Nothing to change: everything was assigned already."))
            self.read()

    def _on_undo(self) -> None:
        if self._desk.save_outside(self._desk.workspace.advising.undo):
            self._tell(self._wording("Taken back."))
            self.read()
            self._list.setFocus()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        self._undo.setVisible(self._desk.workspace.advising.can_undo)


def _number_of(each: AdvisedCompany) -> object:
    return each.row.id


def _name_of(each: AdvisedCompany) -> str:
    return each.row.name


def _province_of(each: AdvisedCompany) -> str:
    return each.row.province


def _open_services_of(each: AdvisedCompany) -> int:
    return each.row.open_services


def _remark_count_of(each: AdvisedCompany) -> int:
    return each.remarks


def _second(pair: tuple[str, str]) -> str:
    return pair[1].casefold()
