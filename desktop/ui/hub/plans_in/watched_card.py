"""The folder that is watched: which one, looking again for what is new, another one, or none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, card, label


class WatchedCard(QWidget):
    """A card with one line and its buttons.

    Signals: `began` when looking again has begun.
    """

    began = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = say = look.wording
        self._folder: Path | None = None
        self._name = label("", "strong")
        self._told = label("", "small", "muted")
        self._again = Button(say("Look for new files"), "look-again")
        self._choose = Button("", "choose-watched", "quiet")
        self._stop = Button(say("Watch no more"), "watch-no-more", "quiet")
        self._build()
        self._again.clicked.connect(self._on_again)
        self._choose.clicked.connect(self._on_choose)
        self._stop.clicked.connect(partial(self._watch, None))
        self._show()

    def tell_end(self) -> None:
        """Say that nothing was new, where looking again brought nothing."""
        run = self._desk.arrivals.run
        if run is None or run.paths is not None or run.error is not None:
            self._show()
        elif not run.outcomes and not run.others:
            self._told.setText(self._wording("Nothing new since last time."))

    def _build(self) -> None:
        self._told.setObjectName("watched-told")
        frame, inside = card(margin=16, spacing=4)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self._stop, self._choose, self._again):
            row.addWidget(button)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def _show(self) -> None:
        say = self._wording
        self._folder = folder = self._desk.workspace.hub.plans_in.watched
        self._name.setText(
            say("Watched folder: {name}", name=folder.name or str(folder))
            if folder
            else say("Watched folder")
        )
        self._name.setToolTip(str(folder or ""))
        self._told.setText(
            say("Takes in what is new or was changed since last time.")
            if folder
            else say(
                "Choose the folder into which plans are put, such as a share; only what is new is taken in."
            )
        )
        self._choose.setText(say("Another folder…") if folder else say("Choose a folder…"))
        self._again.setVisible(folder is not None)
        self._stop.setVisible(folder is not None)

    def _on_again(self) -> None:
        if self._desk.arrivals.look_again(self._desk.workspace):
            self.began.emit()

    def _on_choose(self) -> None:
        first = str(self._folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self._wording("Folder to watch"), first)
        if chosen:
            self._watch(Path(chosen))

    def _watch(self, folder: Path | None) -> None:
        if self._desk.save_outside(partial(self._desk.workspace.hub.plans_in.watch, folder)):
            self._show()
