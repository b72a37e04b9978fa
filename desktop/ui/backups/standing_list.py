"""The companies of a copy beside those here, with boxes for the ones to bring back."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.searching import folded
from desktop.storage.copies.comparing import Kind, Standing
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.pieces import Button, card, label
from desktop.ui.search_field import search_field
from desktop.ui.tick import Tick
from desktop.workspace.backup_words import kind_words, standing_words
from desktop.workspace.backups import Preview

_SEARCHED_FROM = 12
_MOST_ROWS = 100  # of a kind, at a time
_BESIDE_BOX = 31  # pixels, where the words of a box begin


class StandingList(QWidget):
    """A card for each way to differ; what is the same in both is only counted.

    Nothing is ticked where nothing is here, and everything comes in: only what was erased asks.

    Signals: `ticked` after the choice changed; `chosen()` then tells it.
    """

    ticked = Signal()

    def __init__(self, preview: Preview, look: Look, ticked: AbstractSet[str]) -> None:
        super().__init__()
        standings = preview.standings
        self._is_all_or_nothing = preview.is_empty_here
        self._look = look
        self._wording = look.wording
        self._standings = tuple(standings)
        self._chosen = frozenset(ticked)
        self._most: dict[Kind, int] = {}
        self._search = search_field("standing-search", look.wording("Search"), look)
        self._parts = Parts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._search)
        if len(standings) <= _SEARCHED_FROM:
            self._search.hide()
        column.addWidget(self._parts)
        self._search.textChanged.connect(self._on_searched)
        self._show()

    def chosen(self) -> tuple[Standing, ...]:
        """The companies ticked, also those the search hides."""
        return tuple(each for each in self._standings if each.uuid in self._chosen)

    def _on_searched(self) -> None:
        self._most = {}
        self._show()

    def _show(self) -> None:
        words = folded(self._search.text()).split()
        found = [each for each in self._standings if _has_all(each, words)]
        groups = [(kind, tuple(group)) for kind, group in groupby(found, key=_kind)]
        parts = [
            Part(kind, (group, self._most.get(kind)), partial(self._group, kind, group))
            for kind, group in groups
        ]
        if words and not found:
            says = self._wording("No company of that name is in the copy or here.")
            parts = [Part("nothing", says, partial(label, says, "body", "muted"))]
        self._parts.show_parts(parts)

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
        most = self._most.get(kind, _MOST_ROWS)
        for each in self._ticked_first(group)[:most]:
            column.addWidget(self._row(each))
        if len(group) > most:
            column.addWidget(self._more(kind, len(group), most))
        return frame

    def _ticked_first(self, group: Sequence[Standing]) -> Sequence[Standing]:
        return sorted(group, key=lambda each: each.uuid not in self._chosen)

    def _more(self, kind: Kind, count: int, most: int) -> QWidget:
        """That there are more, and two ways to them."""
        say = self._wording
        words = say(
            "{shown} of {count} companies are shown: search for the others by name, or show more.",
            shown=say.number(most),
            count=say.number(count),
        )
        made, row = QWidget(), QHBoxLayout()
        made.setLayout(row)
        row.setContentsMargins(0, 6, 0, 0)
        told = label(words, "small", "muted")
        told.setObjectName(f"told-more-{kind}")
        button = Button(say("Show more"), f"more-{kind}")
        button.clicked.connect(partial(self._on_more_wanted, kind, most))
        row.addWidget(told, 1)
        row.addWidget(button)
        return made

    def _on_more_wanted(self, kind: Kind, most: int) -> None:
        """The search comes before the list, so that the keyboard has somewhere to go."""
        self._most[kind] = most + _MOST_ROWS
        self._search.setFocus()
        self._show()

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


def _has_all(standing: Standing, words: Sequence[str]) -> bool:
    """Whether every word is in the name a company has here or in the copy."""
    names = "\n".join(folded(state.name) for state in (standing.here, standing.there) if state is not None)
    return all(word in names for word in words)
