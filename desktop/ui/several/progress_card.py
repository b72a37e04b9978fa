"""How far the work on many companies is, and what became of it."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from desktop.errors import sentence_of
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label
from desktop.ui.several.run import BatchRun, Progress

_MOST_FAILURES = 50


class ProgressCard(QFrame):
    """A bar and a line while it runs, a summary when it has ended, with the companies that failed."""

    def __init__(self, run: BatchRun, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._line = label("", "body")
        self._bar = QProgressBar()
        self._stop = Button(look.wording("Stop"), "stop-batch")
        self._open = Button(look.wording("Open the folder"), "open-folder", "quiet")
        self._failures = QVBoxLayout()
        self._run = run
        self._build()
        self._connect()
        self._show_progress()
        if run.batch is None:
            self.hide()

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setObjectName("batch-card")
        self._line.setObjectName("batch-state")
        self._bar.setObjectName("batch-bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(self._wording("Progress"))
        self._failures.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._line, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addLayout(self._failures)

    def _connect(self) -> None:
        self._stop.clicked.connect(self._on_stop_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._run.moved.connect(self.show)
        self._run.moved.connect(self._show_progress)
        self._run.ended.connect(self._show_progress)

    def take_focus(self) -> None:
        """Give the keyboard to what ends the work."""
        self._stop.setFocus()

    def _show_progress(self) -> None:
        run = self._run
        progress = run.progress
        self._bar.setRange(0, progress.of)
        self._bar.setValue(len(progress.written))
        self._bar.setVisible(run.is_running)
        self._open.setVisible(not run.is_running and progress.files > 0)
        if self._stop.hasFocus() and not self._open.isHidden():
            self._open.setFocus()
        self._stop.setVisible(run.is_running)
        self._stop.setEnabled(not run.is_stopping)
        self._line.setText(self._running_in_words(progress) if run.is_running else self._ended_in_words(run))
        emptied(self._failures)
        if not run.is_running:
            self._show_failures(progress)

    def _running_in_words(self, progress: Progress) -> str:
        if self._run.is_stopping:
            return self._wording("Stopping…")
        number = min(len(progress.written) + 1, progress.of)
        return self._wording(
            "{number} of {of} · {name}", number=number, of=progress.of, name=progress.next_name
        )

    def _ended_in_words(self, run: BatchRun) -> str:
        say, progress = self._wording, run.progress
        if run.error is not None:
            return say("That did not work. {error}", error=sentence_of(run.error))
        folder = run.batch.folder if run.batch is not None else ""
        files = say.plural(
            "{count} file saved in {folder}.",
            "{count} files saved in {folder}.",
            progress.files,
            folder=folder,
        )
        left = progress.of - len(progress.written)
        if not left:
            return files
        unwritten = say.plural(
            "Stopped: {count} company was not written.", "Stopped: {count} companies were not written.", left
        )
        return f"{unwritten} {files}"

    def _show_failures(self, progress: Progress) -> None:
        failures = progress.failures
        for failed in failures[:_MOST_FAILURES]:
            told = self._wording.tell(failed.error) if failed.error is not None else ""
            self._failures.addWidget(label(f"{failed.name}: {told}", "small", "warn"))
        if (left := len(failures) - _MOST_FAILURES) > 0:
            self._failures.addWidget(label(self._wording("… and {count} more.", count=left), "small", "warn"))

    def _on_stop_clicked(self) -> None:
        self._run.stop()
        self._show_progress()

    def _on_open_clicked(self) -> None:
        if self._run.batch is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._run.batch.folder)))
