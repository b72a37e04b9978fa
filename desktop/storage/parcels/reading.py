"""Companies read out of a database, whole, with the numbers their rows have there."""

import base64
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, Select, select
from sqlalchemy.orm import Session

from desktop.models import (
    CompanyRecord,
    EvidenceContentRecord,
    ReminderRecord,
    RoundRecord,
    ServiceFileContentRecord,
    ServiceRecord,
)
from desktop.storage.parcels.limits import taken_apart
from desktop.storage.parcels.parcel import Key, Parcel, Row
from desktop.storage.parcels.parts import ELSEWHERE, LIMITS, PARTS, Part, table_of

_FIRST = 3
"""Company, who looks after it, and rounds: the tables that others belong to."""
_BELOW = {"respondent": "respondent_answer", "service": "service_file"}
EVIDENCE = "evidence"
"""A change of a file names the row of the file."""
CONTENTS: Final[Mapping[str, Any]] = {
    EVIDENCE: EvidenceContentRecord,
    "service_file": ServiceFileContentRecord,
}
"""Where the bytes of files are, by the tables of the files."""


@dataclass(frozen=True, slots=True)
class Found:
    """A company as it stands in a database; `numbers` are the ids of its rows there, by table and key."""

    parcel: Parcel
    numbers: dict[str, dict[Key, int]]

    @property
    def company_id(self) -> int:
        """The number of the company."""
        return self.numbers["company"][()]


@dataclass(slots=True)
class _Reading:
    """Companies on their way; the rows that others belong to, by table and number."""

    owners: dict[str, dict[int, tuple[str, Key]]] = field(default_factory=dict)
    parts: dict[str, dict[str, dict[Key, Row]]] = field(default_factory=dict)
    numbers: dict[str, dict[str, dict[Key, int]]] = field(default_factory=dict)

    def add(self, uuid: str, part: str, key: Key, row: Row) -> Key:
        """Put a row among those of its company; the key tells it from equal ones by counting them."""
        rows, count, own = self.parts[uuid].setdefault(part, {}), 1, key
        while own in rows:
            count += 1
            own = (*key, str(count))
        rows[own] = row
        return own


def read_companies(session: Session, ids: Collection[int]) -> dict[str, Found]:
    """Companies by UUID, read with one question for each table; those that are gone are left out."""
    reading = _Reading()
    for part in PARTS[:_FIRST]:
        _read_part(session, part, ids, reading)
    filled = _filled(session, reading) if ids else ()
    for part in PARTS[_FIRST:]:
        reading.owners.setdefault(part.name, {})
        if part.name in filled:
            _read_part(session, part, ids, reading)
    return {uuid: Found(Parcel(uuid, parts), reading.numbers[uuid]) for uuid, parts in reading.parts.items()}


def ids_of(session: Session, uuids: Iterable[str]) -> dict[str, int]:
    """The numbers of companies by UUID; those that are not there, or not to be seen, are left out."""
    query = select(CompanyRecord.uuid, CompanyRecord.id).where(CompanyRecord.uuid.in_(list(uuids)))
    return dict(session.execute(query).all())


def _filled(session: Session, reading: _Reading) -> tuple[str, ...]:
    """The tables in which there is anything of them: most companies have rows in few."""
    asked = []
    for part in PARTS[_FIRST:]:
        if part.parent in reading.owners:
            owners = list(reading.owners[part.parent])
            found = select(part.table.c[part.parent_column]).where(
                part.table.c[part.parent_column].in_(owners)
            )
            asked.append(found.exists().label(part.name))
    row = session.execute(select(*asked)).mappings().one()
    filled = [name for name, is_filled in row.items() if is_filled]
    return (*filled, *(below for owner, below in _BELOW.items() if owner in filled))


