"""What waits for a server: kept on this computer, and sent in its order as soon as the server answers."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from typing_extensions import override

from desktop.errors import NotWrittenError, OutOfReachError, SestanteError, StorageError
from desktop.storage.outbox import Letter
from desktop.text import say
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk.delivering import Delivered, Renamed, send, send_all
from desktop.ui.desk.letters import UnreadableLetterError, letter_of, new_uid, waiting_of
from desktop.ui.desk.unsaved import Unsaved
from desktop.ui.desk.waiting import Waiting, WaitingBeginning, after_delivery, in_belief_of
from desktop.workspace import Workspace
from desktop.workspace.server_side import ServerSide

_PAUSES = (500, 1000, 2000, 4000, 8000, 10_000)  # milliseconds until the next try
_IN_TURN = say("Earlier changes are being sent to the server; this one follows them.")


class Sending(Unsaved):
    """As `Unsaved`, for a workspace on a server: what waits outlives the window, and is sent by a worker.

    Signals: `emptied` after the last of what waited was sent; `changed` also with what is `undelivered`.
    """

    emptied = Signal()

    def __init__(self, workspace: Workspace, server: ServerSide, parent: QObject) -> None:
        super().__init__(workspace, parent)
        self._server = server
        self._uids: dict[object, str] = {}
        self._replaced: dict[str, Waiting] = {}  # perhaps being sent when something else took its place
        self._unread: tuple[Letter, ...] = ()
        self._only_here: set[object] = set()
        self._undelivered: dict[str, Letter] = {}
        self._tried = 0
        self._sender = Operation(self, quick_pool(), is_lasting=True)
        self._sender.progressed.connect(self._on_progressed)
        self._sender.succeeded.connect(self._on_sent)
        self._sender.failed.connect(self._on_not_sent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)

    @property
    @override
    def count(self) -> int:
        return len(self._waiting) + len(self._unread)

    @property
    @override
    def only_in_memory(self) -> tuple[Waiting, ...]:
        return tuple(each for place, each in self._waiting.items() if place in self._only_here)

    @property
    def undelivered(self) -> tuple[Letter, ...]:
        """What is kept here since its company is gone from the server, or out of the user's reach."""
        return tuple(self._undelivered.values())

    def discard(self, letters: Iterable[Letter]) -> None:
        """Throw away what cannot be delivered, as the user wishes; told where the disk does not let it go."""
        for letter in letters:
            if self._remove(letter.uid):
                self._undelivered.pop(letter.uid, None)
        self._tell()

    @override
    def go_on(self, waiting: Iterable[Waiting]) -> None:
        """Take over what waits on this computer, and what could not even be kept there."""
        try:
            self._unread = self._server.outbox.letters()
        except StorageError as error:
            self._to_tell.append(error)
        self._read_letters()
        for each in waiting:
            self._keep(each, new_uid())
        self._tell()
        self._start()

    @override
    def try_again(self) -> bool:
        self._tried = 0
        self._start()
        return not self.count

    @override
    def forget(self, case_ids: Iterable[int]) -> None:
        super().forget(case_ids)
        for place in [each for each in self._uids if each not in self._waiting]:
            self._remove(self._uids.pop(place))

    @override
    def _add(self, waiting: Waiting) -> None:
        uid, earlier = new_uid(), self._waiting.get(waiting.place)
        waiting = in_belief_of(waiting, earlier)
        if isinstance(waiting, WaitingBeginning):
            known = earlier.uuid if isinstance(earlier, WaitingBeginning) else uid
            waiting = replace(waiting, uuid=known)
        try:
            self._write_now(waiting, uid)
        finally:
            self._tell()

    def _write_now(self, waiting: Waiting, uid: str) -> None:
        """At once where nothing waits before it; NotWrittenError where it is kept."""
        if self.count or self._sender.is_running:
            self.reason = self.reason or NotWrittenError(_IN_TURN)
            self._keep(waiting, uid)
            self._start()
            raise self.reason
        names = [uid]
        try:
            made = send(self._workspace, self._server, uid, waiting, names.append, is_first=True)
            self.begun_case = made or self.begun_case
        except NotWrittenError as error:
            self.reason = error
            self._keep(waiting, names[-1])
            self._try_later()
            raise
        except OutOfReachError:
            letter = self._undelivered[names[-1]] = letter_of(names[-1], waiting)
            self._server.outbox.put(letter)
            raise

    def _keep(self, waiting: Waiting, uid: str) -> None:
        place = waiting.place
        former, earlier = self._uids.pop(place, None), self._waiting.pop(place, None)
        if former is not None and earlier is not None:
            self._replaced[former] = earlier
        self._waiting[place] = waiting  # what is given last is sent last
        self._uids[place] = uid
        self._put(place, (uid,) if former is None else (uid, former))

    def _put(self, place: object, instead_of: Iterable[str]) -> None:
        self._only_here.discard(place)
        try:
            self._server.outbox.put(letter_of(self._uids[place], self._waiting[place]), instead_of)
        except StorageError as error:
            self._only_here.add(place)
            self.reason = error

    def _remove(self, uid: str) -> bool:
        try:
            self._server.outbox.remove(uid)
        except StorageError as error:
            self._to_tell.append(error)
            return False
        return True

    def _start(self) -> None:
        if self._sender.is_running or not self._read_letters() or not self._waiting:
            return
        self._pause.stop()
        letters = [(self._uids[place], each) for place, each in self._waiting.items()]
        self._sender.start_telling(partial(send_all, self._workspace, self._server, letters, self._is_wanted))

    def _is_wanted(self, uid: str) -> bool:
        """Asked by the worker: what is given anew meanwhile is sent in its later place."""
        return uid in self._uids.values()

    def _read_letters(self) -> bool:
        """Whether it is known what all letters say; what can never be sent is told, and thrown away."""
        left: list[Letter] = []
        newer, self._waiting = self._waiting, {}
        for letter in self._unread:
            self._read_letter(letter, left)
        for place, each in newer.items():
            earlier = self._waiting.pop(place, None)
            self._waiting[place] = in_belief_of(each, earlier)
        self._unread = tuple(left)
        return not left

    def _read_letter(self, letter: Letter, left: list[Letter]) -> None:
        try:
            waiting = waiting_of(letter, self._workspace)
        except NotWrittenError as error:
            self.reason = error
            left.append(letter)
            self._try_later()
        except OutOfReachError:
            self._undelivered[letter.uid] = letter
        except UnreadableLetterError as error:
            self._to_tell.append(error)
        except SestanteError as error:
            self._to_tell.append(error)
            self._remove(letter.uid)
        else:
            self._waiting[waiting.place] = waiting
            self._uids.setdefault(waiting.place, letter.uid)

    def _on_progressed(self, value: object) -> None:
        match value:
            case Renamed(uid, other):
                self._uids = {place: other if each == uid else each for place, each in self._uids.items()}
            case Delivered(uid, made, error):
                waiting = self._take_away(uid)
                if isinstance(error, OutOfReachError) and waiting is not None:
                    self._undelivered[uid] = letter_of(uid, waiting)
                if error is None and (earlier := self._replaced.pop(uid, None)) is not None:
                    self._follow(earlier)
                self.begun_case = made or self.begun_case
                self._to_tell += [each for each in (made, error) if each is not None]
                self._tell()

    def _take_away(self, uid: str) -> Waiting | None:
        """What waited under this name; None where something else took its place."""
        place = next((place for place, each in self._uids.items() if each == uid), None)
        if place is None:
            return None
        del self._uids[place]
        self._only_here.discard(place)
        return self._waiting.pop(place, None)

    def _follow(self, earlier: Waiting) -> None:
        """What took the place of something now stands behind it: it was on its way already."""
        place = earlier.place
        if (waiting := self._waiting.get(place)) is not None:
            self._waiting[place] = after_delivery(waiting, earlier)
            self._put(place, (self._uids[place],))

    def _on_sent(self, _: object) -> None:
        self._tried, self.reason = 0, None
        self._replaced.clear()
        if self.count:
            self._start()
        else:
            self.changed.emit()
            self.emptied.emit()

    def _on_not_sent(self, error: object) -> None:
        if isinstance(error, StorageError):
            self.reason = error
        self.changed.emit()
        self._try_later()

    def _try_later(self) -> None:
        self._pause.start(_PAUSES[min(self._tried, len(_PAUSES) - 1)])
        self._tried += 1
