"""Every change of a case: told with who and when, undone and redone."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from desktop.storage import Hand
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.storage import Change


class History:
    """The changes of a workspace's cases. Undo and redo have been written to disk when they return.

    What people answer for themselves is not among them: nobody but they may know who answered what.
    """

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    @property
    def hand(self) -> Hand:
        """Whose hand the changes to come are by."""
        return self._stores.journal.hand

    @hand.setter
    def hand(self, hand: Hand) -> None:
        self._stores.journal.hand = hand

    def by(self, hand: Hand) -> AbstractContextManager[None]:
        """Let the changes that this thread makes in the block be by a hand, whoever is at work elsewhere."""
        return self._stores.journal.by(hand)

    def of(self, case: Case) -> "tuple[Change, ...]":
        """All changes, the first one first; what was undone stays among them."""
        return self._stores.history.all(case.id)

    def undo(self, case: Case) -> "Change | None":
        """Undo the last change and tell which; None where there is nothing to undo."""
        return self._stores.history.undo(case.id)

    def redo(self, case: Case) -> "Change | None":
        """Redo the change undone last and tell which; None where there is none."""
        return self._stores.history.redo(case.id)
