"""The choices that narrow the list of proposed groups."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.projects import Place, Proposal
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.wrapped_row import WrappedRow
from desktop.workspace.project_listing import SIZES, GroupWish, offered
from desktop.workspace.project_words import ProjectWords

_LETTERS = 13  # of the narrowest entry shown whole
Entries = list[tuple[str | None, str]]


class GroupFilters(QWidget):
    """A list for each filter.

    Signals: `wished` after the user chose another entry; `wish` then tells it.
    """

    wished = Signal()

    def __init__(self, words: ProjectWords, look: Look) -> None:
        super().__init__()
        self.wish = GroupWish()
        self._words = words
        self._wording = look.wording
        self._pickers = {name: Picker(look, f"groups-{name}", says) for name, says in self._names()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappedRow(self._pickers.values()))
        for name, picker in self._pickers.items():
            picker.setMinimumContentsLength(_LETTERS)
            picker.picked.connect(partial(self._on_picked, name))

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Offer what there is among them; what was chosen stays so where it is still there."""
        say, words = self._wording, self._words
        regions = {each.place.code: each.place.region for each in proposals}
        places = {
            **{each.region: words.region(each.region) for each in map(_place, proposals)},
            **{code: words.province(region, code) for code, region in regions.items() if code != region},
        }
        by_name = sorted(((code, name) for code, name in places.items() if code), key=lambda pair: pair[1])
        entries: dict[str, Entries] = {
            "way": [(None, say("All solutions")), *offered(proposals, _way, words.way_kind_of)],
            "area": [(None, say("All areas")), *offered(proposals, self._area, words.area)],
            "sector": [(None, say("All sectors")), *offered(proposals, _sector, words.sector)],
            "place": [(None, say("All places")), *by_name],
            "least": [(None, say("Any size")), *((str(least), self._size(least)) for least in SIZES)],
        }
        for name, picker in self._pickers.items():
            chosen = getattr(self.wish, name)
            picker.show_entries(entries[name], None if chosen is None else str(chosen))

    def _names(self) -> tuple[tuple[str, str], ...]:
        say = self._wording
        return (
            ("way", say("Solution")),
            ("area", say("Area")),
            ("sector", say("Sector")),
            ("place", say("Place")),
            ("least", say("Size")),
        )

    def _area(self, proposal: Proposal) -> str:
        return self._words.library.catalogue.area_of(proposal.need)

    def _size(self, least: int) -> str:
        return self._wording("from {count} companies", count=least)

    def _on_picked(self, name: str, chosen: object) -> None:
        value: Any = int(chosen) if name == "least" and isinstance(chosen, str) else chosen
        self.wish = replace(self.wish, **{name: value})
        self.wished.emit()


def _way(proposal: Proposal) -> str:
    return proposal.way.kind


def _sector(proposal: Proposal) -> str:
    return proposal.sector


def _place(proposal: Proposal) -> Place:
    return proposal.place
