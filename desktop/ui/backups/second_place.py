"""The second place for copies: a stick or a folder in the network, and whether it is there today."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.backups.choosing import choose_second_place
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words


class SecondPlace(QWidget):
    """Where each day's copy goes, too.

    Signals: `chosen` after another place was chosen, or none.
    """

    chosen = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._told = label("", "small", "muted")
        self._told.setObjectName("second-place")
        self._choose = Button(look.wording("Choose a second place…"), "choose-second-place")
        self._none = Button(look.wording("No second place"), "no-second-place", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._choose)
        row.addWidget(self._none)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(look.wording("A second place"), "strong"))
        column.addWidget(self._told)
        column.addLayout(row)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._none.clicked.connect(partial(self._save, None))
        self.show_place()

    def show_place(self) -> None:
        """Say where it is, and whether it is there."""
        say, place = self._look.wording, self._desk.workspace.backups.places.second
        self._none.setVisible(bool(place))
        if not place:
            words = say(
                "A disk can break and a laptop can be stolen: let each day's copy also go to a stick."
            )
            show_words(self._told, words, "muted")
        elif not _is_there(place):
            words = say(
                "{place} is not there today. Plug it in: the newest copy goes there automatically.",
                place=place,
            )
            show_words(self._told, words, "warn")
        else:
            show_words(self._told, say("Each day's copy also goes to {place}", place=place), "muted")

    def _on_choose_clicked(self) -> None:
        place = choose_second_place(self, self._look)
        if place is not None:
            self._save(place)

    def _save(self, place: Path | None, _is_checked: object = None) -> None:
        if self._desk.save_outside(partial(self._desk.workspace.backups.choose_second_place, place)):
            self.show_place()
            self._choose.setFocus()
            self.chosen.emit()


def _is_there(place: str) -> bool:
    """A stick that was pulled out, or a network that is gone, may answer with an error of its own."""
    try:
        return Path(place).is_dir()
    except OSError:
        return False
