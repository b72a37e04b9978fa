"""Rows of a parcel put into a database: a company that is there is changed, another one is made."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any, Final, TypeAlias

from sqlalchemy import delete, select, update
from sqlalchemy.exc import ProgrammingError

from desktop.models import RoundRecord, ServiceRecord
from desktop.storage.inserting import insert
from desktop.storage.parcels.limits import put_together
from desktop.storage.parcels.many_rows import ManyRows, write_rows
from desktop.storage.parcels.parcel import Key, Parcel, Row
from desktop.storage.parcels.parts import ELSEWHERE, LIMITS, PARTS, Part, table_of
from desktop.storage.parcels.reading import CONTENTS, EVIDENCE, Found, value_of
from desktop.storage.parcels.three_way import Put
from desktop.storage.writing import question_ids

Contents: TypeAlias = Callable[[Key], bytes | None]
"""The bytes of a file or photo by the key of its row, None where they are gone."""
_NAMED_BY_OTHERS: Final = ("company", "round", "respondent", "service", "change", *CONTENTS)
_OF_ONE: Final = ("received", "service", "reminder", "expert_remark")
"""Tables whose rows have a name that is one in the whole database."""

_OF_THE_COORDINATOR: Final = ("engagement", "project_member")
"""On a server others may not write them; what they wished stays in the history that comes with it."""


def write_puts(many: ManyRows, there: Found, puts: Iterable[Put], contents: Contents) -> Found:
    """Make the rows of a company in a database as they are put; returns it with the numbers of new rows.

    `there` is what was read in the same session; of a new company it holds nothing. Rows whose numbers nobody
    needs are gathered in `many`, to be written with those of other companies.
    """
    by_part: dict[str, list[Put]] = {}
    for put in puts:
        by_part.setdefault(put.part, []).append(put)
    writing = _Writing(many, there, contents)
    for part in reversed(PARTS):
        writing.take_away(part, [each.key for each in by_part.get(part.name, ()) if each.row is None])
    for part in PARTS:
        writing.put(part, [each for each in by_part.get(part.name, ()) if each.row is not None])
    writing.put_limits(by_part.get(LIMITS, ()))
    return Found(there.parcel, writing.numbers)


def all_of(parcel: Parcel) -> list[Put]:
    """Everything of a company, as where nothing of it is there."""
    return [Put(part, key, row) for part, key, row in parcel.each()]


class _Writing:
    """One company on its way; `numbers` are those its rows have, or get, in the database."""

    def __init__(self, many: ManyRows, there: Found, contents: Contents) -> None:
        self._many = many
        self._session = many.session
        self._there = there.parcel
        self._contents = contents
        self._elsewhere = many.elsewhere
        self.numbers = {part: dict(numbers) for part, numbers in there.numbers.items()}

    def take_away(self, part: Part, keys: list[Key]) -> None:
        """Delete rows; what belongs to them goes with them."""
        self._find_elsewhere(part, keys, ())
        for key in keys:
            if self._parent_of(part, key) is not None:
                self._session.execute(delete(part.record).where(*self._where(part, key)))
                self.numbers.get(part.name, {}).pop(key, None)

    def put(self, part: Part, puts: list[Put]) -> None:
        """Change rows that are there, and make those that are not."""
        rows = [
            (put.key, {**self._there.rows(part.name).get(put.key, {}), **(put.row or {})}) for put in puts
        ]
        self._find_elsewhere(part, [key for key, _ in rows], [row for _, row in rows])
        whole = {key: made for key, row in rows if (made := self._columns(part, key, row)) is not None}
        known = self.numbers.get(part.name, {})
        for put in puts:
            if put.key in known and put.key in whole and put.row:  # not every role may write every column
                columns = {name: value for name, value in whole[put.key].items() if name in put.row}
                self._session.execute(
                    update(part.record).where(*self._where(part, put.key)).values(**columns)
                )
        new = [(key, columns) for key, columns in whole.items() if key not in known]
        if "id" in part.table.c:
            self._make(part, new, [row for _, row in rows])
            self._join(part, rows)
        elif new and part.name in _OF_THE_COORDINATOR:
            with suppress(ProgrammingError), self._session.begin_nested():
                write_rows(self._session, part.table, [columns for _, columns in new], is_over=True)
        elif new:
            self._many.put_over(part.table, [columns for _, columns in new])

    def put_limits(self, puts: Iterable[Put]) -> None:
        """Write the limits of each round, with those that stay."""
        for stage, changed in groupby(sorted(puts, key=_key_of), _stage_of):
            rows = {key: row for key, row in self._there.rows(LIMITS).items() if key[0] == stage}
            for put in changed:
                if put.row is None:
                    rows.pop(put.key, None)
                else:
                    rows[put.key] = put.row
            statement = update(RoundRecord).where(RoundRecord.id == self.numbers["round"].get((stage,)))
            self._session.execute(statement.values(constraints=put_together(rows)))

    def _make(self, part: Part, new: list[tuple[Key, dict[str, Any]]], given: list[Row]) -> None:
        if not new:
            return
        if part.name in _OF_ONE:
            self._free_names(part, [columns for _, columns in new])
        empty = {"constraints": "{}"} if part.name == "round" else {}
        rows = [empty | columns for _, columns in new]
        is_named = part.name != "change" or any(row.get("of") for row in given)
        if part.name not in _NAMED_BY_OTHERS or not is_named:
            self._many.add(part.table, rows)
            return
        returning = insert(self._session, part.table).returning(part.table.c.id, sort_by_parameter_order=True)
        numbers = self._session.scalars(returning, rows).all()
        made = dict(zip((key for key, _ in new), numbers, strict=True))
        self.numbers.setdefault(part.name, {}).update(made)
        if part.name in CONTENTS:
            self._add_contents(part.name, made)

    def _join(self, part: Part, rows: Sequence[tuple[Key, Row]]) -> None:
        """An undo names the change it turned round, which may have come with it."""
        made = self.numbers.get(part.name, {})
        for key, row in rows if part.name == "change" else ():
            if row.get("of") is not None and key in made:
                statement = update(part.record).where(part.table.c.id == made[key])
                self._session.execute(statement.values(of=made.get(tuple(row["of"]))))

    def _free_names(self, part: Part, rows: list[dict[str, Any]]) -> None:
        """A service that stayed for the accounts, or what a copy of the company left, gives way."""
        name = "sha256" if part.name == "received" else "uid"
        taken = part.table.c[name].in_([row[name] for row in rows])
        orphans = [ServiceRecord.company_id.is_(None)] if part.name == "service" else []
        if part.name in ("service", "received"):
            self._session.execute(delete(part.record).where(taken, *orphans))

    def _add_contents(self, table: str, made: Mapping[Key, int]) -> None:
        for key, number in made.items():
            content = self._contents(key)
            if content is not None:
                row = {f"{table}_id": number, "content": content}
                self._session.execute(insert(self._session, CONTENTS[table]), [row])

    def _columns(self, part: Part, key: Key, row: Row) -> dict[str, Any] | None:
        """A row as the database wants it; None where what it belongs to is not there."""
        parent = self._parent_of(part, key)
        if part.parent and parent is None:
            return None
        plain: dict[str, Any] = {**row, **dict(zip(part.key, _own_key(part, key), strict=False))}
        values: dict[str, Any] = {}
        for name, column in part.written:
            given = plain.get(name)
            values[name] = value = self._number(name, given) if name in ELSEWHERE else value_of(given, column)
            if value is None and not column.nullable:
                return None  # of a project that is not here
        if part.name == "change":
            self._name_changed(values)
        return values | self._belonging(part, parent)

    def _belonging(self, part: Part, parent: int | None) -> dict[str, Any]:
        return {part.parent_column: parent} if part.parent else {"uuid": self._there.uuid}

    def _name_changed(self, values: dict[str, Any]) -> None:
        values["of"] = None  # until all of them have their numbers
        if values["what"] == EVIDENCE and values["key"].startswith("["):
            named = tuple(json.loads(values["key"]))
            values["key"] = str(self.numbers.get(EVIDENCE, {}).get(named, ""))

    def _parent_of(self, part: Part, key: Key) -> int | None:
        before = key[: len(key) - len(_own_key(part, key))]
        return self.numbers.get(part.parent or "company", {}).get(before)

    def _where(self, part: Part, key: Key) -> list[Any]:
        """What finds the row in the database."""
        number = self.numbers.get(part.name, {}).get(key)
        if number is not None:
            return [part.table.c.id == number]
        own = dict(zip(part.key, _own_key(part, key), strict=False))
        found = [part.table.c[part.parent_column] == self._parent_of(part, key)]
        for name, plain in own.items():
            value = self._number(name, plain) if name in ELSEWHERE else plain
            found.append(part.table.c[name] == value)
        return found

    def _number(self, name: str, plain: Any) -> int | None:
        return None if plain is None else self._elsewhere[name].get(plain)

    def _find_elsewhere(self, part: Part, keys: Iterable[Key], rows: Iterable[Row]) -> None:
        """The numbers that questions, events and projects have here."""
        for name in ELSEWHERE:
            if name not in part.table.c:
                continue
            place = part.key.index(name) if name in part.key else -1
            wanted = {_own_key(part, key)[place] for key in keys} if place >= 0 else set()
            wanted |= {str(row[name]) for row in rows if row.get(name) is not None}
            missing = sorted(wanted - self._elsewhere[name].keys())
            if missing:
                self._elsewhere[name] |= self._numbers_of(name, missing)

    def _numbers_of(self, name: str, known_by: list[Any]) -> dict[str, int]:
        if name == "question_id":
            return question_ids(self._session, known_by)
        record, label = ELSEWHERE[name]
        other = table_of(record)
        query = select(other.c[label], other.c.id).where(other.c[label].in_(known_by))
        return dict(self._session.execute(query).all())


def _own_key(part: Part, key: Key) -> Key:
    """The key without what names the parent."""
    if part.parent == "respondent":
        return key[-1:]
    return key[1:] if part.parent in ("round", "service") else key


def _key_of(put: Put) -> Key:
    return put.key


def _stage_of(put: Put) -> str:
    return put.key[0]
