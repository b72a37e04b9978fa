"""The card of copies in the settings: take everything along, bring something back, the copies of each day."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.backups.choosing import choose_copy, choose_target
from desktop.ui.backups.kept_list import KeptList
from desktop.ui.backups.second_place import SecondPlace
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, rule, show_words
from desktop.workspace.backup_words import moment_words


class CopiesCard(QFrame):
    """What keeps the work safe where a laptop breaks, is stolen, or is changed for another one.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("copies-card")
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._last = label("", "small")
        self._save = Button(look.wording("Save a copy…"), "save-copy", "primary")
        self._bring = Button(look.wording("Restore from a file…"), "bring-copy")
        self._place = SecondPlace(desk, look)
        self._fold = Disclosure("", "kept-copies", look)
        self._kept = KeptList(look)
        self._saving = Operation(self, is_lasting=True)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        say = self._wording
        self._last.setObjectName("last-copy")
        self._kept.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(self._bring)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(say("Copies, and moving to another computer"), "heading"))
        words = say(
            "“Save a copy” takes everything along in one file: companies, answers, plans, photos, "
            "settings. On another computer, open Sestante and restore it there."
        )
        column.addWidget(label(words, "small", "muted"))
        column.addLayout(buttons)
        column.addWidget(self._last)
        column.addWidget(rule())
        column.addWidget(self._place)
        column.addWidget(rule())
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._kept)

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save_clicked)
        self._bring.clicked.connect(self._on_bring_clicked)
        self._place.chosen.connect(self._on_place_chosen)
        self._fold.toggled.connect(self._kept.setVisible)
        self._kept.restore_requested.connect(self._on_restore_requested)
        self._saving.succeeded.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)

    def _show(self) -> None:
        say, backups = self._wording, self._desk.workspace.backups
        kept, places = backups.kept(), backups.places
        self._fold.setText(
            say.plural(
                "{count} copy kept on this computer", "{count} copies kept on this computer", len(kept)
            )
        )
        self._kept.show_copies(kept)
        if backups.trouble is not None:
            self._tell(say.tell(backups.trouble), "warn")
        elif places.saved_at is not None:
            moment = moment_words(places.saved_at, say)
            self._tell(say("Last copy saved: {moment}, {path}", moment=moment, path=places.saved_to), "plain")
        else:
            self._tell(say("No copy has been saved outside this computer yet."), "plain")

    def _tell(self, words: str, tone: Tone) -> None:
        show_words(self._last, words, tone)

    def _on_save_clicked(self) -> None:
        backups = self._desk.workspace.backups
        target = choose_target(self, self._look, backups.places.saved_to)
        if target is not None:
            self._save.setEnabled(False)
            self._tell(self._wording("The copy is being written…"), "muted")
            self._saving.start(partial(backups.save, target))

    def _on_saved(self, _path: object) -> None:
        self._save.setEnabled(True)
        self._show()

    def _on_failed(self, error: object) -> None:
        self._save.setEnabled(True)
        self._tell(self._wording.tell(sentence_of(error)), "warn")

    def _on_place_chosen(self) -> None:
        self._saving.start(self._desk.workspace.backups.keep_daily)

    def _on_bring_clicked(self) -> None:
        path = choose_copy(self, self._look)
        if path is not None:
            self._on_restore_requested(path)

    def _on_restore_requested(self, path: Path) -> None:
        self._desk.recent.backup = path
        self.page_requested.emit("restore")
