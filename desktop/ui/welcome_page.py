"""The first page: what this is, how long it takes, and the companies already begun."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.backups.bring_button import BringCopyButton
from desktop.ui.desk import Desk
from desktop.ui.editions.contacts_card import ContactsCard
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.name_button import NameButton
from desktop.ui.pieces import Button, at_left, card, label, scrolled
from desktop.ui.rights.past_notice import PastNotice

_WIDEST = 860


class WelcomePage(QWidget):
    """A welcome with one way on, and one way back to each company begun.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._tokens = look.tokens
        self._start = Button(look.wording("Start"), "start", "primary")
        self._look = look
        self._import = Button(look.wording("Import results…"), "import-results", "quiet")
        self._import.setIcon(icon("save", look.tokens.accent))
        self._bring = BringCopyButton(desk, look)
        self._last = Button(look.wording("What came in"), "last-import", "quiet")
        self._cases = [
            (summary, NameButton(summary.name, f"company-{summary.id}")) for summary in desk.workspace.cases()
        ]
        self._due = Button(look.wording("What is due"), "to-due-list", "quiet")
        self._several = Button(look.wording("Print several…"), "to-several", "quiet")
        self._build()
        self._connect()
        QTimer.singleShot(0, self._start, self._start.setFocus)

    def _build(self) -> None:
        self.setObjectName("welcome-page")
        area, inside = scrolled((56, 64, 56, 40), 14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._past = PastNotice(self._desk, self._look)
        inside.addLayout(at_left(self._past, _WIDEST))
        inside.addWidget(
            label(self._wording("Where does your business stand, and which way from here?"), "title")
        )
        lead = label(
            self._wording(
                "Sestante asks about your work in plain words, shows where you stand with digital "
                "technology, and makes a training plan that fits your time and budget."
            ),
            "body",
            "muted",
        )
        inside.addLayout(at_left(lead, _WIDEST))
        inside.addSpacing(8)
        inside.addLayout(at_left(self._facts(), _WIDEST))
        inside.addSpacing(8)
        brand = self._desk.workspace.library.brand
        self._start.setMinimumSize(150, 46)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for button in (self._start, self._import, self._bring, self._last, self._due):
            ways.addWidget(button)
        if self._desk.arrivals.run is None:
            self._last.hide()
        if not self._cases:
            self._due.hide()
        ways.addStretch(1)
        inside.addLayout(ways)
        if self._cases:
            inside.addSpacing(18)
            inside.addLayout(at_left(self._companies(), _WIDEST))
        if brand is not None:
            inside.addSpacing(18)
            words = self._wording("Questions, or a plan to look at together? Here you reach the hub.")
            inside.addLayout(at_left(ContactsCard(brand, self._look, words=words), _WIDEST))
        inside.addStretch(1)

    def _facts(self) -> QWidget:
        say = self._wording
        first = self._desk.workspace.offers.first_asked
        facts = QWidget()
        row = QHBoxLayout(facts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for picture, heading, sentence in (
            (
                "clock",
                say.plural("{count} question", "{count} questions", first.shown),
                " ".join(
                    (
                        say.plural(
                            "About {count} minute for a first look, then as deep as you like.",
                            "About {count} minutes for a first look, then as deep as you like.",
                            first.minutes_left,
                        ),
                        say(
                            "Stop whenever you like: every answer is saved, and you go on where you left off."
                        ),
                    )
                ),
            ),
            ("lock", *self._where_it_stays()),
            (
                "report",
                say("Three results"),
                say("Your digital maturity, a plan of courses, and a document for your local hub."),
            ),
        ):
            row.addWidget(self._fact(picture, heading, sentence), 1)
        return facts

    def _where_it_stays(self) -> tuple[str, str]:
        say = self._wording
        if self._desk.link is None:
            return (
                say("Without the internet"),
                say("No account, no registration: everything stays on this computer."),
            )
        return (
            say("On the hub's own server"),
            say("Everything is saved there. When it does not answer, go on: what you write is sent later."),
        )

    def _fact(self, picture: str, heading: str, sentence: str) -> QWidget:
        frame, column = card(margin=20, spacing=6)
        mark = QLabel()
        mark.setPixmap(icon(picture, self._tokens.accent, 26).pixmap(26, 26))
        column.addWidget(mark)
        column.addWidget(label(heading, "heading"))
        column.addWidget(label(sentence, "small", "muted"))
        column.addStretch(1)
        return frame

    def _companies(self) -> QWidget:
        frame, column = card(margin=22, spacing=6)
        head = QHBoxLayout()
        head.addWidget(label(self._wording("Or go on with a company"), "heading"), 1)
        head.addWidget(self._several)
        if len(self._cases) == 1:
            self._several.hide()
        column.addLayout(head)
        rounds = Counter(summary.name for summary, _ in self._cases)
        for summary, button in self._cases:
            row = QHBoxLayout()
            row.addWidget(button)
            changed = self._wording.date(summary.changed_at.date())
            day = self._wording("changed on {day}", day=changed)
            if rounds[summary.name] > 1:
                day = f"{summary.stage} · {day}"
            row.addWidget(label(day, "small", "muted", wraps=False))
            row.addStretch(1)
            column.addLayout(row)
        return frame

    def _connect(self) -> None:
        self._start.clicked.connect(self._on_start_clicked)
        self._past.page_requested.connect(self.page_requested)
        self._several.clicked.connect(partial(self.page_requested.emit, "several"))
        self._due.clicked.connect(partial(self.page_requested.emit, "due"))
        self._import.clicked.connect(self._on_import_clicked)
        self._last.clicked.connect(self._on_last_clicked)
        self._bring.page_requested.connect(self.page_requested)
        for summary, button in self._cases:
            button.clicked.connect(partial(self._on_company_clicked, summary.id))

    def _on_start_clicked(self) -> None:
        self._desk.clear()
        self.page_requested.emit("company")

    def _on_import_clicked(self) -> None:
        from desktop.ui.arrivals.choosing import take_in_chosen

        if take_in_chosen(self, self._desk, self._look):
            self.page_requested.emit("arrivals")

    def _on_last_clicked(self) -> None:
        self.page_requested.emit("arrivals")

    def _on_company_clicked(self, case_id: int) -> None:
        self._desk.open(case_id)
        self.page_requested.emit(self._desk.open_case.place.page)
