"""The companies of a copy beside those here, with boxes for the ones to bring back."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.storage.copies.comparing import Kind, Standing
from desktop.ui.fields import line_field
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.pieces import card, label
from desktop.ui.tick import Tick
from desktop.workspace.backup_words import kind_words, standing_words
from desktop.workspace.backups import Preview

_SEARCHED_FROM = 12
_MOST_ROWS = 200
_BESIDE_BOX = 31  # pixels, where the words of a box begin


class StandingList(QWidget):
    """A card for each way to differ; what is the same in both is only counted.

    Nothing is ticked where nothing is here, and everything comes in: only what was erased asks.

    Signals: `ticked` after the choice changed; `chosen()` then tells it.
    """

    ticked = Signal()

    def __init__(self, preview: Preview, look: Look) -> None:
        super().__init__()
        standings = preview.standings
        self._is_all_or_nothing = preview.is_empty_here
        self._look = look
        self._wording = look.wording
        self._standings = tuple(standings)
        self._chosen: frozenset[str] = frozenset()
        self._search = line_field("standing-search", look.wording("Search"))
        self._search.setPlaceholderText(look.wording("Search"))
        self._search.setClearButtonEnabled(True)
        self._parts = Parts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._search)
        if len(standings) <= _SEARCHED_FROM:
            self._search.hide()
        column.addWidget(self._parts)
        self._search.textChanged.connect(self._show)
        self._show()

    def chosen(self) -> tuple[Standing, ...]:
        """The companies ticked, also those the search hides."""
        return tuple(each for each in self._standings if each.uuid in self._chosen)

    def _show(self) -> None:
        sought = self._search.text().strip().casefold()
        found = [each for each in self._standings if sought in each.name.casefold()]
        groups = [(kind, tuple(group)) for kind, group in groupby(found, key=_kind)]
        self._parts.show_parts(Part(kind, group, partial(self._group, kind, group)) for kind, group in groups)

    def _group(self, kind: Kind, group: Sequence[Standing]) -> QWidget:
        say = self._wording
        frame, column = card(margin=24, spacing=6)
        frame.setObjectName(f"standing-{kind}")
        column.addWidget(label(kind_words(kind, say), "heading"))
        if kind == "same":
            words = say.plural("{count} company", "{count} companies", len(group))
            column.addWidget(label(words, "small", "muted"))
            return frame
        if kind == "erased":
            words = say("They were deleted for good, and stay deleted unless you tick them.")
            column.addWidget(label(words, "small", "muted"))
        for each in group[:_MOST_ROWS]:
            column.addWidget(self._row(each))
        if len(group) > _MOST_ROWS:
            more = say.plural("… and {count} more", "… and {count} more", len(group) - _MOST_ROWS)
            column.addWidget(label(more, "small", "muted"))
        return frame

    def _row(self, standing: Standing) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._name(standing))
        told = label(standing_words(standing, self._wording), "small", "muted")
        told.setContentsMargins(_BESIDE_BOX if self._is_asked(standing) else 0, 0, 0, 0)
        column.addWidget(told)
        return row

    def _name(self, standing: Standing) -> QWidget:
        if not self._is_asked(standing):
            return label(standing.name, "strong")
        tick = Tick(standing.name, f"tick-{standing.uuid}", self._look)
        tick.setAccessibleDescription(standing_words(standing, self._wording))
        tick.setChecked(standing.uuid in self._chosen)
        tick.toggled.connect(partial(self._on_toggled, standing.uuid))
        return tick

    def _is_asked(self, standing: Standing) -> bool:
        """What is only here cannot be brought back."""
        is_alone = not self._is_all_or_nothing or standing.kind == "erased"
        return standing.there is not None and is_alone

    def _on_toggled(self, uuid: str, is_wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._chosen = self._chosen | {uuid} if is_wanted else self._chosen - {uuid}
        self.ticked.emit()


def _kind(standing: Standing) -> Kind:
    return standing.kind
