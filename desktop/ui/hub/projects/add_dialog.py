"""A company looked for by its name, to take part in a project."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.projects import FirmLine
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, label
from desktop.ui.search_field import search_field
from desktop.ui.tick import Tick
from desktop.workspace.project_words import ProjectWords

_MOST = 6
_LEAST_LETTERS = 2
Find = Callable[[str], Sequence[FirmLine]]


class AddDialog(AskingDialog):
    """A search with boxes below it; what was ticked before stays so."""

    def __init__(
        self, parent: QWidget, find: Find, inside: Collection[int], words: ProjectWords, look: Look
    ) -> None:
        say = look.wording
        told = say("Companies that withdrew their consent, or are archived, are not found.")
        super().__init__(parent, Asked(say("Add a company"), say("Add"), [told]), look)
        self.setObjectName("add-dialog")
        self._find, self._inside, self._words, self._look = find, inside, words, look
        self._ticks: dict[int, Tick] = {}
        self._search = search_field("add-search", say("Name of the company"), look)
        self._rows = QVBoxLayout()
        self.inside.addWidget(self._search)
        self.inside.addLayout(self._rows)
        self.first = self._search
        self.does.setEnabled(False)
        self._search.textChanged.connect(self._on_searched)

    def chosen(self) -> tuple[int, ...]:
        """The companies to add."""
        return tuple(company for company, tick in self._ticks.items() if tick.isChecked())

    def _on_searched(self) -> None:
        kept = set(self.chosen())
        text = self._search.text().strip()
        found = self._find(text) if len(text) >= _LEAST_LETTERS else ()
        new = [firm for firm in found if firm.id not in self._inside]
        shown = sorted(new, key=lambda firm: firm.id not in kept)[: max(_MOST, len(kept))]
        emptied(self._rows)
        self._ticks = {firm.id: self._tick(firm, is_ticked=firm.id in kept) for firm in shown}
        if text and not shown and len(text) >= _LEAST_LETTERS:
            told = label(self._look.wording("No other company of that name is here."), "small", "muted")
            self._rows.addWidget(told)
            told.show()
        self._show_does()
        self.fit()

    def _tick(self, firm: FirmLine, *, is_ticked: bool) -> Tick:
        tick = Tick(self._words.firm(firm), f"add-company-{firm.id}", self._look)
        tick.setChecked(is_ticked)
        tick.toggled.connect(self._show_does)
        self._rows.addWidget(tick)
        tick.show()  # the dialog asks at once how high it is to be
        return tick

    def _show_does(self) -> None:
        self.does.setEnabled(bool(self.chosen()))
