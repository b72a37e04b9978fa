"""The page of what is due: all companies or the open one, done, put off, deleted, and for calendars."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.errors import sentence_of
from desktop.searching import folded
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.due.acting import Acting
from desktop.ui.due.due_list import DueList
from desktop.ui.due.export_dialog import ExportDialog
from desktop.ui.due.reading import ReadDue, read_due
from desktop.ui.due.reminder_dialog import ask_for_day, ask_for_reminder
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.printed.file_names import CALENDAR, with_ending
from desktop.ui.search_field import search_field
from desktop.ui.tick import Tick
from desktop.ui.waiting_words import say_if_it_takes_long
from desktop.workspace.due import Due

_SIDE = 40  # pixels
_PAGES = {"step": "plan", "move": "moves"}


class DuePage(QWidget):
    """The list with its filters above it, and below it what can be done with the chosen line.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._all: tuple[Due, ...] = ()
        self._gone = 0
        self._case = desk.case
        self._reading = Operation(self)
        self._acting = Acting(desk, self)
        self._state = label(" ", "small", "muted")
        self._search = search_field("due-search", say("Search"), look)
        name = short_name(self._case.company.name) if self._case else ""
        self._only = Tick(say("Only {company}", company=name), "due-only", look)
        self._list = DueList(desk.workspace.library.catalogue, look)
        self._told = label("", "small", "good")
        self._undo = Button(say("Undo"), "due-undo", "fold")
        self._add = Button(say("Add a reminder…"), "due-add")
        self._calendar = Button(say("For your calendar…"), "due-calendar", "quiet")
        self._open = Button(say("Open the company"), "due-open", "primary")
        self._done = Button(say("Done"), "due-done")
        self._move = Button(say("Another day…"), "due-move", "quiet")
        self._delete = Button(say("Delete"), "due-delete", "quiet")
        self._parts = (self._list, self._done, self._move, self._delete, self._open)
        self._build()
        self._connect()
        self._read()
        say_if_it_takes_long(self._reading, self._state, say("Reading…"))

    def _build(self) -> None:
        self.setObjectName("due-page")
        self._state.setObjectName("due-state")
        self._told.setObjectName("due-told")
        head = QHBoxLayout()
        head.addWidget(label(self._wording("Due"), "title", wraps=False), 1)
        head.addWidget(self._calendar)
        head.addWidget(self._add)
        filters = QHBoxLayout()
        filters.setSpacing(16)
        filters.addWidget(self._search, 1)
        filters.addWidget(self._only, 1, Qt.AlignmentFlag.AlignVCenter)
        said = QHBoxLayout()
        said.addWidget(self._told, 1)
        said.addWidget(self._undo)
        column = QVBoxLayout()
        column.setContentsMargins(_SIDE, 24, _SIDE, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addLayout(filters)
        column.addWidget(self._list, 1)
        column.addLayout(said)
        column.addLayout(self._acts())
        column.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.addLayout(column)
        self._told.hide()
        self._undo.hide()
        for each in (*self._parts, self._search, self._only, self._calendar):
            each.hide()  # until it is known what is due
        self._show_acts()
        self.setFocusProxy(self._list)

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self._done, self._move, self._delete):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._open)
        return row

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._desk.due_changed.connect(self._read)
        self._search.textChanged.connect(self._show)
        self._only.toggled.connect(self._show)
        self._list.moved.connect(self._show_acts)
        self._list.opened.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._done.clicked.connect(self._on_done)
        self._move.clicked.connect(self._on_move)
        self._delete.clicked.connect(self._on_delete)
        self._undo.clicked.connect(self._on_undo)
        self._add.clicked.connect(self._on_add)
        self._calendar.clicked.connect(self._on_calendar)
        self._acting.exported.connect(self._on_exported)
        self._acting.failed.connect(self._on_not_exported)

    def _read(self) -> None:
        self._reading.start(partial(read_due, self._desk.workspace))

    def _on_read(self, value: object) -> None:
        if isinstance(value, ReadDue):
            self._all, self._gone = value
            self._show()

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording.tell(sentence_of(error)))

    def _shown(self) -> tuple[Due, ...]:
        wanted = folded(self._search.text().strip())
        case = self._case if self._only.isChecked() else None
        found = (each for each in self._all if case is None or each.company_id == case.company_id)
        return tuple(each for each in found if wanted in folded(f"{each.company}\n{each.about}"))

    def _show(self) -> None:
        found = self._shown()
        had_keyboard = any(each.hasFocus() for each in self._parts)  # what is disabled loses it
        self._list.show_due(found, today())
        say = self._wording
        nothing = self._nothing_here() if self._all else self._nothing_due()
        some = say("Reminders, next assessments, steps of plans, and how long data are kept.")
        self._state.setText(some if found else nothing)
        self._search.setVisible(bool(self._all))
        self._only.setVisible(bool(self._all) and self._case is not None)
        self._add.setVisible(bool(found) or self._case is not None)
        self._calendar.setVisible(bool(found) or self._gone > 0)
        for each in self._parts:
            each.setVisible(bool(found))
        if had_keyboard and not found:
            self._hand_keyboard_on()

    def _nothing_here(self) -> str:
        return self._wording("Nothing found: search for something else.")

    def _nothing_due(self) -> str:
        say = self._wording
        if self._case is not None:
            return say("Nothing is due. Reminders you add appear here.")
        return say("Nothing is due. Open a company to add a reminder: it appears here.")

    def _hand_keyboard_on(self) -> None:
        """To where something can still be done."""
        left = (self._undo, self._add, self._search)
        next((each for each in left if not each.isHidden()), self).setFocus()

    def _show_acts(self) -> None:
        due = self._list.chosen()
        is_written = due is not None and due.reminder is not None
        self._open.setEnabled(due is not None)
        self._done.setEnabled(is_written or (due is not None and due.kind == "step"))
        self._move.setEnabled(is_written)
        self._delete.setEnabled(is_written)
        self._add.setEnabled(self._case is not None or due is not None)

    def _on_open(self) -> None:
        due = self._list.chosen()
        if due is None:
            return
        self._desk.open(due.round_id)
        self.page_requested.emit(_PAGES.get(due.kind, "company"))

    def _on_done(self) -> None:
        due = self._list.chosen()
        if due is not None and self._acting.finish(due):
            self._say(self._wording("Done: {company}", company=due.company))

    def _on_delete(self) -> None:
        due = self._list.chosen()
        if due is not None and self._acting.delete(due):
            self._say(self._wording("Deleted: {company}", company=due.company))

    def _on_undo(self) -> None:
        self._acting.undo()
        self._told.hide()
        self._undo.hide()
        self._list.setFocus()

    def _on_move(self) -> None:
        due = self._list.chosen()
        if due is not None:
            ask_for_day(self, self._desk, self._look, due)

    def _on_add(self) -> None:
        due, case = self._list.chosen(), self._case
        if case is not None:
            ask_for_reminder(self, self._desk, self._look, case.company_id, case.company.name)
        elif due is not None:
            ask_for_reminder(self, self._desk, self._look, due.company_id, due.company)

    def _on_calendar(self) -> None:
        dialog = ExportDialog(self, len(self._shown()), self._gone, self._look)
        dialog.ask(partial(self._save_calendar, dialog))

    def _save_calendar(self, dialog: ExportDialog) -> None:
        first = str(Path.home() / "Sestante.ics")
        kinds = self._wording("Calendars") + " (*.ics)"
        chosen, _ = QFileDialog.getSaveFileName(self, self._wording("For your calendar"), first, kinds)
        if not chosen:
            return
        path = with_ending(chosen, CALENDAR)
        self._say(self._wording("Writing…"), can_undo=False)
        self._acting.export(self._shown(), path, self._wording, is_coded=dialog.is_coded)

    def _on_exported(self, path: object) -> None:
        self._say(self._wording("Saved as {path}", path=path), can_undo=False)
        self._read()

    def _on_not_exported(self, error: object) -> None:
        self._told.hide()
        self._desk.save_failed.emit(error)

    def _say(self, words: str, *, can_undo: bool = True) -> None:
        self._told.setText(words)
        self._told.show()
        self._undo.setVisible(can_undo)