def _read_part(session: Session, part: Part, ids: Collection[int], reading: _Reading) -> None:
    owned = reading.owners.setdefault(part.name, {})
    rows = session.execute(_query(part, ids, reading)).mappings()
    for found in rows:
        own = {name: plain_of(found[name]) for name in part.columns}
        if part.parent:
            uuid, before = reading.owners[part.parent][found["parent"]]
        else:
            uuid, before = found["uuid"], ()
            reading.parts[uuid], reading.numbers[uuid] = {}, {}
        if part.name == "change":
            _name_changed(own, found["of"], uuid, reading)
        wanted = (*before, *(str(own.pop(name)) for name in part.key))
        if part.called:
            wanted = (*wanted, str(own[part.called]))
            own["place"] = len(reading.parts[uuid].get(part.name, {}))
        key = reading.add(uuid, part.name, wanted, own)
        if part.name == "round":
            _add_limits(uuid, key[0], found["constraints"], reading)
        if "id" in found:
            owned[found["id"]] = (uuid, key)
            reading.numbers[uuid].setdefault(part.name, {})[key] = found["id"]


def _add_limits(uuid: str, stage: str, constraints: str, reading: _Reading) -> None:
    for key, row in taken_apart(stage, constraints):
        reading.add(uuid, LIMITS, key, row)


def _name_changed(own: dict[str, Any], of: int | None, uuid: str, reading: _Reading) -> None:
    """An undo names the change it turned round, and a change of a file the number of the file."""
    turned = reading.owners["change"].get(of or 0)
    own["of"] = None if turned is None else list(turned[1])
    if own["what"] == EVIDENCE and own["key"].isdecimal():
        owner = reading.owners[EVIDENCE].get(int(own["key"]))
        if owner is not None and owner[0] == uuid:
            own["key"] = json.dumps(owner[1], ensure_ascii=False)


def _query(part: Part, ids: Collection[int], reading: _Reading) -> Select[Any]:
    table = part.table
    columns: list[Any] = [table.c[name] for name in part.columns if name not in ELSEWHERE]
    query = select(*columns)
    for name in part.columns:
        if name in ELSEWHERE:
            record, label = ELSEWHERE[name]
            other = table_of(record)
            query = query.add_columns(other.c[label].label(name))
            query = query.outerjoin_from(table, other, other.c.id == table.c[name])
    for name in ("id",) if part.parent else ("id", "uuid"):
        if name in table.c:
            query = query.add_columns(table.c[name])
    if part.name == "round":
        query = query.add_columns(table.c.constraints)
    order = [table.c.id] if "id" in table.c else []
    if not part.parent:
        return query.where(table.c.id.in_(ids)).order_by(*order)
    parents = ids if part.parent == "company" else list(reading.owners[part.parent])
    owner = table.c[part.parent_column]
    return query.add_columns(owner.label("parent")).where(owner.in_(parents)).order_by(*order)


def lock_rounds(session: Session, ids: Collection[int]) -> None:
    """Let whoever else writes to companies' rounds, reminders or services wait until the session ends."""
    for record in (RoundRecord, ReminderRecord, ServiceRecord):
        locked = select(record.id).where(record.company_id.in_(ids)).order_by(record.id)
        session.execute(locked.with_for_update()).all()


def content_of(session: Session, found: Found, key: Key) -> bytes | None:
    """The bytes of a file or photo."""
    for table, record in CONTENTS.items():
        number = found.numbers.get(table, {}).get(key)
        if number is not None:
            return session.scalar(select(record.content).where(record.__table__.c[f"{table}_id"] == number))
    return None


def plain_of(value: Any) -> Any:
    """A column's value as plain JSON."""
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value


def value_of(plain: Any, column: Column[Any]) -> Any:
    """A column's value out of plain JSON."""
    made = None if plain is None else _MADE_BY.get(kind_of(column))
    return plain if made is None else made(plain)


@cache
def kind_of(column: Column[Any]) -> type[Any]:
    """The type of a column's values."""
    kind: type[Any] = getattr(column.type, "impl_instance", column.type).python_type
    return kind


_PLAIN: Final = frozenset((str, int, bool, float, type(None)))
_MADE_BY: Final[Mapping[type[Any], Callable[[str], Any]]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    bytes: base64.b64decode,
}
