"""What the register is searched by: words, state, category, officer, year."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.advising import RegisterWish
from desktop.content.library import Library
from desktop.report.service_words import categories_in_words, states_in_words
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.search_field import search_field


class ServiceFilters(QWidget):
    """The words above, the lists to choose from below.

    Signals: `wished` after any of them was changed.
    """

    wished = Signal()

    def __init__(self, library: Library, look: Look) -> None:
        super().__init__()
        self._wording = say = look.wording
        self._search = search_field("services-search", say("Search"), look)
        self._state = Picker(look, "services-state", say("State"))
        self._category = Picker(look, "services-category", say("Category"))
        self._officer = Picker(look, "services-officer", say("Officer"))
        self._year = Picker(look, "services-year", say("Year"))
        self._state.show_entries([(None, say("All states")), *states_in_words(say).items()], None)
        categories = categories_in_words(library, say)
        self._category.show_entries([(None, say("All categories")), *categories.items()], None)
        row = QHBoxLayout()
        row.setSpacing(10)
        for picker, share in ((self._state, 3), (self._category, 4), (self._officer, 4), (self._year, 3)):
            picker.setMinimumContentsLength(8)
            picker.picked.connect(self._on_changed)
            row.addWidget(picker, share)  # so that "Tutti gli operatori" is whole on a narrow window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addLayout(row)
        self._search.textChanged.connect(self._on_changed)
        self.show_known((), ())

    def show_known(self, officers: Sequence[str], years: Sequence[int]) -> None:
        """The officers and years to choose from."""
        say = self._wording
        self._officer.show_entries(
            [(None, say("All officers")), *((name, name) for name in officers)], self._officer.choice()
        )
        self._year.show_entries(
            [(None, say("All years")), *((str(year), str(year)) for year in years)], self._year.choice()
        )

    def wish(self) -> RegisterWish:
        """What is searched for."""
        year = self._year.choice()
        return RegisterWish(
            self._search.text(),
            self._state.choice(),
            self._category.choice(),
            self._officer.choice(),
            None if year is None else int(year),
        )

    def _on_changed(self, *_: object) -> None:
        self.wished.emit()
