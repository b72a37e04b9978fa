"""What somebody else changed while it was entered here: both are kept until the user has chosen."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.storage.meanwhile_error import Clash
from desktop.workspace import Case


class Clashes(QObject):
    """Those that wait for a choice; of two in the same place the later one counts.

    Signals: `changed` after one came, or was settled.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: dict[object, Clash] = {}

    @property
    def all(self) -> tuple[Clash, ...]:
        """Those that wait, the first one first."""
        return tuple(self._open.values())

    def add(self, clashes: Iterable[Clash]) -> None:
        """Let the user choose."""
        self._open |= {each.place: each for each in clashes}
        self.changed.emit()

    def settle(self, clash: Clash) -> None:
        """The user has chosen."""
        self._open.pop(clash.place, None)
        self.changed.emit()


def with_news(case: Case, fresh: Case, clashes: Clashes) -> Case:
    """A case as it is now, where the user was; answers that wait for a choice stay, and limits tried."""
    held = {each.key for each in clashes.all if (each.round_id, each.what) == (case.id, "answer")}
    sheet = {key: answer for key, answer in fresh.sheet.items() if key not in held}
    sheet |= {key: answer for key, answer in case.sheet.items() if key in held}
    now = replace(fresh, sheet=sheet, place=case.place)
    if case.written_limits is not None:
        now = replace(now, constraints=case.constraints, written_limits=case.written_limits)
    return now
