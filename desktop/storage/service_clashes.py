"""Services that somebody else changed after a desk had read them: noticed before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from msgspec import ValidationError, convert, to_builtins

from desktop.advising import ServiceLine
from desktop.errors import StorageError
from desktop.storage.meanwhile_error import Clash
from desktop.text import say

SERVICE: Final = "service"
"""What clashes; the key is the UUID of the line, the field a column, empty where one deleted the line."""
KEPT: Final = (
    *("company_id", "project_id", "category", "kind", "title", "note", "technology", "price_cents"),
    *("aid_cents", "aid_scheme", "started_on", "ended_on", "attendees", "state", "officer", "provider"),
)
"""What a desk may change of a line."""
_GONE = say("This service was deleted meanwhile. Take the other, or add it again.")


def agreed_lines(
    now: Mapping[str, ServiceLine | None],
    wanted: Mapping[str, ServiceLine | None],
    seen: Mapping[str, ServiceLine | None],
) -> tuple[dict[str, ServiceLine | None], list[Clash]]:
    """What can be written of some lines without replacing anything unseen, and what clashes.

    What a desk did not change of a line stays as it is now. Of lines that nobody says to have seen, all can
    be written.
    """
    agreed: dict[str, ServiceLine | None] = {}
    clashes: list[Clash] = []
    for uid, mine in wanted.items():
        if uid not in seen:
            agreed[uid] = mine
            continue
        line, left = _agreed(uid, now[uid], seen[uid], mine)
        clashes += left
        if not left or line is not None:
            agreed[uid] = line
    return agreed, clashes


def kept_mine(clash: Clash, now: ServiceLine | None) -> tuple[ServiceLine | None, ServiceLine | None]:
    """What was to stand in a line's place, and what the user saw there; StorageError where it is gone."""
    if not clash.field:
        return _line(clash.mine), _line(clash.theirs)
    if now is None:
        raise StorageError(_GONE)
    mine, theirs = (
        convert(asdict(now) | {clash.field: value}, ServiceLine) for value in (clash.mine, clash.theirs)
    )
    return mine, theirs


def _agreed(
    uid: str, now: ServiceLine | None, seen: ServiceLine | None, mine: ServiceLine | None
) -> tuple[ServiceLine | None, list[Clash]]:
    if now is None or seen is None or mine is None:
        if _is_same(now, seen) or _is_same(now, mine):
            return mine, []
        return None, [Clash(0, SERVICE, uid, "", *map(_plain, (seen, now, mine)))]
    given: dict[str, Any] = {}
    clashes = []
    for name in KEPT:
        there, believed, own = (getattr(line, name) for line in (now, seen, mine))
        if own in (believed, there):
            continue
        if there == believed:
            given[name] = own
        else:
            told = (to_builtins(value) for value in (believed, there, own))
            clashes.append(Clash(0, SERVICE, uid, name, *told))
    return replace(now, **given), clashes


def _is_same(one: ServiceLine | None, other: ServiceLine | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(getattr(one, name) == getattr(other, name) for name in KEPT)


def _plain(line: ServiceLine | None) -> Any:
    return None if line is None else to_builtins(line)


def _line(plain: Any) -> ServiceLine | None:
    try:
        return None if plain is None else convert(plain, ServiceLine)
    except ValidationError as error:
        raise StorageError(_GONE) from error


def lines_by_uid(lines: Iterable[ServiceLine]) -> dict[str, ServiceLine | None]:
    """Lines by their UUIDs; new ones have none, and nobody saw them."""
    return {line.uid: line for line in lines if line.uid}
