"""Plans taken in with a report, a watched folder, and what waits: for a choice, or for a questionnaire."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from desktop.content.library import Library
from desktop.errors import SestanteError
from desktop.storage import Received
from desktop.workspace.chasing import Chasing
from desktop.workspace.incoming import CAME_IN, Found, Incoming, Outcome
from desktop.workspace.incoming.reading import Progress, ShouldStop
from desktop.workspace.plans_in.line import Line, line_of, lines_from, passed_line
from desktop.workspace.plans_in.report import Keeper, Report, reports_in
from desktop.workspace.plans_in.watched import Watched, refuse_absent
from desktop.workspace.stores import Stores

_LOOKS = 0.1  # seconds between two looks at whether work that waits for its turn is still wanted


@dataclass(frozen=True, slots=True)
class Waiting:
    """A result that is kept and became no round, and why."""

    sha256: str
    outcome: Outcome


class PlansIn:
    """The imports of a workspace. What an outcome tells has been written to disk.

    An import and another look at what waits take turns: both at once could bring one result in twice.
    """

    def __init__(self, library: Library, stores: Stores, incoming: Incoming) -> None:
        self._incoming = incoming
        self._stores = stores
        self._turn = Lock()
        self.chasing = Chasing(library, stores)

    def take_in(
        self,
        found: Found,
        given: Sequence[Path],
        progress: Progress,
        should_stop: ShouldStop,
        *,
        accept_changed: bool = False,
    ) -> Iterator[Outcome]:
        """As `Incoming.take_in`, with a report that is kept; `given` are the files and folders as named."""
        keeper = Keeper(self._stores.imports, "files", given)
        taken = self._incoming.take_in(found, progress, should_stop, accept_changed=accept_changed)
        yield from self._reported(keeper, taken, found, should_stop)

    @property
    def watched(self) -> Path | None:
        """The folder that is watched."""
        return Watched.read(self._stores.imports).folder

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on, all in it new, or none; WatchedFolderError where it is not there."""
        if folder is not None:
            refuse_absent(folder)
        if folder is None or folder != self.watched:
            Watched(folder).keep(self._stores.imports)

    def new_files(self) -> Found:
        """What is new in the watched folder; WatchedFolderError where it cannot be looked at."""
        return Watched.read(self._stores.imports).new_files()

    def take_in_new(self, found: Found, progress: Progress, should_stop: ShouldStop) -> Iterator[Outcome]:
        """Take in what is new in the watched folder; what was not reached is new the next time, too."""
        watched = Watched.read(self._stores.imports)
        marks = watched.marks(
            [*found.files, *found.passed]
        )  # before reading: what grows meanwhile is new again
        keeper = Keeper(self._stores.imports, "watched", [watched.folder] if watched.folder else [])
        seen: list[Path] = []
        is_whole = False
        try:
            taken = self._incoming.take_in(found, progress, should_stop)
            for outcome in self._reported(keeper, taken, found, should_stop):
                seen += outcome.paths
                yield outcome
            is_whole = not should_stop()
        finally:
            names = marks if is_whole else watched.marks(seen)
            watched.seen |= {name: marks[name] for name in names if name in marks}
            watched.keep(self._stores.imports)

    def try_again(self, should_stop: ShouldStop) -> tuple[Waiting, ...]:
        """Weigh once more what is kept and became no round; what still waits comes back.

        What can be opened now comes in, with a report. Reads each of them: call it in a worker thread.
        """
        with self._in_turn(should_stop):
            return self._weighed_again(should_stop)

    def _weighed_again(self, should_stop: ShouldStop) -> tuple[Waiting, ...]:
        keeper = Keeper(self._stores.imports, "waiting", ())
        try:
            return tuple(self._weighed(keeper, should_stop))
        finally:  # also where the work is ended: what came in until then is told
            keeper.end(is_stopped=False)

    def _weighed(self, keeper: Keeper, should_stop: ShouldStop) -> Iterator[Waiting]:
        """What still waits."""
        for received in self._pending():
            if should_stop():
                return
            outcome = self._once_more(received)
            if outcome.kind in CAME_IN:
                keeper.add(line_of(outcome, self._company(outcome)))
            elif outcome.kind == "here":
                self._stores.imports.put_aside([received.arrival.sha256])
            else:
                yield Waiting(received.arrival.sha256, outcome)

    def let_go(self, waiting: Waiting) -> None:
        """Ask no more about a result that waits; it is kept as it came."""
        self._stores.imports.put_aside([waiting.sha256])

    def pending_numbers(self) -> frozenset[int]:
        """The numbers of the results that wait."""
        return frozenset(each.id for each in self._pending())

    def reports(self) -> tuple[Report, ...]:
        """The reports of all imports, the last one first."""
        return reports_in(self._stores.imports)

    def lines(self, report: Report) -> tuple[Line, ...]:
        """What became of each file of an import."""
        return lines_from(self._stores.imports.lines(report.uid))

    def delete(self, report: Report) -> None:
        """Forget a report; what came in stays."""
        self._stores.imports.delete(report.uid)

    def _pending(self) -> tuple[Received, ...]:
        aside = self._stores.imports.aside()
        return tuple(each for each in self._stores.received.pending() if each.arrival.sha256 not in aside)

    def _once_more(self, received: Received) -> Outcome:
        try:
            return self._incoming.try_again(received)
        except SestanteError as error:
            return Outcome((Path(received.arrival.file_name),), "refused", error.sentence)

    def _company(self, outcome: Outcome) -> str:
        """The UUID of the company that it is of here, where that is another one, too."""
        found = self._stores.known.of_uuid(outcome.company) if outcome.company else None
        return found.uuid if found else outcome.company

    def _reported(
        self, keeper: Keeper, taken: Iterator[Outcome], found: Found, should_stop: ShouldStop
    ) -> Iterator[Outcome]:
        is_stopped, error = True, None
        try:
            with self._in_turn(should_stop):
                for outcome in taken:
                    keeper.add(line_of(outcome, self._company(outcome)))
                    yield outcome
            is_stopped = should_stop()
            for path in () if is_stopped else found.passed:
                keeper.add(passed_line(path))
        except SestanteError as caught:
            error = caught.sentence
            raise
        finally:
            keeper.end(is_stopped=is_stopped, error=error)

    @contextmanager
    def _in_turn(self, should_stop: ShouldStop) -> Iterator[None]:
        """Once nobody else takes anything in, or nothing is wanted any more."""
        has_turn = self._turn.acquire(timeout=_LOOKS)
        while not has_turn and not should_stop():
            has_turn = self._turn.acquire(timeout=_LOOKS)
        try:
            yield
        finally:
            if has_turn:
                self._turn.release()
