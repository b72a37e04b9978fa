"""The search for the plan beside the window: a draft at once, then the proof, then what may be asked next."""

from collections.abc import Iterable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.content.company import Constraints
from desktop.ui.background import Operation, idle_pool, quick_pool
from desktop.ui.plan.work import Ahead, Solved, drafted, looked_ahead, made_ahead, proven
from desktop.workspace import Case, Workspace

_REST = 150  # milliseconds without another wish before the proof of a draft begins


class PlanSearch(QObject):
    """Answers wishes for plans; of wishes that come while a draft is made, only the last one is answered.

    Signals: `plan_found` carries a `Solved`, a draft first where the plan is not known yet; `looked_ahead` an
    `Ahead`; `failed` the error.
    """

    plan_found = Signal(object)
    looked_ahead = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted: Case | None = None
        self._is_waiting = False
        self._last: Solved | None = None
        self._stop = Event()
        self._drafting = Operation(self, quick_pool())
        self._proving = Operation(self)
        self._looking, self._neighbours = Operation(self, idle_pool()), Operation(self, idle_pool())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._connect()

    def look_for(self, case: Case) -> None:
        """Find the plan of a case; only its limits may differ from those of the cases before."""
        self._wanted = case
        self.look_no_further()
        self._rest.stop()
        self._proving.forget()
        self._is_waiting = self._drafting.is_running
        if not self._is_waiting:
            self._draft(case)

    def look_ahead(self, case: Case, solved: Solved) -> None:
        """Find out what is told after the plan."""
        self.look_no_further()
        self._stop = stop = Event()
        work = partial(looked_ahead, self._workspace, case, solved, partial(_is_wanted, stop))
        self._looking.start(work)

    def make_ahead(self, solved: Solved, neighbours: Iterable[Constraints]) -> None:
        """Make plans within neighbouring limits, as long as nothing else is wanted."""
        wanted = partial(_is_wanted, self._stop)
        self._neighbours.start(partial(made_ahead, self._workspace, solved, tuple(neighbours), wanted))

    def look_no_further(self) -> None:
        """Work nobody waits for ends after the plan it is at."""
        self._stop.set()
        self._looking.forget()
        self._neighbours.forget()

    def _connect(self) -> None:
        self._drafting.succeeded.connect(self._on_drafted)
        self._proving.succeeded.connect(self._on_proven)
        self._looking.succeeded.connect(self._on_looked_ahead)
        self._drafting.failed.connect(self._on_draft_failed)
        self._proving.failed.connect(self.failed)  # without a look ahead the plan stands all the same
        self._rest.timeout.connect(self._prove)

    def _draft(self, case: Case) -> None:
        self._drafting.start(partial(drafted, self._workspace, case, self._last))

    def _prove(self) -> None:
        if self._wanted is not None and self._last is not None:
            self._proving.start(partial(proven, self._workspace, self._wanted, self._last))

    def _on_drafted(self, value: object) -> None:
        if not isinstance(value, Solved):
            return
        self._last = value
        self.plan_found.emit(value)
        if not self._has_gone_on() and value.is_draft:
            self._rest.start()

    def _on_draft_failed(self, error: object) -> None:
        if not self._has_gone_on():
            self.failed.emit(error)

    def _has_gone_on(self) -> bool:
        """Whether another wish had been waiting, which is answered now."""
        if not self._is_waiting or self._wanted is None:
            return False
        self._is_waiting = False
        self._draft(self._wanted)
        return True

    def _on_proven(self, value: object) -> None:
        if isinstance(value, Solved):
            self._last = value
            self.plan_found.emit(value)

    def _on_looked_ahead(self, value: object) -> None:
        if isinstance(value, Ahead):
            self.looked_ahead.emit(value)


def _is_wanted(stop: Event) -> bool:
    return not stop.is_set()
