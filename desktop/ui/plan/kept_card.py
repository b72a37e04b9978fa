"""Plans kept under names, beside the one on the page."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.content.catalogues.catalogue_file import Role
from desktop.text import Sentence
from desktop.ui.fields import ask_again, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, rule
from desktop.ui.plan.comparison_table import compared_rows
from desktop.ui.plan.work import Kept, Solved
from desktop.workspace import LONGEST_NAME

_HEADING, _COLUMN, _SIDE, _BAR = 120, 118, 20, 14  # pixels; three kept plans fit the smallest window
_INSET = 10  # pixels, so that words stand below those of buttons


class KeptCard(QFrame):
    """A field to keep the plan under a name, and a table once some are kept.

    Signals: `kept` carries a name for the plan shown; `used` and `deleted` the `Kept` one that was chosen;
    `undone` when what was deleted last is wanted back.
    """

    kept = Signal(str)
    used = Signal(object)
    deleted = Signal(object)
    undone = Signal()

    def __init__(self, roles: Mapping[Role, str], look: Look) -> None:
        super().__init__()
        self._roles = roles
        self._wording = say = look.wording
        self._name = line_field("plan-name", say("Name of this plan"), LONGEST_NAME)
        self._keep = Button(say("Keep this plan"), "plan-keep")
        self._advice = label("", "small", "warn")
        self._gone = label("", "small", "muted", wraps=False)
        self._undo = Button(say("Undo"), "plan-undo", "fold")
        self._area = QScrollArea()
        self._shown: object = None
        self._build()
        self._name.returnPressed.connect(self._on_keep)
        self._name.textEdited.connect(self._advice.hide)
        self._keep.clicked.connect(self._on_keep)
        self._undo.clicked.connect(self._on_undone)

    def propose(self, name: str) -> None:
        """Put a name into the field, unless somebody has written one."""
        if not self._name.isModified() and self._name.text() != name:
            self._name.setText(name)
            self._advice.hide()

    def show_advice(self, sentence: Sentence) -> None:
        """Say why the plan cannot be kept."""
        ask_again(self._name, self._advice, self._wording.tell(sentence))

    def show_kept(self, name: str) -> None:
        """The name has been taken: the next one is proposed again."""
        self._name.setModified(False)
        self._advice.hide()
        self.propose(name)

    def show_deleted(self, name: str) -> None:
        """Say what was deleted, with the way back; an empty name says nothing."""
        self._gone.setText(self._wording("“{name}” is deleted.", name=name))
        self._gone.setVisible(bool(name))
        self._undo.setVisible(bool(name))

    def show_plans(self, now: Solved, others: Sequence[Kept]) -> None:
        """Compare the plan on the page with the kept ones."""
        if (now.plan, now.limits, tuple(others)) == self._shown:
            return
        self._shown = now.plan, now.limits, tuple(others)
        self._area.setVisible(bool(others))
        self._hint.setVisible(bool(others))
        if not others:
            return
        self._area.setWidget(self._table(now, others))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the table is in the room it has; what is too wide is scrolled."""
        table = self._area.widget()
        if table is not None:
            width = max(self.contentsRect().width() - 2 * _SIDE, table.minimumSizeHint().width())
            is_scrolled = table.minimumSizeHint().width() > self.contentsRect().width() - 2 * _SIDE
            self._area.setFixedHeight(table.heightForWidth(width) + (_BAR if is_scrolled else 0))

    def _build(self) -> None:
        say = self._wording
        self.setProperty("kind", "card")
        self.setObjectName("plan-kept")
        self.setAccessibleName(say("Compare plans"))
        self._advice.setObjectName("plan-name-advice")
        self._gone.setObjectName("plan-gone")
        row = QHBoxLayout()
        row.setSpacing(8)
        self._name.setMaximumWidth(340)
        row.addWidget(self._name, 1)
        row.addWidget(self._keep)
        row.addStretch(1)
        gone = QHBoxLayout()
        gone.setSpacing(4)
        gone.addWidget(self._gone)
        gone.addWidget(self._undo)
        gone.addStretch(1)
        self._hint = label(
            say("All plans are recalculated from today's answers; only their limits are kept."),
            "small",
            "muted",
        )
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.setSpacing(8)
        column.addWidget(label(say("Compare plans"), "heading"))
        column.addLayout(row)
        column.addWidget(self._advice)
        column.addLayout(gone)
        column.addWidget(self._area)
        column.addWidget(self._hint)
        for hidden in (self._advice, self._gone, self._undo, self._area, self._hint):
            hidden.hide()

    def _table(self, now: Solved, others: Sequence[Kept]) -> QWidget:
        say = self._wording
        table = QWidget()
        table.setObjectName("scrolled")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        names = (say("This plan"), *(each.name for each in others))
        for column, name in enumerate(names, 1):
            grid.addWidget(_cell(name, "strong"), 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(column, 1)
        rows = compared_rows(now, [each.solved for each in others], self._roles, say)
        for column, each in enumerate(others, 2):
            grid.addLayout(self._buttons(each), 1, column)
        for line, row in enumerate(rows, 1):
            grid.addWidget(rule(), 2 * line, 0, 1, len(names) + 1)
            heading = label(row.heading, "small", "muted")
            heading.setFixedWidth(_HEADING)
            grid.addWidget(heading, 2 * line + 1, 0, Qt.AlignmentFlag.AlignTop)
            for column, (name, text) in enumerate(zip(names, row.texts, strict=True), 1):
                cell = _cell(text, "small")
                cell.setAccessibleName(f"{name}, {row.heading}: {text}")
                grid.addWidget(cell, 2 * line + 1, column, Qt.AlignmentFlag.AlignTop)
        return table

    def _buttons(self, kept: Kept) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        use = Button(self._wording("Use"), f"use-plan-{kept.id}", "fold")
        use.setAccessibleName(self._wording("Use: {title}", title=kept.name))
        use.clicked.connect(partial(self.used.emit, kept))
        delete = Button(self._wording("Delete"), f"delete-plan-{kept.id}", "fold")
        delete.setAccessibleName(self._wording("Delete: {title}", title=kept.name))
        delete.clicked.connect(partial(self.deleted.emit, kept))
        row.addWidget(use)
        row.addWidget(delete)
        row.addStretch(1)
        return row

    def _on_keep(self) -> None:
        self.kept.emit(self._name.text())

    def _on_undone(self) -> None:
        self.undone.emit()


def _cell(text: str, size: str) -> QLabel:
    made = label(text, "strong" if size == "strong" else "small")
    made.setContentsMargins(_INSET, 0, 0, 0)
    made.setMinimumWidth(_COLUMN)
    return made
