"""The page of open points: every question to come back to, each a press away."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.grouped_list import GroupedList, Line
from desktop.ui.look import Look
from desktop.ui.open_points.points import Point, grouped, open_points, reason_words
from desktop.ui.pieces import Button, label
from desktop.workspace import Place


class OpenPointsPage(QWidget):
    """What is unanswered, not known, marked for later or guessed, by questionnaire and section.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._reasons = reason_words(look.wording)
        case = desk.open_case
        self._points = open_points(desk.route().all(), case.sheet, desk.beside.remarks())
        self._list = GroupedList(look, "open-points", look.wording("Open points"), self._face)
        self._back = Button(look.wording("Back to the questions"), "points-back")
        self._build()
        self._back.clicked.connect(self._on_back)
        self._list.wanted.connect(self._on_wanted)
        for keys in ("Escape", "Alt+Left"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_back)

    def _build(self) -> None:
        self.setObjectName("points-page")
        head = QHBoxLayout()
        head.addWidget(label(self._wording("Open points"), "title", wraps=False), 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(10)
        column.addLayout(head)
        told = label(self._sentence(), "body", "muted")
        told.setObjectName("points-told")
        column.addWidget(told)
        column.addWidget(self._list, 1)
        self._list.show_entries(list(grouped(self._points, self._wording)))
        if not self._points:
            self._list.hide()
            column.addStretch(1)
            self.setFocusProxy(self._back)
            return
        self.setFocusProxy(self._list)
        last = self._desk.visit.last_point
        self._list.choose(next((p for p in self._points if p.stop.question.key == last), None))

    def _sentence(self) -> str:
        if not self._points:
            return self._wording("Nothing is open: every question is answered, and none is marked for later.")
        return self._wording.plural(
            "{count} question to come back to. Enter goes there, and from there back to this list.",
            "{count} questions to come back to. Enter goes there, and from there back to this list.",
            len(self._points),
        )

    def _face(self, point: Any) -> Line:
        stop: Any = point.stop
        text = stop.questionnaire.text(self._wording.language).questions[stop.question.id]
        badges = tuple(self._reasons[reason] for reason in point.reasons)
        return Line(text.text, point.note, badges=badges)

    def _on_wanted(self, point: object) -> None:
        if isinstance(point, Point):
            visit, stop = self._desk.visit, point.stop
            visit.is_from_list, visit.last_point = True, stop.question.key
            self._desk.save_place(Place("questions", stop.questionnaire.id, stop.question.id))
            self.page_requested.emit("questions")

    def _on_back(self) -> None:
        self._desk.visit.is_from_list = False
        self.page_requested.emit("questions")
