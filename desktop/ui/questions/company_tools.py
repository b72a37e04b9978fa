"""What only the company's page of questions can do, and no person who answers alone, with its keys."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.questions.asked import Asked
from desktop.ui.questions.finder import Finder
from desktop.ui.questions.head import QuestionsHead
from desktop.ui.questions.teller_field import known_people


class CompanyTools(QObject):
    """Finds and marks questions, opens notes, leads to points and history, and asks across a table.

    Signals: `stop_wanted` carries the stop that was found, `page_requested` the name of a page; `find_ended`
    comes when none was chosen, `note_opened` when a note can be written.
    """

    stop_wanted = Signal(object)
    page_requested = Signal(str)
    find_ended = Signal()
    note_opened = Signal()

    def __init__(self, page: QWidget, head: QuestionsHead, desk: Desk, look: Look) -> None:
        super().__init__(page)
        self._desk = desk
        self._head = head
        self._look = look
        self._asked: Asked | None = None
        self._finder = Finder(page, look)
        self._connect()
        for keys, act in {
            "Ctrl+K": self._on_find,
            "Ctrl+F": self._on_find,
            "Ctrl+M": self._on_mark_key,
            "Ctrl+O": self._on_points,
            "Ctrl+N": self._on_note_key,
            "Ctrl+V": self._on_paste,
        }.items():
            QShortcut(QKeySequence(keys), page).activated.connect(act)

    def begin(self, *, is_interview: bool) -> None:
        """Say whose company it is and who of it answers, where the client reads along."""
        case, visit = self._desk.open_case, self._desk.visit
        self._head.show_interview(case.company.name, is_on=is_interview)
        self._head.show_from_list(is_from_list=visit.is_from_list)
        if is_interview:
            known = known_people(self._desk.workspace, case, self._look)
            self._head.teller.show_names(visit.told_by, known)
        visit.listen(is_asking=is_interview)

    def follow(self, asked: Asked | None) -> None:
        """From now on this question is shown; none at the end of a questionnaire."""
        self._asked = asked
        if asked is not None:
            asked.marked.connect(self._show_mark)
        self._show_mark()

    def _connect(self) -> None:
        head, turning = self._head, self._desk.turning
        head.find_pressed.connect(self._on_find)
        head.points_pressed.connect(self._on_points)
        head.history_pressed.connect(self._on_history)
        head.mark_toggled.connect(self._on_mark_toggled)
        head.teller_named.connect(self._on_teller_named)
        head.undo_pressed.connect(turning.undo)
        head.redo_pressed.connect(turning.redo)
        self._finder.stop_wanted.connect(self.stop_wanted)
        self._finder.closed.connect(self.find_ended)

    def _show_mark(self) -> None:
        asked = self._asked
        self._head.show_mark(is_marked=asked is not None and asked.is_marked, is_possible=asked is not None)

    def _on_find(self) -> None:
        self._finder.open(self._desk.route(), self._desk.open_case.sheet)

    def _on_mark_toggled(self, is_wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._asked is not None:
            self._asked.mark(is_wanted=is_wanted)

    def _on_mark_key(self) -> None:
        if self._asked is not None:
            self._asked.mark(is_wanted=not self._asked.is_marked)

    def _on_note_key(self) -> None:
        if self._asked is not None:
            self._asked.open_note()
            self.note_opened.emit()

    def _on_paste(self) -> None:
        if self._asked is not None:
            self._asked.paste()

    def _on_points(self) -> None:
        self.page_requested.emit("open-points")

    def _on_history(self) -> None:
        self._desk.visit.history_of = None if self._asked is None else self._asked.card.stop.question.key
        self.page_requested.emit("history")

    def _on_teller_named(self, name: str) -> None:
        self._desk.visit.told_by = name
        self._desk.visit.listen(is_asking=True)
