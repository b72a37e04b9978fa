"""The card that brings a laptop's folder back: opened, looked at, chosen in, brought back, wiped."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.laptops.standings import Standings
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words
from desktop.ui.safety.secret_field import SecretField
from desktop.workspace.conflict_words import ConflictWords
from desktop.workspace.laptop_words import wiped_words
from desktop.workspace.laptops import Laptops
from desktop.workspace.returning_laptop import SETTLED, Choices, Returning, ReturningLaptop


class ReturnCard(QFrame):
    """A folder and its passphrase; then every company with what became of it.

    Signals: `returned` after something came back, `turned` with what must be seen of another page of choices.
    """

    returned = Signal()
    turned = Signal(object)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = say = look.wording
        self._folder: Path | None = None
        self._words: ConflictWords | None = None
        self.setProperty("kind", "card")
        self._choose = Button(say("Choose the laptop's folder…"), "choose-returning-folder")
        self._where = label("", "small", "muted")
        self._secret = SecretField(say, "laptop-passphrase", say("Passphrase, or recovery code"))
        self._look = Button(say("Look what comes back"), "look-at-laptop")
        self._standings = Standings(look)
        self._bring = Button(say("Bring back"), "bring-back", "primary")
        self._wipe = Button(say("Wipe the folder"), "wipe-laptop")
        self._state = label("", "small", "muted")
        self._state.setObjectName("return-state")
        self._state.hide()
        self._working = Operation(self, is_lasting=True)
        self._wiping = Operation(self, is_lasting=True)
        self._build()
        self._connect()
        self._show_ready()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self._wording("Bring companies back"), "heading"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._choose)
        first.addWidget(self._where, 1)
        second.addWidget(self._secret, 1)
        second.addWidget(self._look)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._standings)
        row = QHBoxLayout()
        row.addWidget(self._bring)
        row.addWidget(self._wipe)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._state)
        self._hide_found()

    def _hide_found(self) -> None:
        self._standings.hide()
        self._bring.hide()
        self._wipe.hide()

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose_clicked)
        self._secret.written.connect(self._show_ready)
        self._secret.entered.connect(self._on_look_clicked)
        self._look.clicked.connect(self._on_look_clicked)
        self._standings.chosen.connect(self._show_ready)
        self._standings.turned.connect(self.turned)
        self._bring.clicked.connect(self._on_bring_clicked)
        self._wipe.clicked.connect(self._on_wipe_clicked)
        self._working.succeeded.connect(self._on_looked)
        self._working.failed.connect(self._on_failed)
        self._wiping.succeeded.connect(self._on_wiped)
        self._wiping.failed.connect(self._on_failed)

    def use_folder(self, folder: Path) -> None:
        """Bring this folder back."""
        self._folder = folder
        self._where.setText(str(folder))
        self._show_ready()
        self._secret.setFocus()

    def _on_choose_clicked(self) -> None:
        title = self._wording("The folder that was taken along")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self.use_folder(Path(chosen))

    def _show_ready(self) -> None:
        is_free = not (self._working.is_running or self._wiping.is_running)
        self._look.setEnabled(is_free and self._folder is not None and bool(self._secret.text()))
        self._bring.setEnabled(is_free and self._standings.is_ready)

    def _on_look_clicked(self) -> None:
        if self._look.isEnabled() and self._folder is not None:
            laptops = self._desk.workspace.laptops
            self._start(partial(_looked, laptops, self._folder, self._secret.text()))

    def _on_bring_clicked(self) -> None:
        if self._folder is not None:
            wanted = self._standings
            work = _Bringing(self._folder, self._secret.text(), wanted.choices(), wanted.made_again())
            self._start(partial(work.run, self._desk.workspace.laptops, wanted.left_out()))

    def _start(self, work: object) -> None:
        self._say(self._wording("One moment: the companies are being compared…"), "muted")
        self._secret.setFocus()  # else the button, disabled, hands the keyboard to the page's end
        self._working.start(work)  # type: ignore[arg-type]
        self._show_ready()

    def _on_looked(self, value: object) -> None:
        found = [each for each in value if isinstance(each, Returning)] if isinstance(value, tuple) else []
        say = self._wording
        self._words = self._words or ConflictWords(self._desk.workspace.library, say)
        is_back = all(each.kind in SETTLED for each in found)
        self._standings.show_companies(found, self._words)
        self._standings.show()
        self._bring.setVisible(not is_back)
        self._wipe.setVisible(is_back)
        self._say(self._back_words(found) if is_back else "", "good")
        self._show_ready()
        self.returned.emit()

    def _back_words(self, found: Sequence[Returning]) -> str:
        names = ", ".join(each.name for each in found if each.kind == "left-out")
        if names:
            return self._wording("All the rest is back on the server; left out: {names}.", names=names)
        return self._wording("Everything is back on the server.")

    def _on_failed(self, error: object) -> None:
        self._say(self._wording.tell(sentence_of(error)), "warn")
        self._show_ready()

    def _on_wipe_clicked(self) -> None:
        if self._folder is not None:
            laptops = self._desk.workspace.laptops
            self._wiping.start(partial(_wiped, laptops, self._folder, self._secret.text()))

    def _on_wiped(self, left: object) -> None:
        names = left if isinstance(left, tuple) else ()
        words = wiped_words(self._folder or Path(), names, self._wording)
        self._folder = None
        self._where.clear()
        self._secret.clear()
        self._hide_found()
        self._say(words, "good")
        self._show_ready()
        self._choose.setFocus()

    def _say(self, words: str, tone: Tone) -> None:
        show_words(self._state, words, tone)
        self._state.setVisible(bool(words))


class _Bringing:
    """What was chosen, for a worker thread."""

    def __init__(self, folder: Path, secret: str, choices: Choices, made_again: frozenset[str]) -> None:
        self._folder, self._secret = folder, secret
        self._choices, self._made_again = choices, made_again

    def run(self, laptops: Laptops, left_out: frozenset[str]) -> tuple[Returning, ...]:
        """Bring all of them back, and look anew."""
        laptop = laptops.bring_back(self._folder, self._secret)
        try:
            for uuid in left_out:
                laptop.leave_out(uuid)
            laptop.bring([each.uuid for each in laptop.look()], self._choices, self._made_again)
            return laptop.look()
        finally:
            laptop.close()


def _looked(laptops: Laptops, folder: Path, secret: str) -> tuple[Returning, ...]:
    laptop = laptops.bring_back(folder, secret)
    try:
        return laptop.look()
    finally:
        laptop.close()


def _wiped(laptops: Laptops, folder: Path, secret: str) -> tuple[str, ...]:
    laptop: ReturningLaptop = laptops.bring_back(folder, secret)
    try:
        return laptop.wipe()
    finally:
        laptop.close()
