"""The room of the territory: what all companies score, lack and get, narrowed by filters."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.report.territory.table import FigureTable, Line
from desktop.territory.wanted import Wanted
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.hub.territory.cards import CARDS
from desktop.ui.hub.territory.counting_strip import CountingStrip
from desktop.ui.hub.territory.figure_card import FigureCard
from desktop.ui.hub.territory.filters import Filters
from desktop.ui.hub.territory.key_figures import key_figures
from desktop.ui.hub.territory.key_tiles import KeyTiles
from desktop.ui.hub.territory.renewal import Renewal
from desktop.ui.hub.territory.saving import Saving
from desktop.ui.hub.territory.seeing import Seen, see
from desktop.ui.hub.territory.side_by_side import SideBySide
from desktop.ui.hub.territory.split_bar import SplitBar, split_of
from desktop.ui.hub.territory.state_words import behind_in_words, nothing_in_words, state_in_words
from desktop.ui.hub.territory.target_dialog import TargetDialog
from desktop.ui.look import Look
from desktop.ui.passing_note import PassingNote
from desktop.ui.pieces import Button, at_left, label, scrolled
from desktop.ui.turn_taking import TurnTaking
from desktop.ui.withheld import withhold
from desktop.workspace import Case
from desktop.workspace.company_listing import Wish

if TYPE_CHECKING:
    from desktop.territory.figures.reached import Target

_WIDEST, _FOR_TWO = 1240, 900  # pixels of what is read, and from which on two cards stand side by side
_BESIDE = ("maturity", "funnel")


class TerritoryRoom(QWidget):
    """Cards with figures.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._seen: Seen | None = None
        wanted = desk.recent.wanted or Wanted()
        self._filters = Filters(look, wanted)
        self._state = label("", "body", "muted")
        self._line, self._apart = QHBoxLayout(), QWidget()
        self._counting = CountingStrip(desk.workspace, look)
        self._target = Button(look.wording("Set a target…"), "set-target", "quiet")
        withhold(look.wording, self._target, unless=desk.workspace.rights_here.can_set_for_all)
        self._keys = KeyTiles(look)
        self._cards: dict[str, FigureCard] = {}
        self._beside = SideBySide(_FOR_TWO)
        self._column: QVBoxLayout
        self._making = TurnTaking(self)
        self._split = SplitBar(look)
        self._reading = Operation(self, quick_pool())
        self._finding = Operation(self, quick_pool())
        self._renewal = Renewal(desk, self)
        self._save = Button(look.wording("Save the figures…"), "save-figures")
        self._saving = Saving(self, look)
        self._note = PassingNote(self)
        self._words = ""
        self._build()
        self._connect()
        self._read(wanted)
        self._making.take(*(partial(self._make_card, name) for name in CARDS))

    def _build(self) -> None:
        self.setObjectName("territory-room")
        self._state.setObjectName("territory-state")
        self._tell(self._wording("The companies are being added up…"))
        self._target.hide()
        self._save.hide()
        head = QWidget()
        line = self._line
        line.setSpacing(8)
        line.addWidget(self._state)
        line.addWidget(self._filters.fold)
        line.addWidget(self._apart, 1)
        line.addWidget(self._target)
        line.addWidget(self._save)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._counting)
        column.addWidget(self._filters)
        area, inside = scrolled((40, 4, 30, 28), 14)
        area.setObjectName("territory-area")
        self._keys.hide()
        inside.addLayout(at_left(self._keys, _WIDEST))
        inside.addLayout(at_left(self._beside, _WIDEST))
        self._column = QVBoxLayout()
        self._column.setSpacing(inside.spacing())
        inside.addLayout(self._column)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        top = at_left(head, _WIDEST)
        top.setContentsMargins(40, 4, 40, 4)
        outer.addLayout(top)
        outer.addWidget(area, 1)
        self.setFocusProxy(self._filters.fold)

    def _connect(self) -> None:
        self._filters.wished.connect(self._read)
        self._counting.counted.connect(self._on_counted)
        self._target.clicked.connect(self._on_target_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._desk.save_failed)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._renewal.renewed.connect(self._read_again)
        self._renewal.failed.connect(self._on_failed)
        self._finding.succeeded.connect(self._on_found)
        self._finding.failed.connect(self._desk.save_failed)
        self._keys.opened.connect(self._on_opened)

    def _make_card(self, name: str) -> None:
        """One in a turn of the window, while the figures are read."""
        card = self._cards[name] = FigureCard(self._look, name)
        card.opened.connect(self._on_opened)
        card.picture_wanted.connect(self._on_picture_wanted)
        if name == "services":
            card.add_below_title(self._split)
        card.hide()
        if name in _BESIDE:
            self._beside.add(card)
        else:
            self._column.addLayout(at_left(card, _WIDEST))
        if self._seen is not None:
            self._show_card(name, self._seen)

    def _show_card(self, name: str, seen: Seen) -> None:
        self._cards[name].show_tables(seen.of(*CARDS[name]) if seen.figures.companies > 0 else ())
        if name == "services":
            self._split.show_split(split_of(seen.figures.services, seen.shares, self._wording))

    def show_news(self, _before: Case | None) -> bool:
        """Read what another desk changed, as often as that does not keep the server busy."""
        self._renewal.begin()
        return True

    def _read(self, wanted: object) -> None:
        if isinstance(wanted, Wanted):
            self._desk.recent.wanted = wanted
            self._reading.start(partial(see, self._desk.workspace, wanted, self._wording))

    def _read_again(self) -> None:
        self._read(self._desk.recent.wanted or Wanted())

    def _on_counted(self) -> None:
        self._read_again()
        self._renewal.begin(at_once=True)

    def _on_read(self, seen: object) -> None:
        if not isinstance(seen, Seen):
            return
        self._seen = seen
        if seen.as_of is not None:
            self._renewal.begin()
        self._filters.show_seen(seen)
        self._show_state(seen)
        self._counting.show_waiting(seen.figures.waiting)
        self._target.setVisible(seen.has_own_target and seen.figures.companies > 0)
        is_there = seen.figures.companies > 0
        for each in (self._filters, self._filters.fold):
            each.setVisible(is_there or seen.wanted != Wanted())
        self._save.setVisible(is_there)
        self._keys.show_figures(key_figures(seen, self._wording) if is_there else ())
        for name in self._cards:
            self._show_card(name, seen)

    def _show_state(self, seen: Seen) -> None:
        is_there = seen.figures.companies > 0
        words = state_in_words if is_there else nothing_in_words
        self._tell(words(seen, self._wording), is_short=is_there)

    def _tell(self, words: str, *, is_short: bool = False) -> None:
        """A few words stand before the filters, a sentence has the whole width."""
        self._state.setWordWrap(not is_short)
        self._apart.setVisible(is_short)
        self._line.setStretchFactor(self._state, 0 if is_short else 1)
        self._state.setText(words)

    def _on_opened(self, line: object) -> None:
        """The list of companies shows who is behind a figure, with a way back."""
        if isinstance(line, Line) and self._seen is not None:
            book, wanted = self._desk.workspace.hub.territory, self._seen.wanted
            self._words = behind_in_words(self._seen, line)
            self._finding.start(partial(book.behind, wanted, line.behind))

    def _on_found(self, found: object) -> None:
        if isinstance(found, frozenset):
            self._desk.recent.wish = Wish(shelf="all", among=found, among_words=self._words)
            self.page_requested.emit("companies")

    def _on_failed(self, error: object) -> None:
        self._filters.fold.setVisible(self._seen is not None)  # else there is nothing to narrow
        self._tell(self._wording("The figures could not be worked out. {error}", error=sentence_of(error)))

    def _on_target_clicked(self) -> None:
        dialog = TargetDialog(self, self._own_target(), self._look)
        dialog.ask(partial(self._set_target, dialog))

    def _own_target(self) -> "Target | None":
        return next(iter(self._desk.workspace.hub.territory.targets()), None)

    def _set_target(self, dialog: TargetDialog) -> None:
        companies, by = dialog.target
        if self._desk.save_outside(partial(self._desk.workspace.hub.territory.set_target, companies, by)):
            self._read_again()

    def _on_picture_wanted(self, table: object) -> None:
        if isinstance(table, FigureTable) and self._seen is not None:
            self._saving.picture(self._seen, table)

    def _on_save_clicked(self) -> None:
        if self._seen is not None:
            self._saving.document(self._seen, self._filters.narrowed(self._seen))

    def _on_saved(self, path: object) -> None:
        self._note.show_words(self._wording("Saved as {path}", path=path))
