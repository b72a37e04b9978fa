"""The comparison as a table: questions down, people across, the company's answer last."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.report.people_words import roles_in_words
from desktop.text import Wording
from desktop.ui.voices.words import agreed_in_words, asked_in_words, said_in_words, stance_in_words
from desktop.workspace import Agreement, Person, Stance

Index = QModelIndex | QPersistentModelIndex
NOTE_ROLE, MUTED_ROLE, STANCE_ROLE = (Qt.ItemDataRole.UserRole + number for number in range(3))
_NO_PARENT = QModelIndex()


class ComparisonModel(QAbstractTableModel):
    """Rows of a comparison, read only. Column 0 is the question, the last one the company's answer."""

    def __init__(self, people: Sequence[Person], wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._wording = wording
        self._rows: tuple[Agreement, ...] = ()
        roles = roles_in_words(wording)
        self._people = [(each.label, roles[each.role]) for each in people]

    def show_rows(self, rows: Sequence[Agreement]) -> None:
        """Show other rows, or the same ones anew where only answers changed."""
        if [row.question.key for row in rows] == [row.question.key for row in self._rows]:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Agreement | None:
        """A row by its number, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def find(self, question: str) -> int:
        """The number of a question's row, the first one where it is not among them."""
        ids = [row.question.id for row in self._rows]
        return ids.index(question) if question in ids else 0

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._people) + 2

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        told = _TOLD.get(role)
        return None if told is None else told(self, row, column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and 0 < section <= len(self._people):
            return "\n".join(self._people[section - 1])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (f"{number}  {label}" for number, (label, _) in enumerate(self._people, start=1))
        return [self._wording("Question"), *names, self._wording("Agreed")][section]

    def _text(self, row: Agreement, column: int) -> str:
        if not column:
            return asked_in_words(row, self._wording)
        if column > len(self._people):
            return agreed_in_words(row, self._wording)
        return said_in_words(row, row.said[column - 1], self._wording)

    def _accessible(self, row: Agreement, column: int) -> str:
        return f"{self._text(row, column)}\n{stance_in_words(row, self._wording)}"

    def _note(self, row: Agreement, column: int) -> str:
        return "" if column else stance_in_words(row, self._wording)

    def _is_muted(self, row: Agreement, column: int) -> bool:
        if not column:
            return False
        return (row.agreed if column > len(self._people) else row.said[column - 1].answer) is None

    def _stance(self, row: Agreement, _column: int) -> Stance:
        return row.stance


_TOLD: Mapping[int, Callable[[ComparisonModel, Agreement, int], object]] = {
    Qt.ItemDataRole.DisplayRole: ComparisonModel._text,
    Qt.ItemDataRole.ToolTipRole: ComparisonModel._text,
    Qt.ItemDataRole.AccessibleTextRole: ComparisonModel._accessible,
    NOTE_ROLE: ComparisonModel._note,
    MUTED_ROLE: ComparisonModel._is_muted,
    STANCE_ROLE: ComparisonModel._stance,
}
