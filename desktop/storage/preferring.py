"""Preferences written together with something else, in one transaction with it."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import CompanyRecord, PreferenceRecord
from desktop.storage.inserting import insert
from desktop.storage.rows import Rows

_MERGED = "merged"
_READ = "SELECT value FROM preference WHERE name = :name"
_HERE = "SELECT 1 FROM company WHERE uuid = :uuid"


def write_preference(session: Session, name: str, value: Any) -> None:
    """Replace a preference by a plain JSON value."""
    given = {"value": json.dumps(value, ensure_ascii=False)}
    statement = insert(session, PreferenceRecord).values(name=name, **given)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=given))


def note_merger(session: Session, goes: str, stays: str) -> None:
    """Remember by UUID which company became one with which: former copies still hold both."""
    write_preference(session, _MERGED, {**_merged(session), goes: stays})


def became_one_with(session: Session, uuid: str) -> tuple[str, ...]:
    """The UUIDs of companies that are no longer here because they became one with this one."""
    found = _joined(_merged(session), uuid)
    query = select(CompanyRecord.uuid).where(CompanyRecord.uuid.in_(found))
    here = set(session.scalars(query))  # one that was brought back out of a copy is a company of its own
    return tuple(each for each in found if each not in here and each != uuid)


def joined_by(rows: Rows, uuid: str) -> tuple[str, ...]:
    """As `became_one_with`, of rows."""
    found = rows(_READ, name=_MERGED)
    joined = _joined(_merged_in(found[0]["value"] if found else None), uuid)[1:]
    return tuple(each for each in joined if not rows(_HERE, uuid=each))


def _joined(merged: dict[str, str], uuid: str) -> list[str]:
    found = [uuid]
    for stays in found:
        found += [goes for goes, other in merged.items() if other == stays and goes not in found]
    return found


def _merged(session: Session) -> dict[str, str]:
    return _merged_in(session.scalar(select(PreferenceRecord.value).where(PreferenceRecord.name == _MERGED)))


def _merged_in(text: str | None) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {goes: stays for goes, stays in pairs if isinstance(stays, str)}
