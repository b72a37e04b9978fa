"""The rail on the left: product, company, the five steps with the sections being asked, the promise."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.text import LANGUAGES
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, icon_button, label
from desktop.ui.rail_head import rail_head
from desktop.ui.rail_item import RailItem
from desktop.ui.rail_sections import RailSections, SectionMark
from desktop.ui.rounds.chooser import RoundChooser
from desktop.ui.turn_buttons import TurnButtons
from desktop.ui.window import BRAND_STRIPE, RAIL_WIDTH

if TYPE_CHECKING:
    from desktop.storage import CompanyRound

_PROMISED_FROM = 680  # pixels of height
_NAME_WIDTH = 190  # pixels for the company, in two lines at most
STEPS = ("company", "questions", "results", "plan", "report")


class Rail(QFrame):
    """The rail.

    Signals: `page_requested` carries the name of a page, `section_requested` a `questionnaire/section`,
    `round_chosen` the id of a round, `language_chosen` a language code, `theme_switched`, `lock_requested`,
    `undo_pressed` and `redo_pressed` nothing.
    """

    page_requested = Signal(str)
    section_requested = Signal(str)
    round_chosen = Signal(int)
    language_chosen = Signal(str)
    theme_switched = Signal()
    undo_pressed = Signal()
    redo_pressed = Signal()
    lock_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._tokens = look.tokens
        self._company = label("", "small", "muted")
        self._company.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._others = label("", "caption", "accent")
        self._others.setObjectName("others-here")
        self._others.hide()
        self._items: dict[str, RailItem] = {}
        self._sections = RailSections(look)
        self._rounds = RoundChooser(look)
        self._build()
        self._connect()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A hub's edition begins with a line of its colour."""
        super().paintEvent(event)
        if self._look.brand is not None:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width() - 1, BRAND_STRIPE, QColor(self._tokens.accent))
            painter.end()

    def show_company(self, name: str) -> None:
        """The name of the company on the desk, or why there is none."""
        text = name
        metrics = self._company.fontMetrics()
        breaks = max(map(metrics.horizontalAdvance, text.split()), default=0) <= _NAME_WIDTH
        room = round(1.7 * _NAME_WIDTH) if breaks else _NAME_WIDTH
        self._company.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._company.setToolTip(text if self._company.text() != text else "")

    def show_others(self, names: "Sequence[str]") -> None:
        """Who else has the company open, at another desk."""
        say, text = self._wording, ""
        if names:
            text = say("{name} is here too", name=names[0])
        if len(names) > 1:
            text = say.plural(
                "{name} and somebody else are here",
                "{name} and {count} more are here",
                len(names) - 1,
                name=names[0],
            )
        metrics = self._others.fontMetrics()
        self._others.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(1.7 * _NAME_WIDTH)))
        self._others.setToolTip(", ".join(names))
        self._others.setVisible(bool(names))

    def show_rounds(self, rounds: "Sequence[CompanyRound]", current: int, page: str) -> None:
        """The rounds of the company on the desk; nothing where there is only one."""
        self._rounds.show_rounds(rounds, current, is_comparing=page == "comparison")

    def show_home(self, *, is_there: bool, is_current: bool) -> None:
        """Whether there are several companies to choose from, and whether their list is shown."""
        self._home.setVisible(is_there)
        self._home.setChecked(is_current)

    def show_hub(self, *, is_there: bool, is_current: bool) -> None:
        """Whether the desk is a hub's, and whether that is shown."""
        self._hub.setVisible(is_there)
        self._hub.setChecked(is_current)

    def hide_steps(self) -> None:
        """Show no way to a company, for who sees figures alone."""
        for item in self._items.values():
            item.hide()

    def show_due(self, count: int, *, is_current: bool) -> None:
        """How much is due by the end of this week; the way there is shown where something is."""
        self._due.show_count(count)
        self._due.setVisible(count > 0 or is_current)
        self._due.setChecked(is_current)

    def show_trouble(self, words: str) -> None:
        """Mark the way to the settings, where something waits to be put right; empty for nothing."""
        colour = self._tokens.warn if words else self._tokens.muted
        self._settings.setIcon(icon("settings", colour))
        self._settings.setToolTip(words or self._wording("Settings"))

    def show_lock(self, *, is_there: bool) -> None:
        """Whether there is a passphrase to lock the workspace with."""
        self._lock.setVisible(is_there)

    def show_steps(self, current: str | None, *, has_case: bool) -> None:
        """Which page is shown; without a case only the first step can be taken."""
        for step, item in self._items.items():
            item.setChecked(step == current)
            item.setEnabled(has_case or step == "company")
        self._past_row.setVisible(has_case)

    def show_sections(self, marks: Sequence[SectionMark]) -> None:
        """The sections under the step of the questions; kept as they are where only the counts differ."""
        self._sections.show_marks(marks)

    def _build(self) -> None:
        self.setProperty("kind", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 18, 14, 14)
        column.setSpacing(10)
        column.addLayout(rail_head(self._look, self._company, self._others))
        column.addWidget(self._rounds)
        steps = QVBoxLayout()
        steps.setContentsMargins(0, 2, 0, 2)
        steps.setSpacing(1)
        self._home = RailItem(self._wording("All companies"), "home", self._tokens, icon_name="home")
        self._home.hide()
        steps.addWidget(self._home)
        self._hub = RailItem(self._wording("Hub"), "to-hub", self._tokens, icon_name="hub")
        self._hub.hide()
        steps.addWidget(self._hub)
        self._due = RailItem(self._wording("Due"), "to-due", self._tokens, icon_name="clock")
        self._due.hide()
        steps.addWidget(self._due)
        for step, text in zip(STEPS, self._step_texts(), strict=True):
            item = RailItem(text, f"step-{step}", self._tokens, icon_name=step)
            self._items[step] = item
            steps.addWidget(item)
            if step == "questions":
                steps.addWidget(self._sections)
        column.addLayout(steps)
        column.addStretch(1)
        column.addWidget(self._past())
        self._lock = RailItem(self._wording("Lock"), "lock-now", self._tokens, icon_name="lock")
        self._lock.setToolTip(self._wording("Close the data until the passphrase is typed (Ctrl+L)"))
        self._lock.setCheckable(False)
        self._lock.hide()
        column.addWidget(self._lock)
        column.addWidget(self._promise())
        column.addLayout(self._switches())

    def _step_texts(self) -> tuple[str, ...]:
        return (
            self._wording("Company"),
            self._wording("Questions"),
            self._wording("Results"),
            self._wording("Plan"),
            self._wording("Print"),
        )

    def _past(self) -> QWidget:
        """What was done: turned round, or told."""
        self._turns = TurnButtons(self._look, "rail")
        self._history = Button(self._wording("History"), "rail-history", "fold")
        self._history.setIcon(icon("history", self._tokens.accent, 16))
        self._past_row = QWidget()
        row = QHBoxLayout(self._past_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._turns)
        row.addStretch(1)
        row.addWidget(self._history)
        return self._past_row

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the promise makes room for the sections."""
        super().resizeEvent(event)
        self._promised.setVisible(self.height() >= _PROMISED_FROM)

    def _promise(self) -> QWidget:
        mark = QLabel()
        mark.setPixmap(icon("lock", self._tokens.muted, 16).pixmap(QSize(16, 16)))
        words = self._wording("Everything stays on this computer. Nothing is sent over the internet.")
        self._promise_text = text = label(words, "caption", "muted")
        text.setObjectName("promise")
        self._promised = QWidget()
        row = QHBoxLayout(self._promised)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return self._promised

    def show_server(self, address: str) -> None:
        """The promise of a workspace that is on a server, instead of that of this computer's own."""
        words = self._wording("Companies are on the hub's own server. Nothing is sent anywhere else.")
        self._promise_text.setText(words)
        self._promise_text.setToolTip(address)

    def _switches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for code, name in LANGUAGES.items():
            button = Button(name, f"language-{code}", "tab")
            button.setCheckable(True)
            button.setChecked(code == self._wording.language)
            button.clicked.connect(partial(self.language_chosen.emit, code))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        says = self._wording("Light colours") if self._tokens.is_dark else self._wording("Dark colours")
        picture = "sun" if self._tokens.is_dark else "moon"
        self._theme = icon_button(picture, self._tokens, name="theme-switch", says=says)
        row.addWidget(self._theme)
        words = self._wording("Settings")
        self._settings = icon_button("settings", self._tokens, name="to-settings", says=words)
        row.addWidget(self._settings)
        return row

    def _connect(self) -> None:
        self._theme.clicked.connect(self._on_theme_clicked)
        self._settings.clicked.connect(partial(self.page_requested.emit, "settings"))
        self._lock.clicked.connect(self.lock_requested)
        self._home.clicked.connect(partial(self.page_requested.emit, "welcome"))
        self._hub.clicked.connect(partial(self.page_requested.emit, "hub"))
        self._history.clicked.connect(partial(self.page_requested.emit, "history"))
        self._turns.undo_pressed.connect(self.undo_pressed)
        self._turns.redo_pressed.connect(self.redo_pressed)
        self._due.clicked.connect(partial(self.page_requested.emit, "due"))
        self._rounds.round_chosen.connect(self.round_chosen)
        self._rounds.comparison_wanted.connect(partial(self.page_requested.emit, "comparison"))
        self._sections.section_requested.connect(self.section_requested)
        for step, item in self._items.items():
            item.clicked.connect(partial(self.page_requested.emit, step))

    def _on_theme_clicked(self) -> None:
        self.theme_switched.emit()
