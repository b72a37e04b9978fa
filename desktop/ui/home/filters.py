"""The choices that narrow the list of companies."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.fields import Picker
from desktop.ui.home import words
from desktop.ui.look import Look
from desktop.ui.wrapped_row import WrappedRow
from desktop.workspace.company_listing import Listing, Wish

_PLAIN = Wish()
_LETTERS = 11  # of the narrowest entry shown whole


class FilterPanel(QWidget):
    """One field for each filter, and one for the order.

    Signals: `wished` carries the wish after the user chose another entry.
    """

    wished = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._wish = _PLAIN
        self._pickers = {name: Picker(look, f"filter-{name}", says) for name, says in self._names()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappedRow(self._pickers.values()))
        for name, picker in self._pickers.items():
            picker.setMinimumContentsLength(_LETTERS)
            picker.picked.connect(partial(self._on_picked, name))

    def show_wish(self, listing: Listing, wish: Wish) -> None:
        """Offer what there is among the companies, with what is wished chosen; emits nothing."""
        self._wish = wish
        say = self._wording
        entries = {
            "sector": words.sector_entries(listing, say),
            "region": words.region_entries(listing, say),
            "size": words.size_entries(say),
            "stage": words.stage_entries(listing, say),
            "consultant": words.consultant_entries(listing, say),
            "visit": words.visit_entries(say),
            "due": words.due_entries(say),
            "shelf": words.shelf_entries(say),
            "order": words.order_entries(say),
        }
        for name, picker in self._pickers.items():
            picker.show_entries(entries[name], getattr(wish, name))

    def _names(self) -> tuple[tuple[str, str], ...]:
        say = self._wording
        return (
            ("sector", say("Sector")),
            ("region", say("Region")),
            ("size", say("Size")),
            ("stage", say("Assessment")),
            ("consultant", say("Consultant")),
            ("visit", say("Last visit")),
            ("due", say("Due")),
            ("shelf", say("Archive")),
            ("order", say("Order")),
        )

    def _on_picked(self, name: str, chosen: object) -> None:
        values: dict[str, Any] = {name: chosen}
        if name == "order":
            values["is_descending"] = chosen == "visit"
        self._wish = replace(self._wish, **values)
        self.wished.emit(self._wish)
