"""The territory as it was read last: read anew when something changed, or used while others keep writing."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.territory.columns import Scores, Territory
    from desktop.workspace.stores import Stores

SLOW = 0.25
"""Seconds from which a reading of a server's companies is not waited for while another one is at hand."""
_REST = 10  # times as long as a reading took, until the next one


class KeptTerritory:
    """Calls take their time, so make them in worker threads; `offices` by province."""

    def __init__(self, stores: "Stores", offices: Callable[[], Mapping[str, str]]) -> None:
        self._stores = stores
        self._offices = offices
        self._lock = Lock()
        self._reading = Lock()
        self._state: object = None
        self._territory: Territory | None = None
        self._scores: dict[str, Scores] = {}
        self._read_at = datetime.now(UTC)
        self._ended, self._took = 0.0, 0.0
        self._is_behind = False

    @property
    def as_of(self) -> datetime | None:
        """When it was read, where others have changed something since; None where it is of now."""
        return self._read_at if self._is_behind else None

    @property
    def pause(self) -> float:
        """Seconds that it should rest until it is read anew: reading must not keep the server busy."""
        return max(0.0, self._ended + _REST * self._took - monotonic())

    def read(self, questionnaire: str, *, at_once: bool = False) -> "Territory":
        """As it is now, with the scores in a questionnaire; `at_once`: what is at hand if it takes long."""
        state = self._stores.hub.territory.state()
        with self._lock:
            territory, is_of_now = self._territory, state == self._state
            self._is_behind = territory is not None and not is_of_now
        if territory is not None and (is_of_now or (at_once and self._is_slow)):
            return territory
        with self._reading:
            if self._territory is not None and self._state == state:
                return self._territory  # somebody else has just read it
            return self._read_anew(questionnaire)

    def renew(self, questionnaire: str) -> bool:
        """Read it where anything changed, while what is at hand can be used; whether anything had."""
        with self._reading:
            if self._territory is not None and self._state == self._stores.hub.territory.state():
                return False
            self._read_anew(questionnaire)
            return True

    def _read_anew(self, questionnaire: str) -> "Territory":
        begun, now = monotonic(), datetime.now(UTC)
        state = self._stores.hub.territory.state()
        territory, scores = self._stores.hub.territory.read(self._offices(), questionnaire)
        with self._lock:
            self._territory, self._scores = territory, {questionnaire: scores}
            self._state, self._read_at, self._is_behind = state, now, False
            self._ended = monotonic()
            self._took = self._ended - begun
        return territory

    def scores(self, territory: "Territory", questionnaire: str) -> "Scores":
        """What the rounds of a territory that came from here scored in a questionnaire."""
        with self._lock:
            if territory is self._territory and questionnaire in self._scores:
                return self._scores[questionnaire]
        found = self._stores.hub.territory.scores(territory, questionnaire)
        with self._lock:
            if territory is self._territory:
                self._scores[questionnaire] = found
        return found

    @property
    def _is_slow(self) -> bool:
        """A file is read as soon as it changed: nobody else writes to it."""
        return self._stores.is_shared and self._took > SLOW
