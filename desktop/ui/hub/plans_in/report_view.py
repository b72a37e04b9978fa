"""The report of one import: its lines, searched and filtered, and all about the line chosen."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import StorageError, sentence_of
from desktop.ui.arrivals.rows import breakable
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.hub.columns import give_widths
from desktop.ui.hub.plans_in.report_saving import ReportSaving
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.row_table import Column, RowTableModel, row_table
from desktop.ui.search_field import search_field
from desktop.workspace import Workspace
from desktop.workspace.incoming import CAME_IN
from desktop.workspace.plans_in import Line, Report
from desktop.workspace.plans_in.telling import (
    GROUPS,
    ending_of,
    fate_in_words,
    found_in,
    group_in_words,
    in_full,
    source_of,
    title_of,
    whose,
)

_WIDTHS = {1: 230, 2: 190}  # pixels, by column


class _Read(NamedTuple):
    """The lines of a report, and the numbers of the results that still wait."""

    lines: tuple[Line, ...]
    pending: frozenset[int]


class ReportView(QWidget):
    """Search and group above the lines, the chosen one in full below them.

    Signals: `left` for the list of imports, `deleted` where the report is to be forgotten; `page_requested`
    carries the name of the page to go to.
    """

    left = Signal()
    deleted = Signal()
    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look, report: Report) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._report = report
        self._read = _Read((), frozenset())
        self._shown: tuple[Line, ...] = ()
        self._reading = Operation(self)
        self._saving = ReportSaving(self, desk, look, report)
        self._back = Button(say("All imports"), "all-imports", "quiet")
        self._delete = Button(say("Delete this report…"), "delete-report", "quiet")
        self._search = search_field("report-search", say("Search file or company"), look)
        self._group = Picker(look, "report-group", say("What became of it"))
        self._model: RowTableModel[Line] = RowTableModel(self._columns(), self)
        self._view = row_table(self._model, "report-lines", say("Files"))
        self._told = label("", "small", "muted")
        self._full = label("", "small")
        self._open = Button(say("Open the company"), "report-open", "primary")
        self._csv = Button(say("Save as a table…"), "report-csv")
        self._pdf = Button(say("Save for printing…"), "report-pdf")
        self._build()
        self._connect()
        self._reading.start(partial(_read, desk.workspace, report))

    def _columns(self) -> tuple[Column[Line], ...]:
        say = self._wording
        return (
            Column(say("File"), lambda row: row.file, lambda row: row.file.casefold()),
            Column(say("Company"), whose, lambda row: whose(row).casefold()),
            Column(say("What became of it"), lambda row: fate_in_words(row, say), lambda row: row.kind),
        )

    def _build(self) -> None:
        say = self._wording
        self.setObjectName("import-report")
        self._full.setObjectName("report-full")
        self._told.setObjectName("report-told")
        title = f"{source_of(self._report, say)} · {title_of(self._report, say)}"
        head = QHBoxLayout()
        head.addWidget(label(breakable(title), "strong"), 1)
        head.addWidget(self._delete)
        head.addWidget(self._back)
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self._search, 1)
        filters.addWidget(self._group)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        acts.addWidget(self._csv)
        acts.addWidget(self._pdf)
        acts.addStretch(1)
        acts.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._told)
        column.addLayout(filters)
        column.addWidget(self._view, 1)
        column.addWidget(self._full)
        column.addLayout(acts)
        entries = [(group, _entry(group, self._report, self._look)) for group in GROUPS]
        self._group.show_entries([(None, say("All files")), *entries], None)
        give_widths(self._view, _WIDTHS)
        self._full.setMinimumHeight(52)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._back.clicked.connect(self.left)
        self._delete.clicked.connect(self._on_delete)
        self._search.textChanged.connect(self._show)
        self._group.picked.connect(self._show)
        self._view.selectionModel().currentChanged.connect(self._show_chosen)
        self._view.activated.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._csv.clicked.connect(self._on_csv)
        self._pdf.clicked.connect(self._on_pdf)

    def _on_read(self, value: object) -> None:
        if isinstance(value, _Read):
            self._read = value
            self._show()

    def _on_failed(self, error: object) -> None:
        self._told.setText(self._wording.tell(sentence_of(error)))

    def _show(self) -> None:
        say = self._wording
        self._shown = found_in(self._read.lines, self._search.text(), self._group.choice())
        self._model.set_rows(self._shown)
        count = say.plural("{count} file", "{count} files", len(self._shown))
        told = (f"{count}.", self._became(), ending_of(self._report, say))
        self._told.setText("  ".join(filter(None, told)))
        if self._shown:
            self._view.selectRow(0)
        self._show_chosen()

    def _became(self) -> str:
        """How many of the files shown came to what, in a line."""
        counts = {group: sum(line.kind in kinds for line in self._shown) for group, kinds in GROUPS.items()}
        told = (
            f"{group_in_words(group, self._wording)}: {count}" for group, count in counts.items() if count
        )
        return "  ·  ".join(told)

    def _show_chosen(self) -> None:
        line = self._model.chosen_in(self._view)
        told = in_full(line, self._wording, self._read.pending) if line else ()
        self._full.setText(breakable("\n".join(told)))
        self._open.setEnabled(line is not None and line.round is not None and line.kind in CAME_IN | {"here"})

    def _on_open(self, _index: QModelIndex | None = None) -> None:
        line = self._model.chosen_in(self._view)
        if line is None or line.round is None or not self._open.isEnabled():
            return
        try:
            self._desk.open(line.round)
        except StorageError as error:
            self._full.setText(self._wording.tell(error.sentence))
            return
        self.page_requested.emit(self._desk.open_case.place.page)

    def _on_delete(self) -> None:
        say = self._wording
        asked = Asked(
            say("Delete this report?"),
            say("Delete"),
            [say("What came in stays. Only what is told here about the files goes.")],
        )
        AskingDialog(self, asked, self._look, is_final=True).ask(self.deleted.emit)

    def _on_csv(self) -> None:
        self._saving.save_table(self._shown, self._read.pending)

    def _on_pdf(self) -> None:
        self._saving.save_paper(self._shown, self._read.pending)


def _entry(group: str, report: Report, look: Look) -> str:
    count = sum(report.counts.get(kind, 0) for kind in GROUPS[group])
    return f"{group_in_words(group, look.wording)} ({count})"


def _read(workspace: Workspace, report: Report) -> _Read:
    """Runs in a worker thread."""
    return _Read(workspace.hub.plans_in.lines(report), workspace.hub.plans_in.pending_numbers())
