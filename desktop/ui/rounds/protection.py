"""Earlier rounds are looked at; what is changed in one is changed on purpose."""

from PySide6.QtCore import QObject, Signal

from desktop.errors import StorageError
from desktop.storage import CompanyRound
from desktop.workspace import Case, Workspace


class Protection(QObject):
    """Covers every round but the last of each company, until it is lifted for one or Sestante starts anew.

    Signals: `touched` when something would have been changed in a round that is covered.
    """

    touched = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._lifted: set[int] = set()

    def rounds(self, case: Case) -> tuple[CompanyRound, ...]:
        """All rounds of the company of a case; none where the file cannot be read, which saving tells."""
        try:
            return self._workspace.rounds.all(case)
        except StorageError:
            return ()

    def is_earlier(self, case: Case) -> bool:
        """Whether the company has a later round; not where the file cannot be read, which saving tells."""
        try:
            return self._workspace.rounds.is_earlier(case)
        except StorageError:
            return False

    def covers(self, case: Case | None) -> bool:
        """Whether a case is to stay as it is."""
        return case is not None and case.id not in self._lifted and self.is_earlier(case)

    def refuses(self, case: Case | None) -> bool:
        """Whether a case is to stay as it is though somebody wanted to change it, which is told."""
        if not self.covers(case):
            return False
        self.touched.emit()
        return True

    def lift(self, case: Case) -> None:
        """Let a round be corrected."""
        self._lifted.add(case.id)

    def cover_all(self) -> None:
        """Cover every earlier round again."""
        self._lifted.clear()

    def put_back(self, case: Case) -> None:
        """Cover a round again."""
        self._lifted.discard(case.id)
