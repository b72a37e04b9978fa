"""The room of reports: what the hub hands on, and services that come in from a spreadsheet."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker, line_field
from desktop.ui.hub.choosing import choose_file
from desktop.ui.hub.reports.outcome import Outcome
from desktop.ui.hub.reports.register_card import RegisterCard
from desktop.ui.hub.reports.report_card import ReportCard
from desktop.ui.hub.reports.report_words import Offered, to_others, to_the_network
from desktop.ui.look import Look
from desktop.ui.pieces import label, scrolled
from desktop.ui.tick import Tick
from desktop.workspace.reports import Wish, Written
from desktop.workspace.reports.telling import written_in_words

_WIDEST = 900
_YEARS = 6


class ReportsRoom(QWidget):
    """In whose name, of which year, and the reports below; what came of the last one stays in sight."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._hub = line_field("report-hub", say("Name of the hub"))
        self._year = Picker(look, "report-year", say("Of which year"))
        self._order = Picker(look, "dma-pairs", say("What the two digits of the first question stand for"))
        self._sums = Tick(say("Sums only, which may be published"), "sums-only", look)
        self._outcome = Outcome(look)
        self._register = RegisterCard(desk, self._outcome, look)
        self._cards: dict[str, ReportCard] = {}
        self._operation = Operation(self, is_lasting=True)
        self._folder = Path.home()
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.setObjectName("reports-room")
        self.setFocusProxy(self._hub)
        say, inside = self._wording, QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(label(say("For the European network of hubs"), "heading"))
        for offered in to_the_network(say):
            column.addWidget(self._card(offered, *([self._order] if offered.kind == "dma-csv" else [])))
        column.addWidget(self._register)
        column.addSpacing(8)
        column.addWidget(label(say("For the region, for everybody, for your next edition"), "heading"))
        for offered in to_others(say):
            column.addWidget(self._card(offered, *([self._sums] if offered.kind == "open-data" else [])))
        area, outer = scrolled((40, 12, 40, 24))
        outer.addWidget(inside)
        outer.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        below = QHBoxLayout()
        below.setContentsMargins(40, 0, 40, 16)
        below.addWidget(self._outcome)
        whole.addLayout(below)

    def _head(self) -> QHBoxLayout:
        say, row = self._wording, QHBoxLayout()
        row.setSpacing(12)
        for words, field, stretch in ((say("Name of the hub"), self._hub, 2), (say("Year"), self._year, 1)):
            column = QVBoxLayout()
            column.setSpacing(4)
            named = label(words, "small", "muted", wraps=False)
            named.setBuddy(field)
            column.addWidget(named)
            column.addWidget(field)
            row.addLayout(column, stretch)
        row.addStretch(1)
        return row

    def _card(self, offered: Offered, *beside: QWidget) -> ReportCard:
        card = ReportCard(offered.kind, offered.title, offered.about, offered.privacy, self._look)
        card.show_buttons(offered.ends, *beside)
        card.save_wanted.connect(partial(self._on_save_wanted, offered))
        self._cards[offered.kind] = card
        return card

    def _connect(self) -> None:
        self._hub.editingFinished.connect(self._on_hub_written)
        self._operation.succeeded.connect(self._on_written)
        self._operation.failed.connect(self._on_failed)

    def _show(self) -> None:
        say, this = self._wording, today().year
        self._hub.setText(self._desk.workspace.hub.reports.hub)
        years = [(str(year), str(year)) for year in range(this, this - _YEARS, -1)]
        self._year.show_entries([(None, say("all years")), *years], None)
        orders = (
            ("plan-already", say("first: plans to, then: already")),
            ("already-plan", say("first: already, then: plans to")),
        )
        self._order.show_entries(orders, "plan-already")
        self._sums.setChecked(True)
        if not self._desk.workspace.has_companies:
            words = say("No company yet. Import plans or add a company; then reports can be made here.")
            self._outcome.tell(words, "muted")
            self._show_ready(is_ready=False)

    def _on_hub_written(self) -> None:
        name, reports = self._hub.text(), self._desk.workspace.hub.reports
        may_save = self._desk.workspace.rights_here.can_set_for_all
        if name.strip() != reports.hub and may_save:
            self._desk.save_outside(partial(reports.save_hub, name))

    def _on_save_wanted(self, offered: Offered, end: str) -> None:
        say = self._wording
        start = self._folder / f"{offered.stem}-{today().isoformat()}{end}"
        path = choose_file(self, say("Save as…"), start, f"*{end}", end)
        if path is None:
            return
        self._folder = path.parent
        self._show_ready(is_ready=False)
        self._outcome.tell(say("Counting, and writing {path}…", path=path), "muted")
        wish = self._wish(offered, path)
        self._operation.start(partial(_write, self._desk, wish))

    def _wish(self, offered: Offered, path: Path) -> Wish:
        year = self._year.choice()
        return Wish(
            kind=offered.kind,
            path=path,
            hub=self._hub.text().strip(),
            year=None if year is None else int(year),
            language=self._wording.language,
            order="already-plan" if self._order.choice() == "already-plan" else "plan-already",
            is_aggregated=self._sums.isChecked(),
        )

    def _on_written(self, value: object) -> None:
        self._show_ready(is_ready=True)
        if isinstance(value, tuple):
            wish, written = value
            if isinstance(wish, Wish) and isinstance(written, Written):
                told = written_in_words(wish, written, self._wording)
                remarks = [self._wording.tell(each) for each in written.remarks]
                self._outcome.tell(told, "good", remarks, written.path)

    def _on_failed(self, error: object) -> None:
        self._show_ready(is_ready=True)
        self._outcome.tell(self._wording.tell(sentence_of(error)), "warn")

    def _show_ready(self, *, is_ready: bool) -> None:
        for card in self._cards.values():
            card.show_ready(is_ready=is_ready)


def _write(desk: Desk, wish: Wish) -> tuple[Wish, Written]:
    """Runs in a worker thread."""
    return wish, desk.workspace.hub.reports.write(wish)
