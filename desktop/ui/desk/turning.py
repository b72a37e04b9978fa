"""Undo and redo of the company on the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from desktop.ui.desk.bare_desk import BareDesk
from desktop.workspace import Case

if TYPE_CHECKING:
    from desktop.storage import Change


@dataclass(frozen=True, slots=True)
class Turned:
    """What undo or redo has turned round; no change where there was none to turn."""

    change: "Change | None"
    act: Literal["undo", "redo"]

    @property
    def shows_on_plan(self) -> bool:
        """Whether the page of the plan shows such a change by itself."""
        return self.change is None or self.change.what in ("step", "constraints", "evidence")


class Turning(QObject):
    """Turns the changes of the open case round, the last one first; never for one person, who made none.

    Signals: `turned` carries what was `Turned`, also where there was nothing to turn.
    """

    turned = Signal(object)

    def __init__(self, desk: BareDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def undo(self) -> None:
        """Undo the last change of the case."""
        self._turn(self._desk.workspace.history.undo, "undo")

    def redo(self) -> None:
        """Redo the change undone last."""
        self._turn(self._desk.workspace.history.redo, "redo")

    def _turn(self, turn: Callable[[Case], "Change | None"], act: Literal["undo", "redo"]) -> None:
        if self._desk.open_case.person is not None:
            return
        changes: list[Change | None] = []

        def turned(case: Case) -> Case:
            if self._desk.unsaved.count:
                self._desk.unsaved.try_again()  # it is the last change, once it is written
            changes.append(turn(case))
            return self._desk.workspace.case(case.id)

        self._desk.save_case(turned)
        for change in changes:
            self.turned.emit(Turned(change, act))
