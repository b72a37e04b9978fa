"""How far the steps of the plan are, in words and as a bar, with the way back from the last change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from desktop.dossier.steps import StepCount
from desktop.report.step_words import count_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class ProgressCard(QFrame):
    """A line and a bar.

    Signals: `undone` where the last change is to be undone.
    """

    undone = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._words = label("", "strong")
        self._bar = QProgressBar()
        self._undo = Button(look.wording("Undo"), "undo-step", "fold")
        self.setProperty("kind", "card")
        self.setObjectName("plan-progress")
        self._words.setObjectName("plan-progress-words")
        self._bar.setTextVisible(False)
        self._undo.setToolTip(look.wording("Undo the last change (Ctrl+Z)"))
        self._undo.clicked.connect(self.undone)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 14, 14)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        column.addLayout(row)
        column.addWidget(self._bar)

    def show_count(self, count: StepCount, *, can_undo: bool) -> None:
        """Show how many are done, and whether the last change can be undone here."""
        words = count_in_words(count, self._wording)
        self._words.setText(words)
        self._bar.setRange(0, max(1, count.total))
        self._bar.setValue(count.done)
        self._bar.setAccessibleName(words)
        policy = self._undo.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._undo.setSizePolicy(policy)
        self._undo.setVisible(can_undo)
