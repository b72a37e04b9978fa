"""The comparison with what stands around it: which questionnaire, only differences, all at once."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.answers import Answer
from desktop.report.people_words import roles_in_words
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.tabs import Tabs
from desktop.ui.tick import Tick
from desktop.ui.voices.detail import Detail
from desktop.ui.voices.model import ComparisonModel
from desktop.ui.voices.table import Comparison
from desktop.ui.voices.words import answer_of, stance_in_words
from desktop.workspace import Agreement, Case, Place

_SIDE = 40


class Comparing(QWidget):
    """The answers of one questionnaire, side by side.

    Signals: `other_wanted` carries the row whose answer the company gives in its own way, `people_wanted`
    nothing.
    """

    other_wanted = Signal(object)
    people_wanted = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._people = desk.workspace.voices.heard(desk.open_case)
        self._rows = desk.workspace.voices.side_by_side(desk.open_case)
        self._which = self._first()
        self._undoable = 0
        self._tabs = Tabs(look, "result", look.wording("Questionnaire"))
        self._only = Tick("", "only-differences", look)
        self._common = Button("", "take-common")
        self._told = label("", "small", "good", wraps=False)
        self._undo = Button(look.wording("Undo"), "undo-agreed", "quiet")
        self._list = Button(look.wording("Who answers"), "to-voices", "quiet")
        self._model = ComparisonModel(self._people, look.wording, self)
        self._table = Comparison(self._model, look.wording("Answers side by side"), look)
        self._detail = Detail(self._people, look)
        self._build()
        self._connect()
        self._show()
        self._table.go_to(self._model.find(desk.open_case.place.question or ""))
        QTimer.singleShot(0, self._table, self._table.setFocus)

    def _first(self) -> str:
        """The questionnaire the user came for, if it is compared here."""
        ids = dict.fromkeys(row.questionnaire.id for row in self._rows)
        here = self._desk.open_case.place.questionnaire
        return here if here in ids else next(iter(ids), "")

    def _build(self) -> None:
        say = self._wording
        self._told.setObjectName("agreed-told")
        head = QHBoxLayout()
        head.addWidget(label(say("Side by side"), "title", wraps=False), 1)
        head.addWidget(self._told)
        head.addWidget(self._undo)
        head.addWidget(self._list)
        tools = QHBoxLayout()
        tools.setSpacing(14)
        tools.addWidget(self._only, 1)
        tools.addWidget(self._common)
        titles = {row.questionnaire.id: row.questionnaire for row in self._rows}
        self._tabs.show_titles(
            {name: each.text(say.language).title for name, each in titles.items()}, self._which
        )
        self._tabs.setVisible(len(titles) > 1)
        above = QVBoxLayout()
        above.setContentsMargins(_SIDE, 20, _SIDE, 10)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self._tabs)
        above.addLayout(tools)
        hint = say("A number key takes over the answer of that person, 0 gives another one.")
        above.addWidget(label(hint, "caption", "muted"))
        middle = QVBoxLayout()
        middle.setContentsMargins(_SIDE, 0, _SIDE, 12)
        middle.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addLayout(middle, 1)
        column.addWidget(self._detail)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_questionnaire_chosen)
        self._only.toggled.connect(self._on_only_toggled)
        self._common.clicked.connect(self._on_common_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._list.clicked.connect(self.people_wanted)
        self._table.selectionModel().currentChanged.connect(self._on_current_changed)
        for part in (self._table, self._detail):
            part.person_chosen.connect(self._on_person_chosen)
            part.other_wanted.connect(self._on_other_wanted)

    def _show(self) -> None:
        """The rows and counts as the case is now, at the same row."""
        before = self._table.currentIndex()
        self._rows = self._desk.workspace.voices.side_by_side(self._desk.open_case)
        own = [row for row in self._rows if row.questionnaire.id == self._which]
        differing = [row for row in own if row.stance == "differ"]
        waiting = sum(row.waits for row in self._rows)
        self._only.setText(self._wording("Only differences ({count})", count=len(differing)))
        self._common.setText(
            self._wording("Take over where all agree ({count})", count=waiting)
            if waiting
            else self._wording("Nothing left to take over")
        )
        self._common.setEnabled(waiting > 0)
        self._undo.setVisible(self._undoable > 0)
        self._told.setVisible(self._undoable > 0)
        self._model.show_rows(differing if self._only.isChecked() else own)
        self._table.go_to(max(before.row(), 0), max(before.column(), 0))
        self._show_detail()

    def _current(self) -> Agreement | None:
        return self._model.row(self._table.currentIndex().row())

    def _show_detail(self) -> None:
        row = self._current()
        self._detail.setVisible(row is not None)
        if row is not None:
            self._detail.show_cell(row, self._cell_words(row, self._table.currentIndex().column()))

    def _cell_words(self, row: Agreement, column: int) -> str:
        """What was said there in full, and by whom."""
        say = self._wording
        if not 0 < column <= len(row.said):
            words = stance_in_words(row, say)
            return words if row.agreed is None else f"{words} · {answer_of(row, row.agreed, say)}"
        said = row.said[column - 1]
        words = say("not answered") if said.answer is None else answer_of(row, said.answer, say)
        role = roles_in_words(say)[said.person.role]
        return f"{said.person.label} ({role}): {words}"

    def _agree(self, row: Agreement, answer: Answer, label_: str) -> None:
        voices, before = self._desk.workspace.voices, self._desk.open_case
        self._desk.save_case(lambda case: voices.take_over(case, row, answer))
        if self._desk.open_case is not before:
            self._tell(1, self._wording("Taken over: {label}", label=label_))

    def _tell(self, count: int, words: str) -> None:
        self._undoable = count
        self._told.setText(words)
        self._show()

    def _on_person_chosen(self, place: int) -> None:
        row = self._current()
        if row is None:
            return
        said = row.said[place]
        if said.answer is not None and said.answer != row.agreed:
            self._agree(row, said.answer, said.person.label)

    def _on_other_wanted(self) -> None:
        row = self._current()
        if row is not None:
            self.other_wanted.emit(row)

    def _on_common_clicked(self) -> None:
        count = 0

        def taken_over(case: Case) -> Case:
            nonlocal count
            case, count = self._desk.workspace.voices.take_over_common(case, self._rows)
            return case

        self._desk.save_case(taken_over)
        told = self._wording.plural("{count} answer taken over", "{count} answers taken over", count)
        self._tell(count, told)

    def _on_undo_clicked(self) -> None:
        count, workspace = self._undoable, self._desk.workspace

        def undone(case: Case) -> Case:
            for _ in range(count):
                workspace.history.undo(case)
            return workspace.case(case.id)

        self._desk.save_case(undone)
        self._undoable = 0
        self._show()
        self._table.setFocus()

    def _on_questionnaire_chosen(self, identity: str) -> None:
        self._which = identity
        self._desk.save_place(Place("side-by-side", identity))
        self._show()
        self._table.go_to(0)

    def _on_only_toggled(self, _: bool) -> None:  # noqa: FBT001 - Qt's signature
        row = self._current()
        self._show()
        if row is not None:
            self._table.go_to(self._model.find(row.question.id))

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_detail()
