"""What the page that prints looks like: buttons above, pages below them, and beside these what leaves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.content.brand import Brand
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.editions.contacts_card import ContactsCard
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, scrolled, show_words
from desktop.ui.printed.consent_card import ConsentCard
from desktop.ui.printed.copy_choice import CopyChoice
from desktop.ui.printed.preview import Preview
from desktop.ui.printed.share_card import ShareCard
from desktop.ui.questions.card_face import RING

_WIDE = 900  # pixels of the page from which all options stand beside the pages
_COLUMN = 354


class PrintFrame:
    """The widgets of the page, put in their places; where there is little room, a fold opens the options."""

    def __init__(self, desk: Desk, look: Look, page: QWidget) -> None:
        self._wording = look.wording
        self._tokens = look.tokens
        say = look.wording
        self.save = self._button(Button(say("Save as…"), "save-pdf", "primary"), "save")
        self.print = self._button(Button(say("Print…"), "print-pdf"), "report")
        self.open = self._button(Button(say("Open in viewer"), "open-pdf"), "external")
        self.editable = self._button(Button(say("Editable copy…"), "save-copy", "quiet"), "file")
        self.stop = Button(say("Stop"), "stop-printing", "quiet")
        self.preview = Preview(look)
        self.choice = CopyChoice(look)
        self.consent = ConsentCard(desk, look)
        self.sharing = ShareCard(desk, look)
        self._state = label("", "small", "muted")
        self._fold = Disclosure("", "options-fold", look)
        self._options = self._options_column(desk.workspace.library.brand, look)
        self._is_wide = True
        self._build(page)
        self._fold.toggled.connect(self._options.setVisible)
        self.choice.chosen.connect(self._show_fold)

    def say(self, words: str) -> None:
        """What happens, or happened last."""
        show_words(self._state, words, "muted")
        self._show_fold()

    def warn(self, words: str) -> None:
        """What did not happen."""
        show_words(self._state, words, "warn")

    def allow_saving(self) -> None:
        """There is a plan to save."""
        self.save.setEnabled(True)
        self.editable.setEnabled(True)

    def allow_paper(self, *, is_there: bool) -> None:
        """There is a document to print and to open, or none at the moment."""
        self.print.setEnabled(is_there)
        self.open.setEnabled(is_there)

    def leaf(self, pages: int) -> None:
        """Scroll by so many screens, back where negative."""
        bar = self._pages.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def fit(self, width: int) -> None:
        """Options beside the pages, or behind the fold."""
        self._is_wide = width >= _WIDE
        self._fold.setVisible(not self._is_wide)
        self._options.setVisible(self._is_wide or self._fold.isChecked())

    def _button(self, button: Button, picture: str) -> Button:
        is_primary = button.property("kind") == "primary"
        button.setIcon(icon(picture, self._tokens.on_accent if is_primary else self._tokens.ink))
        button.setEnabled(False)
        return button

    def _build(self, page: QWidget) -> None:
        self._state.setObjectName("report-state")
        self.stop.hide()
        self._pages, inside = scrolled((40, 4, 30, 28), 0)
        self._pages.setObjectName("preview-area")
        inside.addWidget(self.preview)
        inside.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._pages, 1)
        below.addWidget(self._options)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(self._line())
        column.addLayout(below, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(40, 24, 40, 4)
        head.setSpacing(10)
        head.addWidget(label(self._wording("Your plan on paper"), "title", wraps=False), 1)
        for button in (self.save, self.print, self.open):
            head.addWidget(button)
        return head

    def _line(self) -> QVBoxLayout:
        """What happens, the rarer copy, and the fold."""
        line = QHBoxLayout()
        line.addWidget(self._state, 1)
        line.addWidget(self.stop)
        line.addWidget(self.editable)
        lines = QVBoxLayout()
        lines.setContentsMargins(40, 0, 40, 8)
        lines.setSpacing(0)
        lines.addLayout(line)
        lines.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        return lines

    def _options_column(self, brand: Brand | None, look: Look) -> QScrollArea:
        area, inside = scrolled((12, 4, 28, 28), 16)
        area.setObjectName("options-area")
        area.setFixedWidth(_COLUMN)
        inside.addWidget(self.choice)
        below = QVBoxLayout()
        below.setContentsMargins(RING, 0, RING, 0)  # as wide as the cards of the choice
        below.setSpacing(16)
        below.addWidget(self.sharing)
        below.addWidget(self.consent)
        if brand is not None:
            below.addWidget(ContactsCard(brand, look, columns=1))
        inside.addLayout(below)
        inside.addStretch(1)
        return area

    def _show_fold(self) -> None:
        self._fold.setText(self.choice.in_words())
