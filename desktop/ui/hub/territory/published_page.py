"""What somebody sees who sees no company: the figures that the hub published."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.report.territory.table import FigureTable
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.hub.territory.cards import CARDS
from desktop.ui.hub.territory.figure_card import FigureCard
from desktop.ui.hub.territory.saving import Saving
from desktop.ui.hub.territory.seeing import tables_of
from desktop.ui.look import Look
from desktop.ui.passing_note import PassingNote
from desktop.ui.pieces import Button, at_left, label, scrolled
from desktop.ui.waiting_words import say_if_it_takes_long
from desktop.workspace.publishing import ShownFigures

_WIDEST = 1000  # pixels of what is read
_ANEW = 60_000  # milliseconds until it is looked whether newer figures were published


class PublishedPage(QWidget):
    """Cards with figures, read again every minute."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._shown: ShownFigures | None = None
        self._state = label(" ", "body", "muted")
        self._save = Button(look.wording("Save the figures…"), "save-figures")
        self._cards = {name: FigureCard(look, name) for name in ("targets", *CARDS)}
        self._saving = Saving(self, look)
        self._note = PassingNote(self)
        self._reading = Operation(self, quick_pool())
        self._timer = QTimer(self, interval=_ANEW)
        self._build()
        self._connect()
        self._read()
        say_if_it_takes_long(self._reading, self._state, look.wording("Reading…"))

    def _build(self) -> None:
        say = self._look.wording
        self.setObjectName("published-page")
        self._state.setObjectName("published-state")
        area, inside = scrolled((40, 28, 40, 28), 14)
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(say("The territory in figures"), "title", wraps=False))
        words.addWidget(self._state)
        line.addLayout(words, 1)
        line.addWidget(self._save)
        self._save.hide()
        inside.addLayout(at_left(head, _WIDEST))
        for card in self._cards.values():
            card.hide()
            inside.addLayout(at_left(card, _WIDEST))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusProxy(self._save)

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._timer.timeout.connect(self._read)
        self._timer.start()
        self._save.clicked.connect(self._on_save_clicked)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._desk.save_failed)
        for card in self._cards.values():
            card.picture_wanted.connect(self._on_picture_wanted)

    def _read(self) -> None:
        self._reading.start(partial(self._desk.workspace.publishing.shown, self._look.wording.language))

    def _on_read(self, shown: object) -> None:
        if shown is not None and not isinstance(shown, ShownFigures):
            return
        self._state.setText(self._state_words(shown))
        tables = () if shown is None else shown.told.tables
        if shown == self._shown:
            return
        self._shown = shown
        self._save.setVisible(bool(tables))
        for name, card in self._cards.items():
            ids = CARDS.get(name, ("targets", "value-targets"))
            card.show_tables(tuple(each for each in tables_of(tables, *ids) if not each.is_empty))

    def _state_words(self, shown: ShownFigures | None) -> str:
        say = self._look.wording
        if shown is None:
            return say("The hub has published no figures yet. They appear here by themselves.")
        if not shown.told.tables:
            return say("Of fewer than five companies no figures leave the hub.")
        moment = shown.made_at.astimezone()
        count = say.plural("{count} company assessed", "{count} companies assessed", shown.told.companies)
        when = say("as of {day}, {time}", day=moment.date(), time=f"{moment:%H:%M}")
        hub = f"{shown.told.hub} · " if shown.told.hub else ""
        return f"{hub}{count} · {when}"

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._look.wording.tell(sentence_of(error)))

    def _on_save_clicked(self) -> None:
        if self._shown is not None:
            self._saving.told_document(self._shown.told)

    def _on_picture_wanted(self, table: object) -> None:
        if isinstance(table, FigureTable) and self._shown is not None:
            self._saving.told_picture(self._shown.told, table)

    def _on_saved(self, path: object) -> None:
        self._note.show_words(self._look.wording("Saved as {path}", path=path))
