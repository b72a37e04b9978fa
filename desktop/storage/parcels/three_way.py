"""What became of a company on a laptop and on the server since it was taken along, cell by cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, TypeAlias

from desktop.storage.parcels.parcel import Key, Parcel, Row
from desktop.storage.parcels.parts import LIMITS, PART_OF, PARTS, Part

Side = Literal["mine", "theirs"]
"""Mine is the laptop's, theirs the server's."""
_DERIVED = "step"  # reminders of this kind are worked out anew from the plan


@dataclass(frozen=True, slots=True)
class Put:
    """What is to stand in the server's row: some columns of it, or None to take it away."""

    part: str
    key: Key
    row: Row | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that was changed on both sides; `field` is the column where columns are compared apart.

    Values are None where there is nothing.
    """

    part: str
    key: Key
    field: str
    base: Any
    mine: Any
    theirs: Any

    @property
    def mark(self) -> str:
        """What names just this conflict: another one once either side changed again."""
        told = (self.part, self.key, self.field, _plain(self.mine), _plain(self.theirs))
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def mine_put(self) -> Put:
        """What makes the server's row the laptop's."""
        return Put(self.part, self.key, {self.field: self.mine} if self.field else self.mine)


Choices: TypeAlias = Mapping[str, Side]
"""By the marks of conflicts."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the server is to take over, and what somebody must choose."""

    puts: tuple[Put, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(slots=True)
class _Comparing:
    base: Parcel
    mine: Parcel
    theirs: Parcel
    puts: list[Put] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    settled: set[tuple[str, Key]] = field(default_factory=set)
    """Rounds and people whose rows are no longer compared."""


def compare(base: Parcel, mine: Parcel, theirs: Parcel) -> Difference:
    """What changed since the base on both sides.

    Of a round or person that went on one side and was changed on the other, the change counts: nothing that
    somebody wrote goes unseen.
    """
    comparing = _Comparing(base, mine, theirs)
    for part in PARTS:
        if part.name in ("round", "respondent", "service"):
            _settle(comparing, part)
    for part in PARTS:
        if part.is_by_field:
            _compare_fields(comparing, part)
        else:
            _compare_rows(comparing, part.name)
    _compare_rows(comparing, LIMITS)
    return Difference(tuple(comparing.puts), tuple(comparing.conflicts))


def _settle(comparing: _Comparing, owners: Part) -> None:
    """What one side deleted goes, unless the other one changed anything of it."""
    base, mine, theirs = comparing.base, comparing.mine, comparing.theirs
    for key in base.rows(owners.name):
        is_mine, is_theirs = key in mine.rows(owners.name), key in theirs.rows(owners.name)
        if (is_mine and is_theirs) or _is_settled(comparing, owners.name, key):
            continue
        comparing.settled.add((owners.name, key))
        if is_mine and not _same_below(mine, base, owners.name, key):
            rows = _below(mine, owners.name, key)
            comparing.puts += [Put(part, each, mine.rows(part)[each]) for part, each in rows]
        elif is_theirs and _same_below(theirs, base, owners.name, key):
            comparing.puts.append(Put(owners.name, key, None))


def _compare_rows(comparing: _Comparing, part: str) -> None:
    base, mine, theirs = (each.rows(part) for each in (comparing.base, comparing.mine, comparing.theirs))
    for key in sorted({*base, *mine, *theirs}):
        if _is_settled(comparing, part, key):
            continue
        was, own, other = base.get(key), mine.get(key), theirs.get(key)
        if same(part, own, other) or same(part, own, was):
            continue
        if own is None and _is_lasting(part):
            continue
        if same(part, other, was):
            comparing.puts.append(Put(part, key, own))
        elif not _is_quiet(part, own or was or {}):
            comparing.conflicts.append(Conflict(part, key, "", was, own, other))


def _compare_fields(comparing: _Comparing, part: Part) -> None:
    """A row that is there on one side only is taken whole."""
    base, mine, theirs = (
        each.rows(part.name).get(()) for each in (comparing.base, comparing.mine, comparing.theirs)
    )
    if mine is None or theirs is None:
        if mine is not None and base is None:
            comparing.puts.append(Put(part.name, (), mine))
        return
    taken = {}
    for name in part.said:
        was = None if base is None else base.get(name)
        own, other = mine.get(name), theirs.get(name)
        if own in (other, was):
            continue
        if other == was:
            taken[name] = own
        else:
            comparing.conflicts.append(Conflict(part.name, (), name, was, own, other))
    if taken:
        comparing.puts.append(Put(part.name, (), taken))


def same(part: str, one: Row | None, other: Row | None) -> bool:
    """Whether two rows of the same key say the same."""
    if one is None or other is None:
        return one is other
    if part == LIMITS:
        return bool(one["value"] == other["value"])
    table = PART_OF[part]
    return all(
        (one.get(name) is None) == (other.get(name) is None)
        if name in table.only_whether
        else one.get(name) == other.get(name)
        for name in table.said
    )


def _is_quiet(part: str, row: Row) -> bool:
    if part == "reminder":
        return bool(row.get("kind") == _DERIVED)
    return part != LIMITS and PART_OF[part].is_quiet


def _is_lasting(part: str) -> bool:
    return part != LIMITS and PART_OF[part].is_lasting


def _is_settled(comparing: _Comparing, part: str, key: Key) -> bool:
    return any(_is_below(part, key, *owner) for owner in comparing.settled)


def _is_below(part: str, key: Key, owners: str, owner: Key) -> bool:
    """Whether a row is, or belongs to, a round or person."""
    if key[: len(owner)] != owner:
        return False
    if owners == "respondent":
        return part in ("respondent", "respondent_answer")
    if owners == "service":
        return part in ("service", "service_file")
    return in_round(part)


def in_round(part: str) -> bool:
    """Whether the rows of a table are of a round, whose stage their keys begin with."""
    return part in (LIMITS, "round") or PART_OF[part].parent in ("round", "respondent")


def _below(parcel: Parcel, owners: str, owner: Key) -> Iterator[tuple[str, Key]]:
    """A round or person with all its rows, in the order they are written in."""
    for part in (*PART_OF, LIMITS):
        yield from ((part, key) for key in parcel.rows(part) if _is_below(part, key, owners, owner))


def _same_below(one: Parcel, other: Parcel, owners: str, owner: Key) -> bool:
    ours, theirs = (set(_below(each, owners, owner)) for each in (one, other))
    return ours == theirs and all(
        same(part, one.rows(part)[key], other.rows(part)[key]) for part, key in ours
    )


def _plain(value: Any) -> Any:
    return sorted(value.items(), key=_first) if isinstance(value, Mapping) else value


def _first(entry: tuple[str, Any]) -> str:
    return entry[0]


def undecided(conflicts: Iterable[Conflict], choices: Choices) -> tuple[Conflict, ...]:
    """The conflicts that nobody has chosen in yet."""
    return tuple(each for each in conflicts if each.mark not in choices)
