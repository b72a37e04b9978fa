"""Which files are written of each company."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.questions.card_face import RING
from desktop.ui.tick import Tick
from desktop.workspace.batch import Kind


class KindChoice(QWidget):
    """Printed plans, result files, or both; one of them stays ticked.

    Signals: `chosen` after the user changed it.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.wording
        self._ticks: dict[Kind, Tick] = {
            ".pdf": Tick(say("Printed plans (PDF)"), "kind-pdf", look),
            ".sestante": Tick(say("Result files for a hub (.sestante)"), "kind-sestante", look),
        }
        self._ticks[".pdf"].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 0, 0, 0)  # as far in as the cards below
        column.setSpacing(2)
        column.addWidget(label(say("Which files"), "heading"))
        for tick in self._ticks.values():
            tick.clicked.connect(self._on_clicked)
            column.addWidget(tick)

    def kinds(self) -> frozenset[Kind]:
        """The kinds ticked."""
        return frozenset(kind for kind, tick in self._ticks.items() if tick.isChecked())

    def _on_clicked(self) -> None:
        """Where the last one was taken away, the other one takes its place."""
        if not self.kinds():
            pressed = self.sender()
            for tick in self._ticks.values():
                tick.setChecked(tick is not pressed)
        self.chosen.emit()
