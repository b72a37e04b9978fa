"""Any question in a few letters: a field, and what is found, over the page that asks."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import AnswerSheet, has_answer
from desktop.ui.fields import line_field
from desktop.ui.grouped_list import GroupedList, Line
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.questions.finding import found
from desktop.ui.questions.route import Route, Stop

_WIDEST, _TALLEST, _FROM_TOP, _SIDE = 680, 460, 12, 40  # pixels
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Finder(QFrame):
    """Lies over its page until a question is chosen or Escape is pressed.

    Signals: `stop_wanted` carries the stop chosen; `closed` when it goes without one.
    """

    stop_wanted = Signal(object)
    closed = Signal()

    def __init__(self, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._wording = look.wording
        self._stops: tuple[Stop, ...] = ()
        self._sheet: AnswerSheet = {}
        self._line = line_field("finder", look.wording("Find a question"))
        self._list = GroupedList(look, "found-questions", look.wording("Questions found"), self._face, 52)
        self._nothing = label(look.wording("No question has these words."), "small", "muted")
        self._build()
        self._connect()

    def open(self, route: Route, sheet: AnswerSheet) -> None:
        """Show itself over the page, with all questions to choose from."""
        self._stops, self._sheet = route.all(), sheet
        self._line.clear()
        self._show_found("")
        self._take_place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Go away without a choice."""
        self.hide()
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._take_place()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._is_taken(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setObjectName("finder-panel")
        self.setProperty("kind", "card")
        self._line.setPlaceholderText(self._wording("Find a question: type some of its words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def _connect(self) -> None:
        self._line.textChanged.connect(self._show_found)
        self._line.installEventFilter(self)
        if (page := self.parentWidget()) is not None:
            page.installEventFilter(self)
        self._list.wanted.connect(self._on_wanted)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """Keys of the field that are for the list."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.want_current()
        elif key == Qt.Key.Key_Escape:
            self.shut()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _show_found(self, words: str) -> None:
        stops = found(self._stops, words, self._wording.language)
        self._list.show_entries(stops)
        self._list.setVisible(bool(stops))
        self._nothing.setVisible(not stops)

    def _face(self, stop: Any) -> Line:
        text = stop.questionnaire.text(self._wording.language)
        where = f"{text.title} · {text.sections[stop.section].title}"
        icon = "check" if has_answer(stop.question, self._sheet) else "questions"
        return Line(text.questions[stop.question.id].text, where, icon=icon)

    def _on_wanted(self, stop: object) -> None:
        self.hide()
        self.stop_wanted.emit(stop)

    def _take_place(self) -> None:
        page = self.parentWidget()
        if page is not None:
            wide = min(_WIDEST, page.width() - 2 * _SIDE)
            tall = min(_TALLEST, page.height() - 2 * _FROM_TOP)
            self.setGeometry((page.width() - wide) // 2, _FROM_TOP, wide, tall)
