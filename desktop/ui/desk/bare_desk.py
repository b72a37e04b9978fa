"""A desk with nothing but the open case: how one is put there, saved, and what is told where that fails."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.errors import NotWrittenError, StorageError
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk.link import ServerLink
from desktop.ui.desk.sending import Sending
from desktop.ui.desk.unsaved import Unsaved
from desktop.ui.desk.visit import Visit
from desktop.ui.desk.waiting import Waiting
from desktop.ui.rounds.protection import Protection
from desktop.workspace import Case, Place, Workspace


class BareDesk(QObject):
    """The workspace and the case that is open in it, if any.

    Signals: `case_changed` comes after every save and after another case was opened; `save_failed` carries
    the error that says why something could not be written.
    """

    case_changed = Signal()
    save_failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.unsaved = _unsaved(workspace, self)
        self.unsaved.refused.connect(self.save_failed)
        self.link = None if workspace.server is None else ServerLink(workspace.server, self)
        self._placing = Operation(self, quick_pool(), is_lasting=True)
        self._placing.failed.connect(self._on_not_placed)
        self.protection = Protection(workspace, self)
        if self.link is not None:
            self.link.came_back.connect(self._on_came_back)
        self._case: Case | None = None if workspace.has_several else workspace.last_case()
        self.visit = self._begun_visit()

    @property
    def case(self) -> Case | None:
        """The open case, if any; another one begins a visit of its own."""
        return self._case

    @case.setter
    def case(self, case: Case | None) -> None:
        is_other = (self._case and self._case.id) != (case and case.id)
        self._case = case
        if is_other:
            self.visit.listen(is_asking=False)
            self.visit = self._begun_visit()
            self.workspace.together.look_at(None if case is None else case.company_id)

    @property
    def open_case(self) -> Case:
        """The open case; only pages that need one may ask."""
        if self.case is None:
            raise LookupError("no case is open")
        return self.case

    @property
    def is_hub(self) -> bool:
        """Whether the desk is a hub's: by the role on a server, else as preferred, where that can be read."""
        if self.workspace.rights_here.works_for_hub:
            return True
        try:
            return self.workspace.preferences.read().is_hub
        except StorageError:
            return False

    def open(self, case_id: int) -> None:
        """Put another company, or another round of this one, on the desk."""
        self.take(partial(self.workspace.case, case_id))

    def clear(self) -> None:
        """Put no company on the desk, so that a new one can be written down."""
        self.case = None
        self.case_changed.emit()

    def put_away(self) -> None:
        """Leave the company where several can be chosen from; nothing is lost."""
        if self.case is not None and self.workspace.has_several:
            self.clear()

    def take(self, take: Callable[[], Case]) -> None:
        """Put the case that comes back on the desk; where there is none to be had, that is told."""
        try:
            self.case = self.unsaved.after(take())
        except StorageError as error:
            if self.case is not None:
                self.case = self.unsaved.shown_in(self.case)
            self.save_failed.emit(error)
            return
        self.case_changed.emit()

    def go_on_with(self, waiting: Iterable[Waiting]) -> None:
        """Show, and write down, what could not be written when the workspace was open before."""
        self.unsaved.go_on(waiting)
        if self.case is not None:
            self.case = self.unsaved.shown_in(self.case)
        elif self.unsaved.begun_case is not None:
            self.case = self.unsaved.begun_case

    def save_case(self, save: Callable[[Case], Case]) -> None:
        """Write something of the open case down; `save` gives the case back as it is then."""
        if not self.protection.refuses(self.case):
            self.take(lambda: save(self.open_case))

    def save_aside(self, save: Callable[[], object]) -> bool:
        """Write down what only the page asking for it shows; whether that succeeded, else it is told."""
        return not self.protection.refuses(self.case) and self.save_outside(save)

    def save_outside(self, save: Callable[[], object]) -> bool:
        """Write down what is of no round, or of another one than is open: as `save_aside`, never refused."""
        try:
            save()
        except StorageError as error:
            self.save_failed.emit(error)
            return False
        return True

    def save_people(self, save: Callable[[], object]) -> bool:
        """Write down something about people who answer, which the rail shows too; as `save_aside`."""
        is_saved = self.save_aside(save)
        if is_saved:
            self.case_changed.emit()
        return is_saved

    def save_place(self, place: Place) -> None:
        """Remember where the user is; nothing shown depends on it: a full disk is told with an answer."""
        if self.case is None or self.case.place == place:
            return
        if self.link is not None:  # nobody waits for a server far away
            self._placing.start(partial(self.workspace.save_place, self.case, place))
            self.case = replace(self.case, place=place)
            return
        try:
            self.case = self.workspace.save_place(self.case, place)
        except NotWrittenError:
            self.case = replace(self.case, place=place)
        except StorageError as error:
            self.save_failed.emit(error)

    def remember_visit(self) -> None:
        """Say that the case is looked at now, wherever the user goes in it."""
        case = self.open_case
        self.save_aside(partial(self.workspace.save_place, case, case.place))

    def _on_not_placed(self, error: object) -> None:
        if not isinstance(error, NotWrittenError):
            self.save_failed.emit(error)

    def _on_came_back(self) -> None:
        """What waits is sent; what others changed meanwhile is heard by the neighbours."""
        self.unsaved.try_again()

    def _begun_visit(self) -> Visit:
        return Visit(self.workspace.history, None if self._case is None else self._case.id)


def _unsaved(workspace: Workspace, desk: BareDesk) -> Unsaved:
    return (
        Unsaved(workspace, desk) if workspace.server is None else Sending(workspace, workspace.server, desk)
    )
