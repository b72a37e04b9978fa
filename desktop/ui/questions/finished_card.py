"""After the last question of a questionnaire: it is done, or what is still open, and where to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.answers import Progress
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class FinishedCard(QFrame):
    """The calm end of a questionnaire.

    Signals: `open_wanted` to go to the first open question, `next_wanted` to the next questionnaire,
    `results_wanted` to the results, `points_wanted` to the list of open points.
    """

    open_wanted = Signal()
    next_wanted = Signal()
    results_wanted = Signal()
    points_wanted = Signal()

    def __init__(
        self, title: str, done: Progress, following: Questionnaire | None, look: Look, points: int = 0
    ) -> None:
        super().__init__()
        self._wording = look.wording
        self._tokens = look.tokens
        self._results = Button(look.wording("See the results"), "see-results")
        self._open = Button(look.wording("Go to the open questions"), "go-to-open")
        self._next = Button("", "next-questionnaire")
        words = look.wording.plural("List of {count} open point", "List of {count} open points", points)
        self._points = Button(words, "finish-to-points")
        self._has_points = points > 0
        self._build(title, done, following)
        self._connect()

    def first_focus(self) -> QWidget:
        """The button that leads on."""
        return self._first

    def _build(self, title: str, done: Progress, following: Questionnaire | None) -> None:
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(10)
        left = done.shown - done.answered
        picture = QLabel()
        name, colour = ("check", self._tokens.good) if not left else ("questions", self._tokens.accent)
        picture.setPixmap(icon(name, colour, 40).pixmap(40, 40))
        column.addWidget(picture)
        heading = (
            self._wording("All questions answered") if not left else self._wording("You have reached the end")
        )
        column.addWidget(label(heading, "title"))
        column.addWidget(label(title, "strong", "accent"))
        column.addWidget(label(self._sentence(left, done.minutes_left), "body", "muted"))
        column.addSpacing(10)
        column.addLayout(self._buttons(left, following))

    def _sentence(self, left: int, minutes: int) -> str:
        if not left:
            return self._wording("Thank you. Your answers are saved; you can change any of them later.")
        say, minutes = self._wording, max(1, minutes)
        sentences = (
            say.plural("{count} question is still open.", "{count} questions are still open.", left),
            say.plural("It takes about {count} minute.", "It takes about {count} minutes.", minutes),
            say("The results can be seen at any time; open questions make them less certain."),
        )
        return " ".join(sentences)

    def _buttons(self, left: int, following: Questionnaire | None) -> QVBoxLayout:
        if following is not None:
            title = following.text(self._wording.language).title
            self._next.setText(self._wording("Go on with: {title}", title=title))
        self._first = self._open if left else self._next if following is not None else self._results
        self._first.setProperty("kind", "primary")
        column = QVBoxLayout()
        column.setSpacing(10)
        wanted = (
            (self._open, left > 0),
            (self._points, self._has_points),
            (self._next, following is not None),
            (self._results, True),
        )
        for button, is_wanted in wanted:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            if not is_wanted:
                button.hide()
        return column

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self._results.clicked.connect(self._on_results_clicked)
        self._points.clicked.connect(self._on_points_clicked)

    def _on_open_clicked(self) -> None:
        self.open_wanted.emit()

    def _on_next_clicked(self) -> None:
        self.next_wanted.emit()

    def _on_results_clicked(self) -> None:
        self.results_wanted.emit()

    def _on_points_clicked(self) -> None:
        self.points_wanted.emit()
