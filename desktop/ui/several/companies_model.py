"""The companies of the workspace with boxes to tick, those alone that were searched for."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from desktop.dossier import FIRST_STAGE
from desktop.searching import folded
from desktop.storage import RoundSummary
from desktop.text import Wording

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
DAY, STAGE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CompaniesModel(QAbstractListModel):
    """Companies with ticks.

    Signals: `ticked` after any box was ticked or emptied.
    """

    ticked = Signal()

    def __init__(self, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._companies: tuple[RoundSummary, ...] = ()
        self._found: tuple[RoundSummary, ...] = ()
        self._keys: dict[int, str] = {}
        self._ids: set[int] = set()
        self._wording = wording

    def set_companies(self, companies: Iterable[RoundSummary], chosen: AbstractSet[int] | None) -> None:
        """Show these, with those ticked that are chosen; all where it is None."""
        self.beginResetModel()
        self._companies = self._found = tuple(companies)
        self._keys = {each.id: folded(each.name) for each in self._companies}
        self._ids = {each.id for each in self._companies if chosen is None or each.id in chosen}
        self.endResetModel()
        self.ticked.emit()

    def find(self, words: str) -> int:
        """Show those alone that have these words in their name; how many there are."""
        wanted = folded(words.strip())
        self.beginResetModel()
        self._found = tuple(each for each in self._companies if wanted in self._keys[each.id])
        self.endResetModel()
        return len(self._found)

    def chosen(self) -> tuple[RoundSummary, ...]:
        """Those ticked, in the order shown."""
        return tuple(each for each in self._companies if each.id in self._ids)

    def tick(self, rows: Iterable[int], *, is_wanted: bool) -> None:
        """Tick rows, or empty their boxes."""
        ids = {self._found[row].id for row in rows}
        self._ids = self._ids | ids if is_wanted else self._ids - ids
        self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))
        self.ticked.emit()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._found)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        company = self._found[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if company.id in self._ids else Qt.CheckState.Unchecked
        return self._words(company).get(role)

    def _words(self, company: RoundSummary) -> dict[int, str]:
        """What is told of a company, by role."""
        stage, day = "" if company.stage == FIRST_STAGE else f" · {company.stage}", self._day(company)
        return {
            Qt.ItemDataRole.DisplayRole: company.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{company.name}{stage}",
            Qt.ItemDataRole.ToolTipRole: f"{company.name}{stage}\n{day}",
            DAY: day,
            STAGE: stage,
        }

    def _day(self, company: RoundSummary) -> str:
        return _day_words(company.changed_at.date(), self._wording)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], is_wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


@lru_cache(maxsize=2048)
def _day_words(day: date, wording: Wording) -> str:
    return wording.date(day)
