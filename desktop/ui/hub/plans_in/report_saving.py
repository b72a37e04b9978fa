"""The lines of a report saved as a table for spreadsheets, or as a PDF to print."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.report.placing import place
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.workspace.plans_in import Line, Report
from desktop.workspace.plans_in.telling import as_csv, paper_of


class ReportSaving(QObject):
    """Asks where to, and writes beside the window; the desk says how that ended."""

    def __init__(self, parent: QWidget, desk: Desk, look: Look, report: Report) -> None:
        super().__init__(parent)
        self._parent = parent
        self._desk = desk
        self._wording = look.wording
        self._report = report
        self._writing = Operation(self, is_lasting=True)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(desk.save_failed)

    def save_table(self, lines: Sequence[Line], pending: frozenset[int]) -> None:
        """Save lines for spreadsheets."""
        kinds = self._wording("Tables") + " (*.csv)"
        self._save(".csv", kinds, partial(as_csv, lines, self._wording, pending))

    def save_paper(self, lines: Sequence[Line], pending: frozenset[int]) -> None:
        """Save lines as a PDF."""
        self._save(".pdf", "PDF (*.pdf)", partial(paper_of, self._report, lines, self._wording, pending))

    def _save(self, ends: str, kinds: str, make: Callable[[], bytes]) -> None:
        what = self._wording("What came in")
        name = f"{what} {self._report.begun_at.astimezone():%Y-%m-%d %H.%M}{ends}"
        first = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(self._parent, self._wording("Save as…"), first, kinds)
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(ends)
            self._writing.start(partial(_write, path, make))

    def _on_written(self, path: object) -> None:
        self._desk.noted.emit(self._wording("Saved as {path}", path=path))


def _write(path: Path, make: Callable[[], bytes]) -> Path:
    """Runs in a worker thread."""
    place(path, make())
    return path
