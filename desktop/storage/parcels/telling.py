"""Who wrote what a conflict is about, and when, as the history of that side tells it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.storage.parcels.parcel import Parcel, Row
from desktop.storage.parcels.parts import LIMITS
from desktop.storage.parcels.three_way import Conflict

_WHAT: Final[Mapping[str, str]] = {
    "answer": "answer",
    "remark": "remark",
    "step": "step",
    "company": "profile",
    "engagement": "engagement",
    LIMITS: "constraints",
}
_MOMENTS = ("answered_at", "changed_at", "removed_at", "done_at", "made_at", "created_at")


@dataclass(frozen=True, slots=True)
class Told:
    """By whose hand and when; empty and None where nobody wrote it down."""

    by: str = ""
    at: datetime | None = None


def told_of(parcel: Parcel, conflict: Conflict) -> Told:
    """Who changed what a conflict is about on the side of a parcel, and when, as far as it is known."""
    found = max(_changes(parcel, conflict), key=_moment_of, default=None)
    if found is not None:
        return found
    row = parcel.rows(conflict.part).get(conflict.key, {})
    for name in _MOMENTS:
        if row.get(name) is not None:
            return Told(str(row.get("by", "")), datetime.fromisoformat(row[name]))
    return Told()


def _changes(parcel: Parcel, conflict: Conflict) -> Iterator[Told]:
    what, is_of_company = _WHAT.get(conflict.part), bool(conflict.field)
    for (stage, at, kind, key, _act, by, *_), row in parcel.rows("change").items():
        if kind != what or not (is_of_company or stage == conflict.key[0]):
            continue
        is_same_key = conflict.part == LIMITS or is_of_company or key == conflict.key[1]
        if is_same_key and _is_about(row, conflict):
            yield Told(by, datetime.fromisoformat(at))


def _is_about(row: Row, conflict: Conflict) -> bool:
    """Whether a change of many values changed this one."""
    if not conflict.field and conflict.part != LIMITS:
        return True
    name = conflict.field or conflict.key[1]
    before, after = (json.loads(row.get(each) or "{}") for each in ("before", "after"))
    return isinstance(before, dict) and isinstance(after, dict) and before.get(name) != after.get(name)


def _moment_of(told: Told) -> float:
    return 0.0 if told.at is None else told.at.timestamp()
