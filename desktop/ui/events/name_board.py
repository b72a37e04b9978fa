"""The screen on which a visitor leaves name and contact, below the eyes of the text that is agreed to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.content.company import without_controls
from desktop.content.consent import with_hub
from desktop.text import Wording
from desktop.ui.events.big import LEAST, SIDE, Bar, big_button, big_words, board
from desktop.ui.fields import line_field
from desktop.ui.fonts import font
from desktop.ui.look import Look
from desktop.ui.pieces import card, scrolled
from desktop.ui.tick import Tick
from desktop.workspace.events import Stand, VisitorContact

_SENSITIVE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class NameBoard(QWidget):
    """Four fields, the text, a tick.

    Signals: `agreed` carries a VisitorContact; `closed` back to the result.
    """

    agreed = Signal(object)
    closed = Signal()

    def __init__(self, stand: Stand, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-name-board")
        self._stand = stand
        self._look = look
        say = look.wording
        self._company = self._field("visitor-company", say("Name of your firm"))
        self._name = self._field("visitor-name", say("Your name"))
        self._email = self._field("visitor-email", say("Email"))
        self._phone = self._field("visitor-phone", say("Telephone"))
        self._tick = Tick(say("I have read the text and agree"), "visitor-agrees", look)
        self._trouble = big_words("", 15, look, "warn")
        self._back = big_button(say("Back to the result"), "stand-back", look)
        self._done = big_button(say("Put me on the list"), "stand-enlist", look, "primary")
        self._build()
        self._connect()
        self.setFocusProxy(self._company)

    def show_trouble(self, words: str) -> None:
        """Say what is missing, or went wrong."""
        self._trouble.setText(words)
        self._trouble.show()

    def _field(self, name: str, says: str) -> QLineEdit:
        made = line_field(name, says)
        made.setFont(font(self._look.pixels(17)))
        made.setMinimumHeight(LEAST)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        made.setInputMethodHints(_SENSITIVE)
        return made

    def _build(self) -> None:
        say, look = self._look.wording, self._look
        bar = Bar()
        bar.left.addWidget(self._back)
        bar.right.addWidget(self._done)
        column = board(self, bar, margins=(SIDE, 12))
        column.addWidget(big_words(say("Leave your name with the hub"), 28, look, is_strong=True))
        row = QHBoxLayout()
        row.setSpacing(28)
        fields = QVBoxLayout()
        fields.setSpacing(10)
        for field in (self._company, self._name):
            fields.addLayout(self._told(field))
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for field in (self._email, self._phone):
            ways.addLayout(self._told(field), 1)
        fields.addLayout(ways)
        self._tick.setFont(font(look.pixels(16)))
        self._tick.setMinimumHeight(LEAST)
        fields.addWidget(self._tick)
        fields.addWidget(self._trouble)
        fields.addStretch(1)
        self._trouble.setObjectName("visitor-trouble")
        self._trouble.hide()
        row.addLayout(fields, 4)
        row.addWidget(self._text(), 5)
        column.addLayout(row, 1)

    def _told(self, field: QLineEdit) -> QVBoxLayout:
        """A field below its name, which is still there when something is written."""
        told, pair = big_words(field.accessibleName(), 15, self._look, "muted"), QVBoxLayout()
        told.setBuddy(field)
        pair.setSpacing(3)
        pair.addWidget(told)
        pair.addWidget(field)
        return pair

    def _text(self) -> QWidget:
        form, language = self._stand.library.consent, self._look.wording.language
        hub = hub_words(self._stand, self._look.wording)
        frame, outer = card(margin=0, spacing=0)
        area, column = scrolled((20, 16, 20, 16), 6)
        area.setObjectName("visitor-consent")
        outer.addWidget(area)
        text, look = form.text(language), self._look
        version = look.wording("Version {version} of the text", version=form.version)
        column.addWidget(big_words(text.title, 17, look, is_strong=True))
        column.addWidget(big_words(f"{version}. {text.lead}", 14, look, "muted"))
        for part in (*form.parts(language, "sections"), *form.parts(language, "purposes")):
            column.addSpacing(4)
            column.addWidget(big_words(part.title, 14, look, is_strong=True))
            column.addWidget(big_words(with_hub(part.text, hub), 14, look, "muted"))
        column.addStretch(1)
        return frame

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._done.clicked.connect(self._on_done)
        for field in (self._company, self._name, self._email, self._phone):
            field.returnPressed.connect(self._on_return)
            field.textEdited.connect(self._on_edited)

    def _on_edited(self, _: str) -> None:
        self._trouble.hide()

    def _on_return(self) -> None:
        self.focusNextChild()

    def _on_done(self) -> None:
        say = self._look.wording
        fields = (self._company, self._name, self._email, self._phone)
        company, name, email, phone = (_kept(field.text()) for field in fields)
        if not company:
            self._ask(self._company, say("Write the name of your firm."))
        elif not email and not phone:
            self._ask(self._email, say("Write an email address or a telephone number."))
        elif email and not _is_address(email):
            self._ask(self._email, say("This is not an email address. Correct it, or leave it empty."))
        elif not self._tick.isChecked():
            self._ask(self._tick, say("Tick that you agree; without that your name stays with you."))
        else:
            self.agreed.emit(VisitorContact(company=company, name=name, email=email, phone=phone))

    def _ask(self, field: QWidget, words: str) -> None:
        self.show_trouble(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def hub_words(stand: Stand, wording: Wording) -> str:
    """Who gets the name, as far as that is known."""
    entry = stand.library.network.hubs.get(stand.hub.hub)
    if stand.brand is not None:
        return stand.brand.name
    return wording("the hub of this stand") if entry is None else entry.name


def _kept(text: str) -> str:
    """Without what cannot be kept: control characters, and halves of characters that a paste may bring."""
    return without_controls(text).encode("utf-8", "ignore").decode("utf-8")


def _is_address(text: str) -> bool:
    before, at, after = text.partition("@")
    return bool(before and at and "." in after.strip(".") and " " not in text)
