"""The page of a move to later versions: what it would do or has done; it is made, undone or kept here."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.case_page import WIDEST
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.moves.bar import MoveBar
from desktop.ui.moves.faces import faces_of, group_name
from desktop.ui.moves.lines import Group
from desktop.ui.moves.move_list import MoveList
from desktop.ui.moves.review import MoveReview, review
from desktop.ui.pieces import Button, at_left, label
from desktop.ui.together.others_here import others_words


class MovePage(QWidget):
    """Kept, changed, new and dropped, line by line.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._review: MoveReview | None = None
        self._title = label("", "title", wraps=False)
        self._state = label("", "small", "muted")
        self._groups = {group: Button("", f"move-{group.value}", "tab") for group in Group}
        self._lines = MoveList(look)
        self._bar = MoveBar(look)
        self._operation = Operation(self)
        self._build()
        self._connect()
        self._work_out()

    def _build(self) -> None:
        self.setObjectName("move-page")
        self._title.setObjectName("move-title")
        self._state.setObjectName("move-state")
        head = QVBoxLayout()
        head.setContentsMargins(40, 24, 40, 6)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._state)
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for button in self._groups.values():
            button.hide()
            tabs.addWidget(button)
        tabs.addStretch(1)
        head.addLayout(tabs)
        middle = at_left(self._lines, WIDEST)
        middle.setContentsMargins(34, 0, 30, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self._bar)
        self._bar.show_state(None)

    def _connect(self) -> None:
        self._operation.succeeded.connect(self._on_worked_out)
        self._operation.failed.connect(self._on_failed)
        self._lines.place_requested.connect(self._on_place_requested)
        for group, button in self._groups.items():
            button.clicked.connect(partial(self._lines.go_to, group))
        self._bar.move_pressed.connect(self._on_move_pressed)
        self._bar.keep_pressed.connect(self._on_keep_pressed)
        self._bar.undo_pressed.connect(self._on_undo_pressed)
        self._bar.later_pressed.connect(self._on_later_pressed)

    def _work_out(self) -> None:
        self._state.setText(self._wording("Comparing…"))
        self._state.show()
        self._operation.start(partial(review, self._desk.workspace, self._desk.open_case, self._wording))

    def _show(self, found: MoveReview) -> None:
        self._title.setText(
            self._wording("The answers were moved") if found.is_made else self._wording("A newer version")
        )
        self._show_others()
        for group, button in self._groups.items():
            count = sum(line.group is group for line in found.lines)
            button.setText(f"{group_name(group, self._wording)} ({count})")
            button.setEnabled(count > 0)
            button.show()
        self._lines.show_faces(tuple(faces_of(found, self._wording)))
        self._bar.show_state(found)
        if self.hasFocus():
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_others(self) -> None:
        """A move changes what others have before them."""
        words = others_words(self._desk.neighbours.here, self._wording)
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _show_again(self) -> None:
        """The button pressed goes; the page keeps the keyboard until the list can take it."""
        self.setFocus()
        self._work_out()

    def _leave(self) -> None:
        self.page_requested.emit(self._desk.open_case.place.page)

    def _on_worked_out(self, value: object) -> None:
        self._review = value if isinstance(value, MoveReview) else None
        if self._review is not None:
            self._show(self._review)
            return
        self._title.setText(self._wording("No newer version"))
        self._state.setText(self._wording("The questionnaires are up to date; there is nothing to move."))
        self._bar.show_state(None)

    def _on_failed(self, error: object) -> None:
        self._state.setText(
            self._wording("The versions could not be compared. {error}", error=sentence_of(error))
        )

    def _on_place_requested(self, path: str) -> None:
        questionnaire, _, question = path.partition("/")
        place = replace(self._desk.open_case.place, questionnaire=questionnaire, question=question)
        self._desk.save_place(place)
        self.page_requested.emit("questions")

    def _on_move_pressed(self) -> None:
        self._desk.moves.make()
        self._show_again()

    def _on_undo_pressed(self) -> None:
        self._desk.moves.undo()
        self._show_again()

    def _on_keep_pressed(self) -> None:
        self._desk.moves.confirm()
        self._leave()

    def _on_later_pressed(self) -> None:
        if self._review is not None and not self._review.is_made:
            self._desk.moves.put_off()
        self._leave()
