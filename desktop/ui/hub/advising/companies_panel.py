"""The companies a hub advises: found, filtered, given to offices and people, several at once."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.advising import Engagement
from desktop.errors import sentence_of
from desktop.report.advising_words import AdviceWords
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.hub.advising.assign_dialog import AssignDialog
from desktop.ui.hub.advising.company_filters import CompanyFilters
from desktop.ui.hub.advising.company_rows import CompanyRows
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.waiting_words import say_if_it_takes_long
from desktop.ui.withheld import withhold
from desktop.workspace import Case
from desktop.workspace.advising import AdvisedCompany


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
        self._filters = CompanyFilters(desk.workspace.library.hub_desk, self._words, look)
        self._state = label("", "small", "muted")
        self._list = CompanyRows(desk.workspace.library.hub_desk, self._words, say)
        self._open = Button(say("Advise"), "advise", "primary")
        self._assign = Button(say("Assign…"), "assign")
        self._propose = Button(say("Assign by province and needs"), "assign-proposed", "quiet")
        self._undo = Button(say("Undo"), "assign-undo", "fold")
        withhold(say, self._assign, self._propose, unless=desk.workspace.rights_here.can_assign)
        self._told = label("", "small", "good")
        self._reading, self._proposing = Operation(self), Operation(self)
        self._build()
        self._connect()

    def read(self) -> None:
        """Show what is there now."""
        self._reading.start(self._desk.workspace.hub.advising.companies)
        if not self._state.text():
            say_if_it_takes_long(self._reading, self._state, self._wording("Reading…"))

    def show_news(self, _before: Case | None) -> bool:
        """Read the companies again after another desk changed something; what is chosen stays chosen."""
        if self._reading.is_busy:
            return False
        self.read()
        return True

    def _build(self) -> None:
        self._state.setObjectName("advised-state")
        self._told.setObjectName("assign-told")
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
        column.addWidget(self._filters)
        column.addWidget(self._state)
        column.addWidget(self._list, 1)
        column.addLayout(said)
        column.addLayout(acts)
        column.addStretch(0)
        self._told.hide()
        self._undo.hide()
        self._show_acts()
        self._show_what_is_there(is_any=False)  # until it is known
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._proposing.succeeded.connect(self._on_proposed)
        self._proposing.failed.connect(self._on_not_proposed)
        self._filters.wished.connect(self._show)
        self._list.chosen_changed.connect(self._show_acts)
        self._list.opened.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._assign.clicked.connect(self._on_assign)
        self._propose.clicked.connect(self._on_propose)
        self._undo.clicked.connect(self._on_undo)

    def _on_read(self, value: object) -> None:
        if isinstance(value, tuple):
            self._all = value
            self._filters.show_known(value)
            self._show()

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording.tell(sentence_of(error)))

    def _show(self) -> None:
        found = self._filters.wish().among(self._all)
        self._list.show_rows(found)
        say = self._wording
        none = say("No company yet. Import plans or add a company; then it can be advised here.")
        few = say("Nothing found. Search for something else, or choose all offices and people.")
        some = say.plural("{count} company", "{count} companies", len(found))
        self._state.setText(some if found else few if self._all else none)
        self._show_what_is_there(is_any=bool(self._all))

    def _show_what_is_there(self, *, is_any: bool) -> None:
        for each in (self._filters, self._list, self._open, self._assign):
            each.setVisible(is_any)
        hub = self._desk.workspace.library.hub_desk
        self._propose.setVisible(is_any and bool(hub.offices or hub.people))

    def _show_acts(self) -> None:
        count = len(self._list.chosen())
        self._open.setEnabled(count == 1)
        self._assign.setEnabled(count > 0)
        self._propose.setEnabled(count > 0 and not self._proposing.is_running)

    def _on_open(self) -> None:
        chosen = self._list.chosen()
        if len(chosen) == 1:
            self.advice_wanted.emit(chosen[0])

    def _on_assign(self) -> None:
        chosen = self._list.chosen()
        if chosen:
            engagements = [each.row.engagement for each in chosen]
            load = self._desk.workspace.hub.advising.workload()
            dialog = AssignDialog(
                self, engagements, self._words, self._desk.workspace.library.hub_desk, load, self._look
            )
            dialog.ask(partial(self._assign_as, dialog, chosen))

    def _assign_as(self, dialog: AssignDialog, chosen: tuple[AdvisedCompany, ...]) -> None:
        self._save({each.row.id: dialog.chosen_for(each.row.engagement) for each in chosen})

    def _on_propose(self) -> None:
        chosen = {each.row.id: each.row.round_id for each in self._list.chosen()}
        self._propose.setEnabled(False)
        self._proposing.start(partial(self._desk.workspace.hub.advising.propose, chosen))

    def _on_not_proposed(self, error: object) -> None:
        self._on_failed(error)
        self._show_acts()

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
            changed.append(self._desk.workspace.hub.advising.assign(wanted))

        if self._desk.save_outside(save):
            say = self._wording
            some = say.plural("{count} company assigned.", "{count} companies assigned.", changed[0])
            self._tell(some if changed[0] else say("Nothing to change: everything was assigned already."))
            self.read()

    def _on_undo(self) -> None:
        if self._desk.save_outside(self._desk.workspace.hub.advising.undo):
            self._tell(self._wording("Taken back."))
            self.read()
            self._list.setFocus()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        self._undo.setVisible(self._desk.workspace.hub.advising.can_undo)
