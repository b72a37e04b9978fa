"""How every company of a laptop stands, with what both sides changed to choose from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.storage.parcels.coming_back import SETTLED, Returning
from desktop.storage.parcels.three_way import Side
from desktop.ui.laptops.conflict_list import ConflictList
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, label
from desktop.ui.tick import Tick
from desktop.workspace.conflict_words import ConflictWords
from desktop.workspace.laptop_words import returning_words


class Standings(QWidget):
    """A line for each company; below them what was changed on both sides.

    Signals: `chosen` after the user chose something, `turned` after another page of it is shown,
    with what must be seen of it.
    """

    chosen = Signal()
    turned = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._conflicts = ConflictList(look)
        self._ticks: dict[str, Tick] = {}
        self._deleted: frozenset[str] = frozenset()
        self._companies = QVBoxLayout()
        self._companies.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(14)
        column.addLayout(self._companies)
        column.addWidget(self._conflicts)
        self._conflicts.chosen.connect(self.chosen)
        self._conflicts.turned.connect(self.turned)

    @property
    def is_ready(self) -> bool:
        """Whether everything that must be chosen was."""
        return self._conflicts.is_ready

    def choices(self) -> Mapping[str, Side]:
        """Whose value counts, by conflict."""
        return self._conflicts.choices()

    def made_again(self) -> frozenset[str]:
        """Deleted companies that are wanted back."""
        return frozenset(uuid for uuid, tick in self._ticks.items() if tick.isChecked())

    def left_out(self) -> frozenset[str]:
        """Deleted companies that are not."""
        return self._deleted - self.made_again()

    def show_companies(self, found: Sequence[Returning], words: ConflictWords) -> None:
        """Show these, with nothing chosen."""
        emptied(self._companies)
        self._ticks = {}
        self._deleted = frozenset(each.uuid for each in found if each.kind == "deleted")
        ordered = sorted(found, key=_is_quiet)
        for each in ordered:
            self._add_company(each)
        self._conflicts.show_conflicts(ordered, words)

    def _add_company(self, each: Returning) -> None:
        shown = label(returning_words(each, self._wording), "strong" if each.conflicts else "body")
        self._companies.addWidget(shown)
        if each.kind == "deleted":
            tick = Tick(self._wording("Make it again"), f"make-again-{each.uuid}", self._look)
            tick.toggled.connect(self.chosen)
            self._ticks[each.uuid] = tick
            self._companies.addWidget(tick)


def _is_quiet(each: Returning) -> tuple[bool, str]:
    return each.kind in {*SETTLED, "same"}, each.name.casefold()
