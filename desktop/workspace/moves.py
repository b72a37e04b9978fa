"""Moving a case to later versions of its questionnaires: proposed, made, reviewed, undone or confirmed."""

from typing import TYPE_CHECKING

from desktop.content.library import Library
from desktop.rounds import answers_after, before, pins_after, versions_of, waiting_move
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.answers.moving import Move, Versions
    from desktop.storage.store import Moved
    from desktop.storage.stored import StoredRound


class Moves:
    """The moves of a workspace's cases. A case must be read anew after one was made or undone."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores

    def newer(self, case: Case) -> "Versions":
        """The questionnaires of a case that have a later version, each with it; reads no database."""
        return _different(versions_of(self._library, case.pinned))

    def made(self, case_id: int) -> "Versions":
        """The versions before and after the unconfirmed move, of the questionnaires that it changed."""
        former = self._stores.reader.former(case_id)
        return () if former is None else _different(versions_of(self._library, former.questionnaires))

    def waiting(self, case_id: int) -> "Move | None":
        """What moving a case to today's versions would make of its answers; None where all are today's."""
        return waiting_move(self._library, self._stores.reader.load(case_id))

    def make(self, case_id: int) -> None:
        """Move a case to today's versions; what it was can be read and put back until it is confirmed."""
        self._stores.store.move_by(case_id, self._moved)

    def unconfirmed(self, case_id: int) -> "Move | None":
        """The move made last, to be reviewed: what each answer was before and where it went."""
        former = self._stores.reader.former(case_id)
        if former is None:
            return None
        return waiting_move(self._library, before(former, self._stores.reader.load(case_id)))

    def undo(self, case_id: int) -> None:
        """Put versions and answers back as they were before the unconfirmed move.

        Questionnaires chosen since then stay in the round.
        """
        former = self._stores.reader.former(case_id)
        if former is None:
            return
        pairs = versions_of(self._library, former.questionnaires)
        moved = {each.id for pair in pairs for each in pair} | {each.id for each in former.questionnaires}
        since = [each for each in self._stores.reader.load(case_id).questionnaires if each.id not in moved]
        self._stores.store.undo_move(case_id)
        if since:
            self._stores.store.choose(case_id, [*former.questionnaires, *since])

    def confirm(self, case_id: int) -> None:
        """Accept the move; answers to questions that are gone stay stored, but it can no longer be undone."""
        self._stores.store.confirm_move(case_id)

    def _moved(self, stored: "StoredRound") -> "Moved | None":
        """What today's versions make of a round as it is now."""
        move = waiting_move(self._library, stored)
        return None if move is None else (pins_after(move, stored), answers_after(move, stored))


def _different(versions: "Versions") -> "Versions":
    return tuple((before, after) for before, after in versions if before is not after)
