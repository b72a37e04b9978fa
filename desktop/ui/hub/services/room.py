"""The room of the services: the register searched, added up, and changed, one line or several at once."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.advising import (
    SERVICE_STATES,
    Register,
    ServiceLine,
    ServiceState,
)
from desktop.clock import today
from desktop.errors import sentence_of
from desktop.report.service_words import (
    distinct,
    shares_in_words,
    states_in_words,
    totals_in_words,
)
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.hub.services.files_strip import FilesStrip
from desktop.ui.hub.services.filters import ServiceFilters
from desktop.ui.hub.services.reading import Found, ReadRegister, find, read_register
from desktop.ui.hub.services.service_dialog import ServiceDialog, Surroundings
from desktop.ui.hub.services.service_rows import ServiceRows
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.waiting_words import say_if_it_takes_long
from desktop.workspace import Case


class ServicesRoom(QWidget):
    """Filters, sums, the lines, and what is done with those chosen.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._register = Register(())
        self._companies: Mapping[str, int] = {}
        self._states = states_in_words(say)
        self._filters = ServiceFilters(desk.workspace.library, look)
        self._sums = label(" ", "small", "muted")
        self._shares = label("", "small", "muted")
        self._list = ServiceRows(desk.workspace.library, say)
        self._add = Button(say("Add a service…"), "service-add", "primary")
        self._change = Button(say("Change…"), "service-change")
        self._state = Picker(look, "services-set-state", say("Set the state of those chosen"))
        self._remove = Button(say("Delete"), "service-delete", "quiet")
        self._undo = Button(say("Undo"), "service-undo", "fold")
        self._files = FilesStrip(desk, look)
        self._apart = QWidget()  # what adds a line stands at the right, but below the words of an empty room
        self._told = label("", "small", "good")
        self._reading = Operation(self)
        self._build()
        self._connect()
        self._read()
        say_if_it_takes_long(self._reading, self._sums, say("Reading…"))

    def _build(self) -> None:
        self.setObjectName("services-room")
        for shown, name in ((self._sums, "services-sums"), (self._shares, "services-shares")):
            shown.setObjectName(name)
        self._told.setObjectName("services-told")
        said = QHBoxLayout()
        said.addWidget(self._told, 1)
        said.addWidget(self._undo)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        for widget in (self._change, self._state, self._remove):
            acts.addWidget(widget)
        acts.addWidget(self._apart, 1)
        acts.addWidget(self._add)
        acts.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 8, 40, 16)
        column.setSpacing(10)
        column.addWidget(self._filters)
        column.addWidget(self._sums)
        column.addWidget(self._shares)
        column.addWidget(self._list, 1)
        column.addWidget(self._files)
        column.addLayout(said)
        column.addLayout(acts)
        column.addStretch(0)
        for each in (self._told, self._shares, self._add):
            each.hide()
        self._show_what_is_there(is_any=False)  # until it is known
        self._show_undo()
        self._show_acts()
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._filters.wished.connect(self._show)
        self._files.changed.connect(self._read)
        self._files.removed.connect(self._on_file_removed)
        self._list.chosen_changed.connect(self._show_acts)
        self._list.opened.connect(self._on_change)
        self._add.clicked.connect(self._on_add)
        self._change.clicked.connect(self._on_change)
        self._state.picked.connect(self._on_state_picked)
        self._remove.clicked.connect(self._on_remove)
        self._undo.clicked.connect(self._on_undo)
        self._desk.clashes.changed.connect(self._read)

    def show_news(self, _before: Case | None) -> bool:
        """Read the register again after another desk changed something; what is chosen stays chosen."""
        if self._reading.is_busy:
            return False
        self._read()
        return True

    def _read(self) -> None:
        self._reading.start(partial(read_register, self._desk.workspace, self._filters.wish()))

    def _on_read(self, value: object) -> None:
        if isinstance(value, ReadRegister):
            self._register, self._companies = value.register, value.companies
            self._filters.show_known(self._register.officers, self._register.years)
            is_wished = value.found.wish == self._filters.wish()
            self._show_found(value.found if is_wished else find(self._register, self._filters.wish()))

    def _on_failed(self, error: object) -> None:
        self._sums.setText(self._wording.tell(sentence_of(error)))

    def _show(self) -> None:
        self._show_found(find(self._register, self._filters.wish()))

    def _show_found(self, found: Found) -> None:
        self._list.show_rows(found.lines)
        say, totals = self._wording, found.totals
        none = say(
            "No service yet. Add one here, or put an offer into the register while you advise a company."
        )
        few = say("Nothing found. Search for something else, or choose all states and categories.")
        self._sums.setText(
            totals_in_words(totals, say) if found.lines else few if self._register.lines else none
        )
        self._show_what_is_there(is_any=bool(self._register.lines))
        self._add.show()
        shares = shares_in_words(totals, self._desk.workspace.library.hub_desk.shares, say)
        self._shares.setText(shares)
        self._shares.setVisible(bool(shares))

    def _show_what_is_there(self, *, is_any: bool) -> None:
        for each in (self._filters, self._list, self._change, self._state, self._remove, self._apart):
            each.setVisible(is_any)

    def _show_acts(self) -> None:
        chosen = self._list.chosen()
        self._change.setEnabled(len(chosen) == 1)
        self._files.show_service(chosen[0] if len(chosen) == 1 else None)
        self._state.setEnabled(bool(chosen))
        self._remove.setEnabled(bool(chosen))
        state = chosen[0].state if chosen and len({line.state for line in chosen}) == 1 else None
        first = [] if state else [(None, self._wording("Set the state…"))]
        self._state.show_entries([*first, *self._states.items()], state)

    def _surroundings(self) -> Surroundings:
        hub = self._desk.workspace.library.hub_desk
        names = [person.name for person in hub.people.values()]
        officers = distinct((*names, *self._register.officers))
        labs = (lab.name for lab in self._desk.workspace.library.network.support.labs.values())
        providers = distinct((*names, *labs, *self._register.providers))
        return Surroundings(
            self._register.lines, self._companies, {"officer": officers, "provider": providers}
        )

    def _on_add(self) -> None:
        officer = self._desk.workspace.preferences.read().consultant
        line = ServiceLine("", None, "training", "", today(), officer=officer)
        self._ask(line, self._wording("Added to the register."))

    def _on_change(self) -> None:
        chosen = self._list.chosen()
        if len(chosen) == 1:
            self._ask(chosen[0], self._wording("Changed."))

    def _ask(self, line: ServiceLine, done: str) -> None:
        dialog = ServiceDialog(self, self._desk, line, self._surroundings(), self._look)
        dialog.ask(partial(self._save_written, dialog, done))

    def _save_written(self, dialog: ServiceDialog, done: str) -> None:
        self._do(partial(self._desk.workspace.hub.services.save, dialog.line(), seen=dialog.seen), done)

    def _on_state_picked(self, state: object) -> None:
        chosen = self._list.chosen()
        wanted: ServiceState | None = next((each for each in SERVICE_STATES if each == state), None)
        if wanted is None or not chosen:
            return
        say = self._wording
        count = say.plural("{count} service", "{count} services", len(chosen))
        done = say("{services}: now {state}.", services=count, state=self._states[wanted])
        self._do(partial(self._desk.workspace.hub.services.set_state, chosen, wanted), done)

    def _on_remove(self) -> None:
        chosen = self._list.chosen()
        if chosen:
            done = self._wording.plural("{count} service deleted.", "{count} services deleted.", len(chosen))
            uids = [line.uid for line in chosen]
            self._do(partial(self._desk.workspace.hub.services.remove, uids, chosen), done)

    def _on_undo(self) -> None:
        self._do(self._desk.workspace.hub.services.undo, self._wording("Taken back."))
        self._list.setFocus()

    def _on_file_removed(self) -> None:
        self._do(_nothing, self._wording("The file was removed."))

    def _do(self, act: Callable[[], object], done: str) -> None:
        if self._desk.save_outside(act):
            self._told.setText(done)
            self._told.show()
            self._read()
        self._show_undo()

    def _show_undo(self) -> None:
        self._undo.setVisible(self._desk.workspace.hub.services.can_undo)


def _nothing() -> None:
    """What was to be done is done."""
