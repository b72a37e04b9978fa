"""Projects of several companies: begun from a proposal, led on, with who takes part."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import CompanyRecord, ProjectMemberRecord, ProjectRecord
from desktop.projects.project import MEMBER_STATES, STATES, About, MemberState, Project
from desktop.projects.way import ProjectKind
from desktop.storage.database import Database
from desktop.storage.moments import moment, now_in
from desktop.storage.reader import read_whole
from desktop.storage.rows import Row, Rows
from desktop.text import say

_GONE = say("This project is no longer in the workspace; choose another one from the list.")
_ALL = "SELECT * FROM project ORDER BY changed_at DESC, id DESC"
_ONE = "SELECT * FROM project WHERE id = :id"
_COUNTS = "SELECT project_id, state, count(*) AS count FROM project_member GROUP BY project_id, state"
_SERVICES = """
SELECT project_id, count(*) AS count FROM service WHERE project_id IS NOT NULL GROUP BY project_id
"""
_MEMBERS = "SELECT company_id, state FROM project_member WHERE project_id = :id"
_TAKEN = """
SELECT project_member.company_id, project.about FROM project_member
JOIN project ON project.id = project_member.project_id WHERE project.state != 'dropped'
"""


class ProjectStore:
    """Projects and who takes part. Every method that writes has committed when it returns.

    StorageError says where the project is gone.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Project, ...]:
        """Every project, the one changed last first."""
        with self._database.reading() as rows:
            return _projects(rows, rows(_ALL))

    def one(self, project_id: int) -> Project:
        """A project."""
        with self._database.reading() as rows:
            found = _projects(rows, rows(_ONE, id=project_id))
        if not found:
            raise StorageError(_GONE)
        return found[0]

    def members(self, project_id: int) -> Mapping[int, MemberState]:
        """The companies of a project with how far each is; one that cannot be read counts as proposed."""
        with self._database.reading() as rows:
            return {row["company_id"]: _member_state(row["state"]) for row in rows(_MEMBERS, id=project_id)}

    def taken(self) -> frozenset[tuple[int, str]]:
        """Companies with the needs that projects cover for them, all but those of projects that are dropped.

        Who is out of a project said so, and is not asked for the same again while it lasts.
        """
        with self._database.reading() as rows:
            found = rows(_TAKEN)
        abouts = {row["about"]: _about(row["about"]) for row in found}
        return frozenset(
            (row["company_id"], need)
            for row in found
            for need in (abouts[row["about"]].need, *abouts[row["about"]].also)
        )

    def create(self, title: str, kind: ProjectKind, about: About, members: Collection[int]) -> int:
        """Begin a project; companies that are gone meanwhile are left out. Returns its number."""
        with self._database.session() as session:
            now = now_in(session)
            record = ProjectRecord(
                uid=str(uuid4()),
                title=title,
                kind=kind,
                about=msgspec.json.encode(about).decode(),
                state="proposed",
                note="",
                made_at=now,
                changed_at=now,
            )
            session.add(record)
            session.flush()
            _add(session, record.id, members)
            return record.id

    def save(self, project_id: int, **values: str) -> None:
        """Replace title, state or note."""
        with self._database.session() as session:
            _touch(session, project_id, **values)

    def add(self, project_id: int, companies: Collection[int]) -> None:
        """Let companies take part; those that do already stay as they are."""
        with self._database.session() as session:
            _touch(session, project_id)
            _add(session, project_id, companies)

    def save_members(self, project_id: int, states: Mapping[int, MemberState | None]) -> None:
        """Say how far companies are, or (None) that they take no part."""
        with self._database.session() as session:
            _touch(session, project_id)
            for company, state in states.items():
                of_it = (
                    ProjectMemberRecord.project_id == project_id,
                    ProjectMemberRecord.company_id == company,
                )
                if state is None:
                    session.execute(delete(ProjectMemberRecord).where(*of_it))
                else:
                    session.execute(update(ProjectMemberRecord).where(*of_it).values(state=state))

    def remove(self, project_id: int) -> None:
        """Forget a project; its lines in the register stay."""
        with self._database.session() as session:
            session.execute(delete(ProjectRecord).where(ProjectRecord.id == project_id))


def _touch(session: Session, project_id: int, **values: Any) -> None:
    statement = update(ProjectRecord).where(ProjectRecord.id == project_id)
    statement = statement.values(changed_at=now_in(session), **values)
    if session.scalar(statement.returning(ProjectRecord.id)) is None:
        raise StorageError(_GONE)


def _add(session: Session, project_id: int, companies: Collection[int]) -> None:
    here = set(session.scalars(select(CompanyRecord.id).where(CompanyRecord.id.in_(companies))))
    already = select(ProjectMemberRecord.company_id).where(ProjectMemberRecord.project_id == project_id)
    new = sorted(here - set(session.scalars(already)))
    if new:
        rows = [{"project_id": project_id, "company_id": each, "state": "proposed"} for each in new]
        session.execute(insert(ProjectMemberRecord), rows)


def _projects(rows: Rows, found: Iterable[Row]) -> tuple[Project, ...]:
    members: dict[int, dict[MemberState, int]] = {}
    for row in rows(_COUNTS):
        counts = members.setdefault(row["project_id"], {})
        state = _member_state(row["state"])
        counts[state] = counts.get(state, 0) + row["count"]
    services = {row["project_id"]: row["count"] for row in rows(_SERVICES)}
    return tuple(_project(row, members.get(row["id"], {}), services.get(row["id"], 0)) for row in found)


def _project(row: Row, members: Mapping[MemberState, int], services: int) -> Project:
    with read_whole(str(row["title"])):
        return Project(
            id=row["id"],
            title=str(row["title"]),
            kind="course" if row["kind"] == "course" else "voucher",
            about=_about(row["about"]),
            state=next((state for state in STATES if state == row["state"]), "proposed"),
            note=str(row["note"]),
            changed_at=moment(row["changed_at"]),
            members=members,
            services=services,
        )


def _about(text: object) -> About:
    """What a project is about; damaged, it covers no need."""
    try:
        return msgspec.json.decode(str(text), type=About)
    except (msgspec.DecodeError, UnicodeError):
        return About(need="")


def _member_state(text: object) -> MemberState:
    return next((state for state in MEMBER_STATES if state == text), "proposed")
