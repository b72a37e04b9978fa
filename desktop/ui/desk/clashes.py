"""What somebody else changed while it was entered here: both are kept until the user has chosen."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.errors import StorageError
from desktop.storage.meanwhile_error import Clash
from desktop.workspace import Case
from desktop.workspace.server_side import ServerSide


class Clashes(QObject):
    """Those that wait for a choice, also those of before; of two in the same place the later one counts.

    Signals: `changed` after one came, or was settled; `failed` carries the error that says why this computer
    does not keep one, or not without it.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, server: ServerSide | None, parent: QObject) -> None:
        super().__init__(parent)
        self._server = server
        self._open: dict[object, Clash] = {}
        self._only_here: set[object] = set()

    def go_on(self) -> None:
        """Take up those that waited when the window closed."""
        if self._server is None:
            return
        try:
            kept = self._server.clashes.all()
        except StorageError as error:
            self.failed.emit(error)
            return
        self._open = {each.place: each for each in kept} | self._open
        self.changed.emit()

    @property
    def only_in_memory(self) -> tuple[Clash, ...]:
        """Those that are gone where the program ends."""
        return tuple(each for place, each in self._open.items() if place in self._only_here)

    @property
    def all(self) -> tuple[Clash, ...]:
        """Those that wait, the first one first."""
        return tuple(self._open.values())

    def add(self, clashes: Iterable[Clash]) -> None:
        """Let the user choose."""
        came: dict[object, Clash] = {each.place: each for each in clashes}
        self._open |= came
        self._only_here |= came.keys()
        try:
            if self._server is not None:
                self._server.clashes.put(came.values())
                self._only_here -= came.keys()
        except StorageError as error:
            self.failed.emit(error)
        self.changed.emit()

    def settle(self, clash: Clash) -> None:
        """The user has chosen."""
        self._let_go([clash])

    def forget(self, round_ids: Iterable[int]) -> None:
        """There is nothing to choose in these rounds any more: they were deleted."""
        gone = set(round_ids)
        self._let_go([each for each in self.all if each.round_id in gone])

    def _let_go(self, clashes: list[Clash]) -> None:
        for each in clashes:
            self._open.pop(each.place, None)
            self._only_here.discard(each.place)
        try:
            if self._server is not None and clashes:
                self._server.clashes.remove(clashes)
        except StorageError as error:
            self.failed.emit(error)
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
