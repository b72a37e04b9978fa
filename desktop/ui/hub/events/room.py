"""The room of events: their list, the visitors of the one chosen, and the way into event mode."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import sentence_of
from desktop.storage.event_values import StoredEvent
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.hub.columns import give_widths
from desktop.ui.hub.events.dialogs import EventDialog, ModeDialog
from desktop.ui.hub.events.tables import EventTableModel, VisitorTableModel
from desktop.ui.hub.events.words import counts_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.row_table import row_table
from desktop.ui.safety.wishes import BeginEvent
from desktop.ui.withheld import withhold
from desktop.workspace import Case

_SIDE = 40  # pixels


class EventsRoom(QWidget):
    """Events above, the visitors of one below.

    Signals: `page_requested` carries the page of a company that is opened.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("events-room")
        self._desk, self._look, self._wording = desk, look, look.wording
        say = look.wording
        self._events = EventTableModel(say)
        self._visitors = VisitorTableModel(desk.workspace.library, say)
        self._event_view = row_table(self._events, "events", say("Events"))
        self._visitor_view = row_table(self._visitors, "visitors", say("Visitors of the event"))
        give_widths(self._event_view, {1: 104, 2: 84, 3: 106, 4: 112, 5: 80})
        self._event_view.setWordWrap(False)
        give_widths(self._visitor_view, {2: 96, 3: 124})
        self._visitor_view.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._new = Button(say("New event…"), "new-event")
        self._open = Button(say("Open event mode…"), "open-event-mode", "primary")
        self._change = Button(say("Change…"), "change-event", "quiet")
        self._end = Button("", "end-event", "quiet")
        self._delete = Button(say("Delete"), "delete-event", "quiet")
        rights = desk.workspace.rights_here
        leading = self._new, self._open, self._change, self._end
        withhold(say, *leading, unless=rights.can_hold_events)
        withhold(say, self._delete, unless=rights.can_delete)
        self._counts = label("", "small", "muted")
        self._empty = label(
            say(
                "No event yet. Write one down, and this computer becomes its stand: visitors answer a few "
                "questions by themselves, and those who want leave their name."
            ),
            "body",
            "muted",
        )
        self._company = Button(say("Open the company"), "open-visitor")
        self._made: int | None = None
        self._wanted: int | None = None
        self._wants_focus = False
        self._reading, self._visiting = Operation(self, quick_pool()), Operation(self, quick_pool())
        self._build()
        self._connect()
        self._read(None)

    @property
    def chosen(self) -> StoredEvent | None:
        """The event chosen in the list."""
        return self._events.chosen_in(self._event_view)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        (self._event_view if self._events.rowCount() else self._new).setFocus(reason)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._new, self._change, self._end, self._delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        below = QHBoxLayout()
        self._counts.setObjectName("event-counts")
        self._empty.setObjectName("no-events")
        below.addWidget(self._counts, 1)
        below.addWidget(self._company)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 20)
        column.setSpacing(10)
        column.addWidget(self._empty)
        column.addWidget(self._event_view, 1)
        column.addLayout(buttons)
        column.addLayout(below)
        column.addWidget(self._visitor_view, 1)
        column.addStretch(0)
        self._show_what_is_there(is_any=False)
        self._empty.hide()  # until it is known

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._visiting.succeeded.connect(self._on_visitors)
        for operation in (self._reading, self._visiting):
            operation.failed.connect(self._on_failed)
        self._new.clicked.connect(self._on_new)
        self._change.clicked.connect(self._on_change)
        self._end.clicked.connect(self._on_end)
        self._delete.clicked.connect(self._on_delete)
        self._open.clicked.connect(self._on_open)
        self._company.clicked.connect(self._open_company)
        self._event_view.selectionModel().currentRowChanged.connect(self._on_chosen)
        self._visitor_view.selectionModel().currentRowChanged.connect(self._on_visitor_chosen)
        self._visitor_view.activated.connect(self._on_activated)
        self._event_view.activated.connect(self._on_open)

    def show_news(self, _before: Case | None) -> bool:
        """Read the events again after another desk changed something; the one chosen stays chosen."""
        if self._reading.is_busy:
            return False
        chosen = self.chosen
        self._read(None if chosen is None else chosen.id)
        return True

    def _read(self, event_id: int | None) -> None:
        """Show what is on disk now, with an event chosen."""
        self._wanted = event_id
        for button in (self._change, self._end, self._delete, self._open):
            button.setEnabled(False)  # nothing is done to the event that was chosen before
        self._reading.start(self._desk.workspace.hub.events.all)

    def _on_read(self, found: object) -> None:
        if not isinstance(found, tuple):
            return
        self._events.set_rows(found)
        self._show_what_is_there(is_any=bool(found))
        if found:
            proxy = self._event_view.model()
            place = self._events.index(self._events.number_of(self._wanted), 0)
            self._event_view.setCurrentIndex(proxy.mapFromSource(place))  # type: ignore[attr-defined]
        else:
            self._show_chosen()
        if self._wants_focus:
            self._wants_focus = False
            self.setFocus()

    def _show_what_is_there(self, *, is_any: bool) -> None:
        for widget in (self._event_view, self._visitor_view, self._counts, self._open, self._company):
            widget.setVisible(is_any)
        for button in (self._change, self._end, self._delete):
            button.setVisible(is_any)
        self._empty.setVisible(not is_any)

    def _on_failed(self, error: object) -> None:
        self._empty.setText(self._wording.tell(sentence_of(error)))
        self._empty.show()

    def _show_chosen(self) -> None:
        event = self.chosen
        say = self._wording
        for button in (self._change, self._end, self._delete, self._open):
            button.setEnabled(event is not None)
        self._delete.setVisible(event is not None and not event.visitors)
        self._open.setEnabled(event is not None and event.ended_at is None)
        self._end.setText(say("Open again") if event is not None and event.ended_at else say("End the event"))
        if event is None:
            self._visiting.forget()
            self._on_visitors(())
        else:
            self._visiting.start(partial(self._desk.workspace.hub.events.visitors, event.id))

    def _on_visitors(self, visitors: object) -> None:
        if not isinstance(visitors, tuple):
            return
        event, say = self.chosen, self._wording
        self._visitors.set_rows(visitors)
        nobody = say("Nobody yet. Open event mode, and the first visitor can sit down.")
        told = "" if event is None else counts_in_words(event, say) if visitors else nobody
        self._counts.setText(told)
        self._visitor_view.setVisible(bool(visitors))
        self._company.setVisible(bool(visitors))
        self._on_visitor_chosen()

    def _on_chosen(self, *_: QModelIndex) -> None:
        self._show_chosen()

    def _on_visitor_chosen(self, *_: QModelIndex) -> None:
        visitor = self._visitors.chosen_in(self._visitor_view)
        self._company.setEnabled(visitor is not None and visitor.round_id is not None)

    def _on_activated(self, _: QModelIndex) -> None:
        self._open_company()

    def _open_company(self) -> None:
        visitor = self._visitors.chosen_in(self._visitor_view)
        if visitor is not None and visitor.round_id is not None:
            self._desk.open(visitor.round_id)
            if self._desk.case is not None and self._desk.case.id == visitor.round_id:
                self.page_requested.emit("results")

    def _on_new(self) -> None:
        dialog = EventDialog(self, self._look)
        dialog.ask(partial(self._create, dialog))

    def _create(self, dialog: EventDialog) -> None:
        if self._desk.save_outside(partial(self._make, dialog)):
            self._wants_focus = True
            self._read(self._made)

    def _make(self, dialog: EventDialog) -> None:
        self._made = self._desk.workspace.hub.events.create(*dialog.told)

    def _on_change(self) -> None:
        if (event := self.chosen) is not None:
            dialog = EventDialog(self, self._look, event)
            dialog.ask(partial(self._save, dialog, event))

    def _save(self, dialog: EventDialog, event: StoredEvent) -> None:
        if self._desk.save_outside(partial(self._desk.workspace.hub.events.change, event.id, *dialog.told)):
            self._read(event.id)

    def _on_end(self) -> None:
        if (event := self.chosen) is not None:
            is_over = event.ended_at is None
            end = partial(self._desk.workspace.hub.events.end, event.id, is_over=is_over)
            if self._desk.save_outside(end):
                self._read(event.id)

    def _on_delete(self) -> None:
        event = self.chosen
        if event is not None and self._desk.save_outside(
            partial(self._desk.workspace.hub.events.delete, event.id)
        ):
            self._read(None)

    def _on_open(self, *_: object) -> None:
        event = self.chosen
        if event is not None and event.ended_at is None:
            dialog = ModeDialog(self, self._look, event, self._desk.workspace)
            dialog.ask(partial(self._enter, dialog, event))

    def _enter(self, dialog: ModeDialog, event: StoredEvent) -> None:
        enter = partial(self._desk.workspace.hub.events.enter_mode, event.id, dialog.code, dialog.asks)
        if self._desk.save_outside(enter):
            self._desk.session_wished.emit(BeginEvent())
