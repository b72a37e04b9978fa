"""One installed edition."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.exchange.packs.signing import fingerprint_of
from desktop.storage.pack_reader import InstalledPack
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.editions.words import installed_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class InstalledCard(QFrame):
    """Whose it is, its version and its fingerprint, and the way to remove it.

    Signals: `removal_wanted` carries the id of the pack, after the user agreed; `update_wanted` where
    there is a newer file to choose.
    """

    removal_wanted = Signal(str)
    update_wanted = Signal()

    def __init__(self, pack: InstalledPack, look: Look, *, is_resting: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"edition-{pack.id}")
        self._pack, self._look = pack, look
        self._remove = Button(look.wording("Remove…"), f"remove-{pack.id}")
        self._remove.setAccessibleName(look.wording("Remove the edition of {name}", name=pack.name))
        self._update = Button(look.wording("Update…"), f"update-{pack.id}")
        self._update.setAccessibleName(look.wording("Update the edition of {name}", name=pack.name))
        self._update.clicked.connect(self.update_wanted)
        self._remove.clicked.connect(self._on_remove)
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in self._lines(is_resting=is_resting):
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 18, 24, 18)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self._update)
        row.addWidget(self._remove)
        self.setFocusProxy(self._update)

    def _lines(self, *, is_resting: bool) -> list[QLabel]:
        say, pack = self._look.wording, self._pack
        print_words = say("Fingerprint {fingerprint}", fingerprint=fingerprint_of(pack.key))
        lines = [label(pack.name, "heading"), label(installed_words(pack, say), "small", "muted")]
        if pack.key:
            lines.append(label(print_words, "small", "muted"))
        if is_resting:
            words = say("It does not go with this Sestante and rests. Ask the hub for a newer one.")
            lines.append(label(words, "small", "warn"))
        return lines

    def _on_remove(self) -> None:
        say = self._look.wording
        sentences = (
            say("Its questions, courses, contacts and its look are no longer used."),
            say(
                "Answers that were given with it, and plans made with it, stay readable. You can install it "
                "again at any time."
            ),
        )
        heading = say("Remove the edition of {name}?", name=self._pack.name)
        dialog = AskingDialog(self, Asked(heading, say("Remove"), sentences), self._look, is_final=True)
        dialog.setObjectName("remove-edition")
        dialog.ask(self._agreed)

    def _agreed(self) -> None:
        self.removal_wanted.emit(self._pack.id)
