"""A line on the page of a company that is on somebody's laptop: who has it, since when."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.storage.loan_reader import Loan
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.laptop_words import loan_words


class LoanNote(QFrame):
    """Says it once it is known; hidden where nobody has the company."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._words = label("", "small")
        self._words.setObjectName("lent")
        self._reading = Operation(self)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(desk.save_failed)
        self.setProperty("kind", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(self._words)
        self.hide()

    def read(self) -> None:
        """Look who has the company now, without letting the window wait."""
        if self._desk.case is not None:
            self._reading.start(self._desk.workspace.laptops.loans)

    def _on_read(self, loans: object) -> None:
        case = self._desk.case
        found = [each for each in loans if isinstance(each, Loan)] if isinstance(loans, Sequence) else []
        lent = [each for each in found if case is not None and each.company_id == case.company_id]
        if lent:
            told = loan_words(lent[0], self._wording)
            after = self._wording("What is changed here meanwhile is compared when it comes back.")
            self._words.setText(f"{told[:1].upper()}{told[1:]}. {after}")
        self.setVisible(bool(lent))
