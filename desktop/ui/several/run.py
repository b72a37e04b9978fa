"""The work on many companies, which goes on wherever the user is in the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.storage import RoundSummary
from desktop.ui.background import Operation, Tell
from desktop.workspace import Workspace
from desktop.workspace.batch import Batch, Written, taken_files, write_all


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: what became of each company so far, of how many, and who is next."""

    written: tuple[Written, ...]
    of: int
    next_name: str

    @property
    def files(self) -> int:
        """How many files there are."""
        return sum(len(each.files) for each in self.written)

    @property
    def failures(self) -> tuple[Written, ...]:
        """Those of which something could not be written."""
        return tuple(each for each in self.written if each.error is not None)


class BatchRun(QObject):
    """One batch, from its start until it has ended; pages come and go meanwhile.

    Signals: `moved` at the start and after every company, `ended` once; `files_found` where files of such
    names are there already, with their number: whoever is there is to ask, and to start it.
    """

    moved = Signal()
    ended = Signal()
    files_found = Signal(int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._companies: tuple[RoundSummary, ...] = ()
        self._written: list[Written] = []
        self._asked: tuple[tuple[RoundSummary, ...], Batch] | None = None
        self._looking = Operation(self)
        self._work = Operation(self)
        self.batch: Batch | None = None
        self.error: object = None
        self.is_stopping = False
        self._looking.succeeded.connect(self._on_looked)
        self._looking.failed.connect(self._on_failed)
        self._work.progressed.connect(self._on_written)
        self._work.succeeded.connect(self._on_ended)
        self._work.stopped.connect(self._on_ended)
        self._work.failed.connect(self._on_failed)

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._looking.is_running or self._work.is_running

    @property
    def progress(self) -> Progress:
        """How far it is."""
        count = len(self._written)
        following = self._companies[count].name if count < len(self._companies) else ""
        return Progress(tuple(self._written), len(self._companies), following)

    def look_first(self, companies: Sequence[RoundSummary], batch: Batch) -> None:
        """Start at once where nothing would be replaced; else `files_found` follows."""
        self._asked = tuple(companies), batch
        self._looking.start(partial(taken_files, self._workspace, companies, batch))

    def start(self, companies: Sequence[RoundSummary], batch: Batch) -> None:
        """Write these companies."""
        self._companies, self.batch = tuple(companies), batch
        self._written, self.error, self.is_stopping = [], None, False
        self._work.start_telling(partial(_write, self._workspace, self._companies, batch))
        self.moved.emit()

    def stop(self) -> None:
        """End after what is being written; `ended` follows."""
        self.is_stopping = True
        self._work.stop()

    def _on_looked(self, taken: object) -> None:
        if isinstance(taken, tuple) and taken:
            self.files_found.emit(len(taken))
        elif self._asked is not None:
            self.start(*self._asked)

    def _on_written(self, value: object) -> None:
        if isinstance(value, Written):
            self._written.append(value)
            self.moved.emit()

    def _on_ended(self, _: object = None) -> None:
        self.ended.emit()

    def _on_failed(self, error: object) -> None:
        self.error = error
        self.ended.emit()


def _write(workspace: Workspace, companies: Sequence[RoundSummary], batch: Batch, tell: Tell) -> None:
    """Runs in a worker thread."""
    for written in write_all(workspace, companies, batch):
        tell(written)
