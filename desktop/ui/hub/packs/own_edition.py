"""A hub's own edition: its folder, what is wrong in it, and the signed file to hand out."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.editions.words import why
from desktop.ui.hub.packs.beginning import ask_for_new, choose_existing
from desktop.ui.hub.packs.problem_rows import ProblemRows
from desktop.ui.hub.packs.words import checked_words, made_words
from desktop.ui.hub.packs.working import Made, checked, made, prepared, written
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words

if TYPE_CHECKING:
    from desktop.exchange.packs.checking import CheckedPack


class OwnEdition(QFrame):
    """From a folder to a file, step by step; nothing is signed that has errors."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("own-edition")
        self._desk, self._look = desk, look
        self._folder = _known_folder(desk)
        self._file: Path | None = None  # what was made of it
        say = look.wording
        self._new = Button(say("New edition…"), "new-own-edition")
        self._choose = Button(say("Open its folder…"), "open-own-edition")
        self._check = Button(say("Check"), "check-own-edition")
        self._make = Button(say("Make the file…"), "make-own-edition", "primary")
        self._stick = Button(say("Prepare a stick…"), "prepare-stick")
        self._where, self._said = label("", "small"), label("", "small", "muted")
        self._problems = ProblemRows(look)
        self._working = Operation(self)
        self._writing = Operation(self, is_lasting=True)
        self._build()
        self._connect()
        self._show_folder()

    def _build(self) -> None:
        say = self._look.wording
        self._said.setObjectName("own-edition-said")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(say("Your own edition"), "heading"))
        words = say(
            "A folder holds your brand, contacts, questions, courses and funding. Sestante checks it, signs "
            "it with the key of this desk, and makes one file of it that firms can install."
        )
        column.addWidget(label(words, "small", "muted"))
        column.addWidget(self._where)
        for buttons in ((self._new, self._choose), (self._check, self._make, self._stick)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self._problems)

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new)
        self._choose.clicked.connect(self._on_choose)
        self._check.clicked.connect(self._on_check)
        self._make.clicked.connect(self._on_make)
        self._stick.clicked.connect(self._on_stick)
        self._working.succeeded.connect(self._on_worked)
        self._working.failed.connect(self._on_failed)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failed)

    def _show_folder(self) -> None:
        """The buttons that need a folder are there with one."""
        say, folder = self._look.wording, self._folder
        self._where.setText("" if folder is None else say("Folder: {folder}", folder=folder))
        self._where.setVisible(folder is not None)
        for button in (self._check, self._make):
            button.setVisible(folder is not None)
        self._stick.setVisible(self._file is not None)
        self._said.hide()
        self._problems.hide()

    def _go_to(self, folder: Path) -> None:
        """Remember the folder, and check it at once."""
        self._folder, self._file = folder, None
        self._desk.save_outside(partial(_remember, self._desk, folder))
        self._show_folder()
        self._on_check()

    def _on_new(self) -> None:
        ask_for_new(self, self._look, self._begin)

    def _begin(self, name: str, folder: Path) -> None:
        self._writing.start(partial(written, name, folder))

    def _on_choose(self) -> None:
        if (folder := choose_existing(self, self._look)) is not None:
            self._go_to(folder)

    def _on_check(self) -> None:
        if self._folder is not None:
            self._say(self._look.wording("The folder is being checked…"))
            self._working.start(partial(checked, self._folder))

    def _on_make(self) -> None:
        if self._folder is None:
            return
        say = self._look.wording
        start = str(Path.home() / f"{self._folder.name}.sestante-pack")
        kinds = say("Editions of hubs") + " (*.sestante-pack)"
        chosen, _ = QFileDialog.getSaveFileName(self, say("Save the edition as…"), start, kinds)
        if chosen:
            path = Path(chosen)
            target = path if path.suffix == ".sestante-pack" else path.with_name(f"{path.name}.sestante-pack")
            self._say(say("The edition is being made…"))
            self._writing.start(partial(made, self._desk.workspace.packs, self._folder, target))

    def _on_stick(self) -> None:
        say = self._look.wording
        if self._file is None:
            return
        chosen = QFileDialog.getExistingDirectory(self, say("Stick, or a folder for it"), str(Path.home()))
        if chosen:
            self._writing.start(partial(prepared, Path(chosen), self._file))

    def _on_worked(self, found: object) -> None:
        from desktop.exchange.packs.checking import CheckedPack

        if isinstance(found, CheckedPack):
            self._show_checked(found)

    def _show_checked(self, found: "CheckedPack") -> None:
        if self._folder is None:
            return
        errors, warnings = found.errors, len(found.problems) - found.errors
        self._say(checked_words(errors, warnings, self._look.wording), "warn" if errors else "good")
        self._problems.show_problems(self._folder, found.problems)
        self._problems.setVisible(bool(found.problems))

    def _on_written(self, what: object) -> None:
        if isinstance(what, Path):
            self._go_to(what)
        elif isinstance(what, Made):
            self._file = what.path if what.fingerprint else self._file
            self._show_folder()
            self._say(made_words(what, self._look.wording), "good")
        else:
            self._on_worked(what)

    def _on_failed(self, error: object) -> None:
        self._say(self._look.wording.tell(why(error)), "warn")

    def _say(self, words: str, tone: Tone = "muted") -> None:
        show_words(self._said, words, tone)
        self._said.show()


def _known_folder(desk: Desk) -> Path | None:
    """The folder of last time, if it is still there."""
    kept = desk.workspace.preferences.read().own_edition
    return Path(kept) if kept and Path(kept).is_dir() else None


def _remember(desk: Desk, folder: Path) -> None:
    book = desk.workspace.preferences
    book.save(replace(book.read(), own_edition=str(folder)))
