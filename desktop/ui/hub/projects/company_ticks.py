"""Companies with boxes: those ticked take part."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.projects import FirmLine
from desktop.searching import folded
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, icon_button, label
from desktop.ui.search_field import search_field
from desktop.ui.tick import Tick
from desktop.workspace.project_words import ProjectWords

SEARCHED_FROM, MOST_ROWS = 12, 100  # companies from which on there is a search, and those shown at most


class CompanyTicks(QWidget):
    """The list, with a search above it where it is long.

    Signals: `ticked` after the choice changed; `chosen` then tells the ids. `company_wanted` carries the id
    of one to be opened.
    """

    ticked = Signal()
    company_wanted = Signal(int)

    def __init__(self, words: ProjectWords, look: Look) -> None:
        super().__init__()
        self._words = words
        self._look = look
        self._firms: tuple[FirmLine, ...] = ()
        self._chosen: dict[int, bool] = {}
        self._search = search_field("group-search", look.wording("Search"), look)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addLayout(self._rows)
        self._search.textChanged.connect(self._show)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the companies ticked."""
        return tuple(firm.id for firm in self._firms if self._chosen.get(firm.id))

    @property
    def count(self) -> int:
        """How many companies there are to tick."""
        return len(self._firms)

    def show_firms(self, firms: Sequence[FirmLine]) -> None:
        """Show companies; those that were not there before are ticked."""
        self._firms = tuple(firms)
        self._chosen = {firm.id: self._chosen.get(firm.id, True) for firm in firms}
        self._search.setVisible(len(firms) > SEARCHED_FROM)
        self._show()

    def _show(self) -> None:
        emptied(self._rows)
        wanted = folded(self._search.text()).split()
        found = [firm for firm in self._firms if is_named(firm, wanted)]
        before: QWidget = self._search
        for firm in found[:MOST_ROWS]:
            tick = Tick(self._words.firm(firm), f"group-company-{firm.id}", self._look)
            tick.setChecked(self._chosen[firm.id])
            tick.toggled.connect(partial(self._on_toggled, firm.id))
            opener = open_button(firm, self._look)
            opener.clicked.connect(partial(self._on_wanted, firm.id))
            self._rows.addWidget(_beside(tick, opener))
            QWidget.setTabOrder(before, tick)
            QWidget.setTabOrder(tick, opener)
            before = opener
        if (left := len(found) - MOST_ROWS) > 0:
            self._rows.addWidget(more_label(left, self._look))

    def _on_wanted(self, company: int) -> None:
        self.company_wanted.emit(company)

    def _on_toggled(self, company: int, is_ticked: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._chosen[company] = is_ticked
        self.ticked.emit()


def is_named(firm: FirmLine, words: Sequence[str]) -> bool:
    """Whether all folded words are in the name of a company."""
    name = folded(firm.name)
    return all(word in name for word in words)


def more_label(count: int, look: Look) -> QLabel:
    """How many companies of a list are not shown, and how to come to them."""
    words = look.wording.plural(
        "… and {count} more: search for it by name.", "… and {count} more: search for them by name.", count
    )
    return label(words, "small", "muted")


def open_button(firm: FirmLine, look: Look) -> Button:
    """The way to the page of a company."""
    says = look.wording("Open {company}", company=firm.name)
    return icon_button("chevron-right", look.tokens, name=f"member-open-{firm.id}", says=says)


def _beside(tick: Tick, opener: Button) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(tick, 1)
    row.addWidget(opener)
    return made
