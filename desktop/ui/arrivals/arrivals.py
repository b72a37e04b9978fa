"""An import in the background: what it has done so far, how it ended, and what is still to be chosen."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import StorageError, sentence_of
from desktop.stopping import refuse_if_stopped
from desktop.text import Sentence
from desktop.ui.background import Operation
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.workspace.incoming import Outcome

_LOOKS = 80  # milliseconds between two looks at how far it is


@dataclass(slots=True)
class Run:
    """One import: filled by the thread that works, read by the window's.

    `left` are outcomes of the import before that still ask for a choice; they follow its own at its end.
    Without `paths`, what is new in the watched folder is taken in.
    """

    paths: tuple[Path, ...] | None
    done: int = 0
    total: int = 0
    others: int = 0
    outcomes: "list[Outcome]" = field(default_factory=list)
    left: "tuple[Outcome, ...]" = ()
    is_stopped: bool = False
    error: Sentence | None = None


class Arrivals(QObject):
    """What comes in to the workspace, one import at a time.

    Signals: `progressed` while one runs; `ended` after it; `round_changed` carries the id of each round that
    an import or a choice made or changed.
    """

    progressed = Signal()
    ended = Signal()
    round_changed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._operation = Operation(self)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS)
        self.run: Run | None = None
        self._looks.timeout.connect(self.progressed)
        self._operation.succeeded.connect(self._on_ended)
        self._operation.failed.connect(self._on_failed)

    @property
    def is_running(self) -> bool:
        """Whether an import has not ended yet."""
        return self._operation.is_running

    def take_in(self, workspace: Workspace, paths: Iterable[Path]) -> bool:
        """Begin to take files and folders in; False where another import is still running."""
        return self._begin(workspace, tuple(paths))

    def look_again(self, workspace: Workspace) -> bool:
        """Begin to take in what is new in the watched folder; False where another import is still running."""
        return self._begin(workspace, None)

    def stop(self) -> None:
        """End it after the result that is being taken in; what came in stays."""
        if self.run is not None:
            self.run.is_stopped = True

    def choose(self, place: int, way: "Callable[[Outcome], Outcome]") -> Sentence | None:
        """Choose a way out for the outcome at a place; the reason where that failed."""
        if self.run is None:
            return None
        try:
            chosen = way(self.run.outcomes[place])
        except StorageError as error:
            return error.sentence
        self.run.outcomes[place] = chosen
        if chosen.case_id is not None:
            self.round_changed.emit(chosen.case_id)
        return None

    def _begin(self, workspace: Workspace, paths: tuple[Path, ...] | None) -> bool:
        if self.is_running:
            return False
        self.run = Run(paths, left=_to_choose(self.run))
        self._looks.start()
        self._operation.start(partial(_take_in, workspace, self.run))
        return True

    def _on_ended(self, _value: object) -> None:
        self._end(None)

    def _on_failed(self, error: object) -> None:
        self._end(sentence_of(error))

    def _end(self, error: Sentence | None) -> None:
        self._looks.stop()
        if self.run is None:
            return
        self.run.error = error
        self.run.outcomes.extend(_not_met_again(self.run))
        for outcome in self.run.outcomes:
            if outcome.kind in {"added", "joined", "updated"} and outcome.case_id is not None:
                self.round_changed.emit(outcome.case_id)
        self.ended.emit()


def _to_choose(run: Run | None) -> "tuple[Outcome, ...]":
    return () if run is None else tuple(outcome for outcome in run.outcomes if outcome.offer is not None)


def _not_met_again(run: Run) -> "Iterator[Outcome]":
    """Those left over that have not come in once more, which asks again or answers."""
    files = {path for outcome in run.outcomes for path in outcome.paths}
    asked = {outcome.offer.received_id for outcome in run.outcomes if outcome.offer is not None}
    for outcome in run.left:
        is_asked = outcome.offer is not None and outcome.offer.received_id in asked
        if not is_asked and files.isdisjoint(outcome.paths):
            yield outcome


def _take_in(workspace: Workspace, run: Run) -> None:
    """Runs in a worker thread."""
    plans_in, paths = workspace.hub.plans_in, run.paths
    found = plans_in.new_files() if paths is None else workspace.incoming.files(paths)
    run.total, run.others = len(found.files), found.others
    tell, should_stop = partial(_tell, run), partial(_should_stop, run)
    if paths is None:
        taken = plans_in.take_in_new(found, tell, should_stop)
    else:
        taken = plans_in.take_in(found, paths, tell, should_stop)
    for outcome in taken:
        run.outcomes.append(outcome)


def _tell(run: Run, done: int) -> None:
    run.done = done


def _should_stop(run: Run) -> bool:
    refuse_if_stopped()
    return run.is_stopped
