"""What is told where somebody else changed the same meanwhile, and nothing was written over it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.errors import StorageError
from desktop.text import say

_MEANWHILE = say(
    "{who} changed the same at the same time; theirs stands, and nothing of it was overwritten. "
    "Look at it, then enter yours again where it is still right."
)
_SOMEBODY = say("Somebody else")


TOLD_APART = "told-apart"
"""What clashes where two desks write what one person answers; the key is `PERSON:KEY`."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell, or one field of it, that somebody else changed since the desk had read it; nothing was written.

    Values are plain, None where nothing stands: `seen` what the desk believed to be there, `theirs` what is
    there, `mine` what was to be. `by` is empty and `at` None where nobody knows who changed it and when.
    """

    round_id: int
    what: str
    key: str
    field: str
    seen: Any
    theirs: Any
    mine: Any
    by: str = ""
    at: datetime | None = None

    @property
    def place(self) -> tuple[int, str, str, str]:
        """The later of two in the same place counts."""
        return self.round_id, self.what, self.key, self.field


@dataclass(frozen=True, slots=True)
class Seen:
    """What a desk believed to stand somewhere, in plain form; None where it saw nothing there.

    `pinned` are the hashes of the questionnaires it asked from, by their ids; empty where that is no matter.
    """

    plain: Any
    pinned: Mapping[str, str] = field(default_factory=dict)


class MeanwhileError(StorageError):
    """Nothing was written over what somebody else had changed meanwhile; `clashes` says what."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__(_MEANWHILE, who=self.clashes[0].by or _SOMEBODY)
