"""The list of the imports there were, the last one first."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.text import Wording
from desktop.ui.hub.plans_in.columns import give_widths
from desktop.ui.look import Look
from desktop.ui.row_table import Column, RowTableModel, row_table
from desktop.workspace.plans_in import Report
from desktop.workspace.plans_in.telling import count_of, source_of

_WIDTHS = {1: 158, 2: 64, 3: 84, 4: 92, 5: 124}  # pixels, by column


class ReportList(QWidget):
    """A table; Enter, or a double click, opens a report.

    Signals: `opened` carries the report.
    """

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._reports: tuple[Report, ...] = ()
        self._model: RowTableModel[Report] = RowTableModel(_columns(look.wording), self)
        self._view = row_table(self._model, "import-reports", look.wording("Imports"))
        give_widths(self._view, _WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._view.activated.connect(self._on_activated)
        self.setFocusProxy(self._view)

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Show these, the first one chosen."""
        self._reports = tuple(reports)
        self._model.set_rows(self._reports)
        self._view.setVisible(bool(reports))
        if reports:
            self._view.selectRow(0)

    def _on_activated(self, index: QModelIndex) -> None:
        proxy = self._view.model()
        if isinstance(proxy, QSortFilterProxyModel):
            self.opened.emit(self._reports[proxy.mapToSource(index).row()])


def _columns(say: Wording) -> tuple[Column[Report], ...]:
    return (
        Column(
            say("Where from"), lambda row: source_of(row, say), lambda row: source_of(row, say).casefold()
        ),
        Column(say("When"), lambda row: _when(row, say), lambda row: row.begun_at.timestamp()),
        Column(say("Files"), lambda row: say.number(row.total), lambda row: row.total),
        Column(say("Came in"), lambda row: _count(row, "in"), lambda row: count_of(row, "in")),
        Column(say("Waiting"), lambda row: _count(row, "decide"), lambda row: count_of(row, "decide")),
        Column(say("Not imported"), lambda row: _count(row, "not-in"), lambda row: count_of(row, "not-in")),
    )


def _when(report: Report, say: Wording) -> str:
    local = report.begun_at.astimezone()
    return f"{say.day(local.date())}, {local:%H:%M}"


def _count(report: Report, group: str) -> str:
    found = count_of(report, group)
    return str(found) if found else ""
