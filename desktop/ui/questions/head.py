"""Above a question: its section, ways to others, the mark for later, and in an interview who answers."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, icon_button, label
from desktop.ui.questions.saved_mark import SavedMark
from desktop.ui.questions.teller_field import TellerField
from desktop.ui.turn_buttons import TurnButtons

_NAME = 300  # pixels for the company


class QuestionsHead(QWidget):
    """The head of the page that asks; a person who answers alone sees the section and no more.

    Signals: `find_pressed`, `points_pressed`, `history_pressed`; `mark_toggled` and
    `interview_toggled` carry what is wanted, `teller_named` who answers; `undo_pressed`, `redo_pressed`.
    """

    find_pressed = Signal()
    points_pressed = Signal()
    history_pressed = Signal()
    mark_toggled = Signal(bool)
    interview_toggled = Signal(bool)
    teller_named = Signal(str)
    undo_pressed = Signal()
    redo_pressed = Signal()

    def __init__(self, look: Look, *, is_company: bool) -> None:
        super().__init__()
        self._look = look
        self._wording = say = look.wording
        self._section = label("", "body", "muted", wraps=False)
        self.why = Button(say("Why we ask"), "why-toggle", "quiet")
        self.saved = SavedMark(look)
        self.teller = TellerField(look)
        self._company = label("", "heading", wraps=False)
        self._turns = TurnButtons(look, "interview")
        self._end = Button(say("End the interview"), "end-interview", "quiet")
        self._mark = icon_button("flag", look.tokens, name="mark", says=say("Mark for later (Ctrl+M)"))
        self._find = icon_button("search", look.tokens, name="find", says=say("Find a question (Ctrl+K)"))
        self._points = icon_button("list", look.tokens, name="to-points", says=say("Open points (Ctrl+O)"))
        self._history = icon_button(
            "history", look.tokens, name="to-history", says=say("History of this question")
        )
        self._interview = icon_button(
            "talk",
            look.tokens,
            name="interview",
            says=say("Interview: larger letters, nothing else in sight"),
        )
        self._back_to_list = Button(say("Back to the open points"), "back-to-points", "quiet")
        self._strip = QFrame()
        self._build()
        self._connect()
        self._tools = (self._mark, self._find, self._points, self._history, self._interview)
        for tool in self._tools:
            tool.setVisible(is_company)

    def show_section(self, title: str) -> None:
        """Which section, or questionnaire, the page is at."""
        self._section.setText(title)

    def show_mark(self, *, is_marked: bool, is_possible: bool) -> None:
        """Whether the question shown is marked for later; at the end of a questionnaire nothing can be."""
        self._mark.setChecked(is_marked)
        self._mark.setEnabled(is_possible)
        picture = self._look.tokens.accent if is_marked else self._look.tokens.muted
        self._mark.setIcon(icon("flag", picture))

    def show_from_list(self, *, is_from_list: bool) -> None:
        """Whether the question was chosen among the open points, to which a button leads back."""
        self._back_to_list.setVisible(is_from_list)

    def show_interview(self, company: str, *, is_on: bool) -> None:
        """Whether the client reads along, and whose company it is."""
        self._strip.setVisible(is_on)
        self._interview.setVisible(not is_on and not self._mark.isHidden())
        metrics = self._company.fontMetrics()
        self._company.setText(metrics.elidedText(company, Qt.TextElideMode.ElideRight, _NAME))
        self._company.setToolTip(company)

    def _build(self) -> None:
        self._section.setObjectName("section-title")
        self.why.setCheckable(True)
        self._mark.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        row = QHBoxLayout()
        row.setContentsMargins(40, 12, 40, 4)
        row.setSpacing(4)
        row.addWidget(self._section, 1)
        for button in (self._back_to_list, self.why, self._mark, self._find, self._points, self._history):
            row.addWidget(button)
        row.addWidget(self._interview)
        row.addWidget(self.saved)
        column.addLayout(row)
        self._back_to_list.hide()
        self._build_strip()

    def _build_strip(self) -> None:
        self._strip.setProperty("kind", "strip")
        self._strip.setObjectName("interview-strip")
        self._strip.hide()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(40, 8, 32, 8)
        row.setSpacing(12)
        self._company.setObjectName("interview-company")
        row.addWidget(self._company)
        row.addStretch(1)
        row.addWidget(label(self._wording("Who is answering?"), "small", "muted", wraps=False))
        row.addWidget(self.teller)
        row.addWidget(self._turns)
        row.addWidget(self._end)

    def _connect(self) -> None:
        self._mark.clicked.connect(self._on_mark)
        self._find.clicked.connect(self._on_find)
        self._history.clicked.connect(self._on_history)
        for button in (self._points, self._back_to_list):
            button.clicked.connect(self._on_points)
        for button, is_on in ((self._interview, True), (self._end, False)):
            button.clicked.connect(partial(self._on_interview, is_on))
        self.teller.named.connect(self.teller_named)
        self._turns.undo_pressed.connect(self.undo_pressed)
        self._turns.redo_pressed.connect(self.redo_pressed)

    def _on_mark(self) -> None:
        self.mark_toggled.emit(self._mark.isChecked())

    def _on_find(self) -> None:
        self.find_pressed.emit()

    def _on_history(self) -> None:
        self.history_pressed.emit()

    def _on_points(self) -> None:
        self.points_pressed.emit()

    def _on_interview(self, is_on: bool) -> None:  # noqa: FBT001 - bound to a button
        self.interview_toggled.emit(is_on)
