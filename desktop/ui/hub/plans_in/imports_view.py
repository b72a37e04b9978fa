"""The imports of the hub: files and folders to take in, the folder that is watched, and the reports kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.ui.arrivals.choosing import take_in_chosen
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.hub.plans_in.report_list import ReportList
from desktop.ui.hub.plans_in.report_view import ReportView
from desktop.ui.hub.plans_in.watched_card import WatchedCard
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.plans_in import Report


class ImportsView(QWidget):
    """The list of imports, or the report of one.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._reading = Operation(self)
        self._files = Button(say("Import files…"), "import-files", "primary")
        self._folder = Button(say("Import a folder…"), "import-folder")
        self._stop = Button(say("Stop"), "stop-import")
        self._bar = QProgressBar()
        self._told = label("", "small", "muted")
        self._watched = WatchedCard(desk, look)
        self._list = ReportList(look)
        self._stack = QStackedLayout(self)
        self._report: ReportView | None = None
        self._opens_last = desk.recent.has_news and not desk.arrivals.is_running
        desk.recent.has_news = False
        self._build()
        self._connect()
        self._show_running()
        self.read()

    def read(self) -> None:
        """Show the reports as they are now."""
        self._reading.start(self._desk.workspace.hub.plans_in.reports)

    def _build(self) -> None:
        self._told.setObjectName("imports-told")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self._wording("Files read"))
        ways = QHBoxLayout()
        ways.setSpacing(10)
        for button in (self._files, self._folder, self._stop):
            ways.addWidget(button)
        ways.addStretch(1)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addLayout(ways)
        column.addWidget(self._watched)
        column.addWidget(self._bar)
        column.addWidget(self._told)
        column.addWidget(self._list, 1)
        self._stack.addWidget(first)
        self.setFocusProxy(self._files)

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._desk.arrivals.progressed.connect(self._show_progress)
        self._desk.arrivals.ended.connect(self._on_ended)
        self._files.clicked.connect(self._on_files)
        self._folder.clicked.connect(self._on_folder)
        self._stop.clicked.connect(self._on_stop)
        self._watched.began.connect(self._show_running)
        self._list.opened.connect(self._on_opened)

    def _show_running(self) -> None:
        is_running = self._desk.arrivals.is_running
        self._bar.setVisible(is_running)
        self._stop.setVisible(is_running)
        self._stop.setEnabled(True)
        for button in (self._files, self._folder):
            button.setVisible(not is_running)
        self._watched.setEnabled(not is_running)
        if is_running:
            self._show_progress()

    def _show_progress(self) -> None:
        run = self._desk.arrivals.run
        if run is None or not self._desk.arrivals.is_running:
            return
        self._bar.setRange(0, run.total)
        self._bar.setValue(run.done)
        told = self._wording(
            "{done} of {total} files read. You may go on with your work.", done=run.done, total=run.total
        )
        self._told.setText(told if run.total else self._wording("Looking for files…"))

    def _on_read(self, value: object) -> None:
        reports = (
            tuple(each for each in value if isinstance(each, Report)) if isinstance(value, tuple) else ()
        )
        run = self._desk.arrivals.run
        self._list.show_reports(reports)
        if not self._desk.arrivals.is_running:
            self._show_told(reports)
        how = "watched" if run is not None and run.paths is None else "files"
        last = next((each for each in reports if each.how == how), None)
        if self._opens_last and last is not None:
            self._on_opened(last)
        self._opens_last = False

    def _show_told(self, reports: tuple[Report, ...]) -> None:
        say, run = self._wording, self._desk.arrivals.run
        if run is not None and run.error is not None:
            self._told.setText(say.tell(run.error))
        elif reports:
            self._told.setText(say("Every import has a report: open it to see what became of each file."))
        else:
            self._told.setText(
                say(
                    "Nothing came in yet. Choose files, or a whole folder of plans, scans and photos: each "
                    "file gets a line in the report, whatever it is."
                )
            )

    def _on_failed(self, error: object) -> None:
        self._told.setText(self._wording.tell(sentence_of(error)))

    def _on_ended(self) -> None:
        run = self._desk.arrivals.run
        self._opens_last = self.isVisible() and run is not None and run.error is None
        self._opens_last = self._opens_last and bool(run and (run.outcomes or run.others))
        self._show_running()
        self._watched.tell_end()
        self.read()

    def _on_files(self) -> None:
        if take_in_chosen(self, self._desk, self._look):
            self._show_running()

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._wording("Import a folder"), str(Path.home()))
        if chosen and self._desk.arrivals.take_in(self._desk.workspace, [Path(chosen)]):
            self._show_running()

    def _on_stop(self) -> None:
        self._desk.arrivals.stop()
        self._stop.setEnabled(False)

    def _on_opened(self, report: Report) -> None:
        self._close_report()
        self._report = ReportView(self._desk, self._look, report)
        self._report.left.connect(self._on_left)
        self._report.deleted.connect(partial(self._on_deleted, report))
        self._report.page_requested.connect(self.page_requested)
        self._stack.addWidget(self._report)
        self._stack.setCurrentWidget(self._report)
        self._report.setFocus()

    def _on_left(self) -> None:
        self._close_report()
        self._list.setFocus()

    def _on_deleted(self, report: Report) -> None:
        if self._desk.save_outside(partial(self._desk.workspace.hub.plans_in.delete, report)):
            self._on_left()
            self.read()

    def _close_report(self) -> None:
        if self._report is not None:
            self._stack.setCurrentIndex(0)
            self._stack.removeWidget(self._report)
            self._report.deleteLater()
            self._report = None
