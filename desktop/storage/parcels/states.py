"""What a laptop remembers of a company: how it went, and each state that it came back in."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from desktop.errors import StorageError
from desktop.storage.parcels.parcel import Parcel
from desktop.text import say

State: TypeAlias = Parcel | None
"""None before a company was made on the laptop."""
_DAMAGED = say(
    "What a company was when it was taken along can no longer be read on the laptop. Nothing was changed; "
    "keep the folder as it is, and ask for help."
)


@dataclass(frozen=True, slots=True)
class Remembered:
    """States in order, the first as it went; `left_out` is the digest of the one that was not wanted back."""

    states: tuple[State, ...]
    left_out: str = ""


def written(states: Iterable[Parcel | None], left_out: str = "") -> str:
    """As text that `read_states` reads; the last state is one of a company that is there."""
    *before, last = states
    if last is None:
        raise ValueError("a company that is remembered has a state")
    more = {"before": [None if each is None else json.loads(each.to_json()) for each in before]}
    return f"{last.to_json()[:-1]}, {json.dumps(more | {'left_out': left_out}, ensure_ascii=False)[1:]}"


def read_states(text: str) -> Remembered:
    """What `written` wrote, or a single state; StorageError where it cannot be read."""
    try:
        plain = json.loads(text)
        before = tuple(None if each is None else Parcel.from_plain(each) for each in plain.get("before", ()))
        return Remembered((*before, Parcel.from_plain(plain)), str(plain.get("left_out", "")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageError(_DAMAGED) from error
