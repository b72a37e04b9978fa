"""Which companies are on whose laptop now."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.storage.loan_reader import Loan
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, label
from desktop.workspace.laptop_words import loan_words

_MOST = 12
"""Names in one line."""


class LoansCard(QFrame):
    """One entry for each going: who has what, since when; not seen while nothing is out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("loans")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(6)
        self.hide()

    def show_loans(self, loans: object) -> None:
        """Show these loans in place of those before."""
        emptied(self._column)
        found = [each for each in loans if isinstance(each, Loan)] if isinstance(loans, Sequence) else []
        self._column.addWidget(label(self._wording("On laptops now"), "heading"))
        for (name, taken_at), group in groupby(found, _going):
            names = [each.company for each in group]
            words = loan_words(Loan(0, "", name, taken_at), self._wording)
            self._column.addWidget(label(f"{words[:1].upper()}{words[1:]}", "strong"))
            self._column.addWidget(label(self._names(names), "small", "muted"))
        self.setVisible(bool(found))

    def _names(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:_MOST])
        if len(names) <= _MOST:
            return shown
        more = len(names) - _MOST
        return self._wording.plural("{names} and {count} more", "{names} and {count} more", more, names=shown)


def _going(loan: Loan) -> tuple[str, datetime]:
    return loan.name, loan.taken_at
