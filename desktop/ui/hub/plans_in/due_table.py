"""The table of companies whose next round is due, of which several may be chosen."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QSortFilterProxyModel,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from desktop.text import Wording
from desktop.ui.hub.plans_in.columns import give_widths
from desktop.ui.look import Look
from desktop.ui.row_table import Column, RowTableModel, row_table
from desktop.workspace.chasing import STATES, DueRound
from desktop.workspace.chasing.due_round import state_in_words

_WIDTHS = {1: 104, 2: 210, 3: 170}  # pixels, by column


class DueTable(QWidget):
    """Lines to choose one or several of.

    Signals: `moved` when others are chosen, `opened` with Enter or a double click.
    """

    moved = Signal()
    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.wording
        self._shown: tuple[DueRound, ...] = ()
        self._model: RowTableModel[DueRound] = RowTableModel(_columns(say), self)
        self._view = row_table(self._model, "due-rounds", say("Companies to ask again"))
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        give_widths(self._view, _WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._view.selectionModel().selectionChanged.connect(self._on_changed)
        self._view.activated.connect(self._on_activated)
        self.setFocusProxy(self._view)

    def show_due(self, due: tuple[DueRound, ...]) -> None:
        """Show these; those chosen stay so where they are still there, else the first one is."""
        ids = {each.company_id for each in self.chosen()}
        self._shown = due
        self._model.set_rows(due)
        self._view.setVisible(bool(due))
        self._select(ids)

    def chosen(self) -> tuple[DueRound, ...]:
        """Those chosen, in the order shown."""
        proxy = self._proxy()
        selection = self._view.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        rows = sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
        places = (proxy.mapToSource(proxy.index(row, 0)).row() for row in rows)
        return tuple(self._shown[place] for place in places if place < len(self._shown))

    def _select(self, company_ids: set[int]) -> None:
        proxy, chosen = self._proxy(), QItemSelection()
        sources = (row for row, each in enumerate(self._shown) if each.company_id in company_ids)
        rows = sorted(proxy.mapFromSource(self._model.index(row, 0)).row() for row in sources)
        for first, last in _runs(rows or range(min(1, len(self._shown)))):
            chosen.append(QItemSelectionRange(proxy.index(first, 0), proxy.index(last, len(_WIDTHS))))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().select(chosen, flag)

    def _proxy(self) -> QSortFilterProxyModel:
        proxy = self._view.model()
        if not isinstance(proxy, QSortFilterProxyModel):
            raise TypeError(proxy)
        return proxy

    def _on_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.moved.emit()

    def _on_activated(self, _index: QModelIndex) -> None:
        self.opened.emit()


def day_in_words(day: date | None, say: Wording) -> str:
    """A day in few letters; nothing where there is none."""
    return "" if day is None else f"{say.short_date(day)} {day.year}"


def _columns(say: Wording) -> tuple[Column[DueRound], ...]:
    return (
        Column(
            say("Company"),
            lambda row: f"{row.company} · {row.next_stage}",
            lambda row: row.company.casefold(),
        ),
        Column(
            say("Due since"), lambda row: day_in_words(row.due_on, say), lambda row: row.due_on.toordinal()
        ),
        Column(
            say("Office and officer"),
            lambda row: "\n".join(filter(None, (row.office, row.officer))),
            lambda row: (row.office.casefold(), row.officer.casefold()),
        ),
        Column(
            say("State, last contact"),
            lambda row: "\n".join(
                filter(None, (state_in_words(row.state, say), day_in_words(row.last_contact, say)))
            ),
            lambda row: (STATES.index(row.state), row.last_contact or date.min),
        ),
    )


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of rows without a gap: thousands selected one by one take seconds."""
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]
