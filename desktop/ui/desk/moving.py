"""The move of the company on the desk to later versions of its questionnaires."""

from collections.abc import Callable

from desktop.ui.desk.bare_desk import BareDesk
from desktop.workspace import Case


class Moving:
    """Makes a move, takes it back or accepts it; or does not speak of it for now."""

    def __init__(self, desk: BareDesk) -> None:
        self._desk = desk
        self._put_off: set[int] = set()

    def make(self) -> None:
        """Move the case to later versions of its questionnaires."""
        self._save(self._desk.workspace.moves.make)

    def undo(self) -> None:
        """Bring versions and answers back as they were before the unconfirmed move."""
        self._save(self._desk.workspace.moves.undo)

    def confirm(self) -> None:
        """Accept the move for good."""
        self._save(self._desk.workspace.moves.confirm)

    def put_off(self) -> None:
        """Do not speak of this case's move until the next start; one made is spoken of, for its undo."""
        self._put_off.add(self._desk.open_case.id)

    @property
    def is_put_off(self) -> bool:
        """Whether the user does not want to be told now that a move can be made."""
        return self._desk.open_case.id in self._put_off

    def forget(self) -> None:
        """Speak of all moves again: the workspace holds something else now."""
        self._put_off.clear()

    def _save(self, act: Callable[[int], None]) -> None:
        def acted(case: Case) -> Case:
            act(case.id)
            return self._desk.workspace.case(case.id)

        self._desk.save_case(acted)
