"""The page of the history: every change of the open company, the newest first, by question and by person."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.grouped_list import GroupedList
from desktop.ui.history.entries import Entry, by_day, entries_of, face_of, person_of
from desktop.ui.history.words import ChangeWords
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace import Place

_WIDEST = 980


class HistoryPage(QWidget):
    """Who answered what when.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        case = desk.open_case
        self._words = ChangeWords(desk.workspace, case, look.wording)
        self._entries = entries_of(desk.workspace.history.of(case))
        self._question = Picker(look, "history-question", look.wording("Question"))
        self._person = Picker(look, "history-person", look.wording("Person"))
        face = face_of(self._words, look.wording)
        self._list = GroupedList(look, "history-list", look.wording("History"), face, 76)
        self._nothing = label(look.wording("Nothing has been changed yet."), "body", "muted")
        self._back = Button(look.wording("Back"), "history-back")
        self._build()
        self._connect()
        self._show_filters()
        self._show()

    def _build(self) -> None:
        self.setObjectName("history-page")
        head = QHBoxLayout()
        head.addWidget(label(self._wording("History"), "title", wraps=False), 1)
        head.addWidget(self._back)
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self._question, 3)
        filters.addWidget(self._person, 2)
        words = self._wording("Who answered what, and when. What was undone stays here too.")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(label(words, "body", "muted"))
        column.addLayout(filters)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addStretch(0)  # takes the room of the list where there is none
        self.setFocusProxy(self._list if self._entries else self._question)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._question.picked.connect(self._on_filtered)
        self._person.picked.connect(self._on_filtered)
        self._list.wanted.connect(self._on_wanted)
        for keys in ("Escape", "Alt+Left"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_back)

    def _show_filters(self) -> None:
        say = self._wording
        keys = dict.fromkeys(map(self._words.question_of, (entry.change for entry in self._entries)))
        wanted = self._desk.visit.history_of
        if wanted is not None:
            keys[wanted] = None
        asked = [(key, self._words.question_text(key)) for key in keys if key is not None]
        self._question.show_entries([(None, say("All that was changed")), *asked], wanted)
        people = sorted({person_of(entry.change) for entry in self._entries} - {""})
        self._person.show_entries([(None, say("Everybody")), *((name, name) for name in people)], None)

    def _show(self) -> None:
        found = [entry for entry in self._entries if self._is_wanted(entry)]
        self._list.show_entries(list(by_day(found, self._wording)))
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _is_wanted(self, entry: Entry) -> bool:
        question, person = self._question.choice(), self._person.choice()
        if question is not None and self._words.question_of(entry.change) != question:
            return False
        return person in (None, person_of(entry.change))

    def _on_filtered(self, _: object) -> None:
        chosen = self._question.choice()
        self._desk.visit.history_of = None if chosen is None else QuestionKey(chosen)
        self._show()

    def _on_wanted(self, entry: object) -> None:
        """A line leads to its question, where that is asked today."""
        key = self._words.question_of(entry.change) if isinstance(entry, Entry) else None
        stop = None if key is None else self._desk.route().stop_of(key)
        if stop is not None:
            self._desk.save_place(Place("questions", stop.questionnaire.id, stop.question.id))
            self.page_requested.emit("questions")

    def _on_back(self) -> None:
        self._desk.visit.history_of = None
        self.page_requested.emit(self._desk.open_case.place.page)
