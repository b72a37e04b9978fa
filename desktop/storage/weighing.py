"""Whether a cell can be written where somebody else may have changed it: what is there decides."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop.storage.cells import as_text

IN_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "profile": {},
    "constraints": {},
    "remark": {"note": "", "confidence": "", "is_marked": False},
}
"""Cells of which each field is a matter of its own, with what stands in one of which there is none."""


class Clashing(NamedTuple):
    """A field, or the whole cell (""), that is neither as it was believed to be nor as it is to be."""

    field: str
    seen: Any
    theirs: Any
    mine: Any


def weighed(what: str, now: Any, seen: Any, mine: Any) -> tuple[Any, list[Clashing]]:
    """What a cell can become without replacing anything unseen, and what clashes.

    Of a cell with fields, those that the desk did not change stay as they are now.
    """
    if what in IN_FIELDS:
        cell, left = in_fields(now, seen, mine, IN_FIELDS[what])
        return cell, [Clashing(name, *(_field(each, name) for each in (seen, now, mine))) for name in left]
    if _same(now, seen) or _same(now, mine):
        return mine, []
    return now, [Clashing("", bare(seen), bare(now), bare(mine))]


def in_fields(
    now: Mapping[str, Any] | None,
    seen: Mapping[str, Any] | None,
    mine: Mapping[str, Any] | None,
    empty: Mapping[str, Any],
) -> tuple[dict[str, Any] | None, list[str]]:
    """A cell as it is now with the fields that the desk changed, but for those that clash, which come too."""
    cells = [{**empty, **(cell or {})} for cell in (now, seen, mine)]
    there, believed, wanted = cells
    changed = [name for name in {**believed, **wanted} if not same_field(believed, wanted, name)]
    clashing = [
        name
        for name in changed
        if not same_field(there, believed, name) and not same_field(there, wanted, name)
    ]
    for name in changed:
        if name in clashing:
            continue
        if name in wanted:
            there[name] = wanted[name]
        else:
            there.pop(name, None)
    return (None if empty and there == empty else there), clashing


def is_moved(pinned: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether a questionnaire is another version, by its hash, than the desk asked from."""
    return any(pinned.get(name, there) != there for name, there in now.items())


def _field(cell: Mapping[str, Any] | None, name: str) -> Any:
    return (cell or {}).get(name)


def same_field(one: Mapping[str, Any], other: Mapping[str, Any], name: str) -> bool:
    """Whether a field of two cells tells the same."""
    return as_text(one.get(name)) == as_text(other.get(name))


def _same(one: Any, other: Any) -> bool:
    """Of an answer, whoever told it."""
    return as_text(bare(one)) == as_text(bare(other))


def bare(cell: Any) -> Any:
    """What a cell tells; of an answer, whoever told it."""
    return cell["plain"] if isinstance(cell, Mapping) and "plain" in cell else cell
