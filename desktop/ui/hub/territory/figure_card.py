"""A card with figures: what they are, a table or several to choose from, and the way to who is behind."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.report.territory.table import FigureTable
from desktop.ui.disclosure import Disclosure
from desktop.ui.hub.territory.line_table import LineTable
from desktop.ui.hub.territory.month_chart import MonthChart
from desktop.ui.look import Look
from desktop.ui.pieces import icon_button, label
from desktop.ui.tabs import Tabs

_ABOVE = 8  # pixels


class FigureCard(QFrame):
    """One table of a few at a time.

    Signals: `opened` carries the Line whose companies are wanted, `picture_wanted` the table to draw.
    """

    opened = Signal(object)
    picture_wanted = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._tables: tuple[FigureTable, ...] = ()
        self._shown = ""
        self._title = label("", "heading")
        self._note = label("", "small", "muted")
        self._foot = label("", "small", "muted")
        self._tabs = Tabs(look, f"{name}-tab", look.wording("Grouped by"))
        self._lines = LineTable(look, f"{name}-lines")
        self._chart: MonthChart | None = None
        self._fold = Disclosure(look.wording("The figures of each month"), f"{name}-fold", look)
        self._picture = icon_button(
            "save", look.tokens, name=f"{name}-picture", says=look.wording("Save as picture")
        )
        self._build()
        self._tabs.chosen.connect(self._show)
        self._lines.opened.connect(self.opened)
        self._fold.toggled.connect(self._lines.setVisible)
        self._picture.clicked.connect(self._on_picture_clicked)

    def show_tables(self, tables: Sequence[FigureTable]) -> None:
        """Show these tables, the one that was shown before in front; none hides the card."""
        self._tables = tuple(tables)
        self.setVisible(bool(tables))
        if not tables:
            return
        ids = [table.id for table in tables]
        shown = self._shown if self._shown in ids else ids[0]
        self._tabs.setVisible(len(tables) > 1)
        if len(tables) > 1:
            self._tabs.show_titles({table.id: table.label or table.title for table in tables}, shown)
        self._show(shown)

    def add_below_title(self, widget: QWidget) -> None:
        """Put something above the lines."""
        self._column.insertWidget(self._column.indexOf(self._tabs), widget)

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setObjectName(self._name)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title.setContentsMargins(0, _ABOVE, 0, 0)  # on one line with the icon, and with other cards
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 20)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self._note)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._lines)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)

    def _show(self, identity: str) -> None:
        table = next(each for each in self._tables if each.id == identity)
        self._shown = identity
        self._title.setText(table.title)
        self._note.setText(table.note)
        self._foot.setText(table.foot)
        self._foot.setVisible(bool(table.foot))
        self._lines.show_table(table)
        is_drawn = table.chart == "months"
        self._fold.setVisible(is_drawn)
        self._lines.setVisible(not is_drawn or self._fold.isChecked())
        if is_drawn:
            self._show_chart(table)

    def _show_chart(self, table: FigureTable) -> None:
        if self._chart is None:
            self._chart = MonthChart(self._look)
            self._column.insertWidget(2, self._chart)
        self._chart.show_table(table)

    def _on_picture_clicked(self) -> None:
        self.picture_wanted.emit(next(each for each in self._tables if each.id == self._shown))
