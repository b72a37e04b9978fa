"""The result as a file: for whom it is sealed, and what was saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import SestanteError
from desktop.exchange.results.desk_key import CardError, DeskCard, read_card
from desktop.exchange.results.saving import find_card
from desktop.ui.desk import Desk
from desktop.ui.fields import ask_again, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words
from desktop.ui.tick import Tick

_LONGEST_CARD = 2000  # letters, with the blanks and lines of a mail around it


class ShareCard(QFrame):
    """Who may open the file, and the way to save it.

    Signals: `share_wanted` after the user asked for the file; `card()` then tells for whom it is sealed.
    """

    share_wanted = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._share = Button(look.wording("Share as file…"), "share-file")
        self._seal = Tick(look.wording("Seal for one hub"), "seal", look)
        self._field = line_field("hub-card", look.wording("The hub's card"), _LONGEST_CARD)
        self._choose = Button(look.wording("Choose its file…"), "choose-card", "quiet")
        self._advice = label("", "small", "muted")
        self._said = label("", "small")
        self._sealing = QWidget()
        self._build()
        self._connect()
        self._field.setText(desk.settings.now.sealed_for)
        self._show_card()

    def card(self) -> DeskCard | None:
        """The desk the file is sealed for, None for nobody; CardError where what stands there is no card."""
        return read_card(self._field.text()) if self._seal.isChecked() else None

    def ask_for_card(self, error: CardError) -> None:
        """Say why the card cannot be taken."""
        say = self._wording
        is_empty = not self._field.text().strip()
        words = (
            say("Put the hub's card here first, or remove the seal.")
            if is_empty
            else say.tell(error.sentence)
        )
        self.show_said("")
        ask_again(self._field, self._advice, words)
        show_words(self._advice, words, "warn")

    def show_ready(self) -> None:
        """From now on the file can be made."""
        self._share.setEnabled(True)

    def show_said(self, words: str, tone: Tone = "plain") -> None:
        """Say what became of the file."""
        show_words(self._said, words, tone)
        self._said.setVisible(bool(words))

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setObjectName("share-card")
        say = self._wording
        self._advice.setObjectName("card-advice")
        self._said.setObjectName("share-said")
        self._field.setPlaceholderText(say("Paste the hub's card here"))
        self._share.setEnabled(False)
        self._said.hide()
        inside = QVBoxLayout(self._sealing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._field)
        inside.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._advice)
        self._sealing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(say("As data"), "heading"))
        told = say("A file that the hub's Sestante reads, with what is chosen above.")
        for widget in (label(told, "small", "muted"), self._seal, self._sealing):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._share)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._said)

    def _connect(self) -> None:
        self._seal.toggled.connect(self._sealing.setVisible)
        self._field.textEdited.connect(self._show_card)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._share.clicked.connect(self.share_wanted)

    def _show_card(self, _: object = None) -> None:
        """The fingerprint as soon as the card is whole; what is wrong with it only when it is used."""
        say = self._wording
        try:
            desk = read_card(self._field.text()).fingerprint
        except CardError:
            told = say("Only that hub can open the file then. Ask it for its card.")
        else:
            told = say(
                "Desk {desk}. Compare with what the hub tells you, by telephone for example.", desk=desk
            )
        show_words(self._advice, told, "muted")

    def _on_choose_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._wording("Choose its file…"))
        if not chosen:
            return
        try:
            self._field.setText(find_card(chosen).text)
        except SestanteError as error:
            show_words(self._advice, self._wording.tell(error.sentence), "warn")
            return
        self._show_card()
