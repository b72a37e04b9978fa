"""A place on a page for the ways deeper, found beside the window: the catalogue may have to be read."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.background import Operation
from desktop.ui.deeper_card import DeeperCard, Ways
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import emptied
from desktop.workspace import Case, Workspace


class GoingDeeper(QWidget):
    """Empty until the ways are known, and where they cannot be.

    Signals: `wanted` carries the id of the questionnaire to put into the round.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._operation = Operation(self)
        self._operation.succeeded.connect(self._on_found)
        self._operation.start(partial(named_ways, desk.workspace, desk.open_case, look.wording.language))

    def _on_found(self, value: object) -> None:
        if isinstance(value, Ways):
            emptied(self._column)
            card = DeeperCard(value, self._look)
            card.wanted.connect(self.wanted)
            self._column.addWidget(card)


def named_ways(workspace: Workspace, case: Case, language: str) -> Ways:
    """The ways deeper with the names of competences; made for a worker thread."""
    ways = workspace.offers.deeper(case)
    texts = workspace.library.catalogue.competence_text(language).competences
    return Ways(ways, {name: text.name for name, text in texts.items()})
