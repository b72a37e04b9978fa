"""Rows of a hub's tables as values, and all that a hub holds of one company, in plain SQL."""

from datetime import date
from sys import intern

from msgspec import convert

from desktop.advising import Engagement, ExpertRemark, ServiceLine, ServiceState
from desktop.advising.held import HeldAtHub, HeldProject, HeldSaying
from desktop.content.networks.hub_desk_file import ServiceKind
from desktop.storage.moments import moment
from desktop.storage.reader import read_whole
from desktop.storage.rows import Row, Rows

SERVICES = """
SELECT service.*, coalesce(company.name, '') AS company, coalesce(project.title, '') AS project,
(SELECT count(*) FROM service_file WHERE service_file.service_id = service.id) AS files FROM service
LEFT JOIN company ON company.id = service.company_id LEFT JOIN project ON project.id = service.project_id
"""
SERVICES_OF_COMPANY = f"{SERVICES} WHERE service.company_id = :id ORDER BY service.started_on, service.id"
_ENGAGEMENT = """
SELECT engagement.*, coalesce(event.name, '') AS event FROM engagement
LEFT JOIN event ON event.id = engagement.event_id WHERE engagement.company_id = :id
"""
_REMARKS = """
SELECT expert_remark.*, round.stage FROM expert_remark JOIN round ON round.id = expert_remark.round_id
WHERE round.company_id = :id ORDER BY expert_remark.made_at, expert_remark.id
"""
_PROJECTS = """
SELECT project.title, project.kind, project.state AS project_state, project_member.state FROM project_member
JOIN project ON project.id = project_member.project_id WHERE project_member.company_id = :id
ORDER BY project.made_at, project.id
"""


def held_at_hub(rows: Rows, company_id: int) -> HeldAtHub:
    """Who looks after a company, its services and projects, and what experts told it."""
    found = rows(_ENGAGEMENT, id=company_id)
    return HeldAtHub(
        engagement=engagement(found[0]) if found else Engagement(),
        came_from=str(found[0]["event"]) if found else "",
        services=tuple(service_line(row) for row in rows(SERVICES_OF_COMPANY, id=company_id)),
        projects=tuple(
            HeldProject(str(row["title"]), str(row["kind"]), str(row["project_state"]), str(row["state"]))
            for row in rows(_PROJECTS, id=company_id)
        ),
        sayings=tuple(
            HeldSaying(str(row["stage"]), expert_remark(row)) for row in rows(_REMARKS, id=company_id)
        ),
    )


def engagement(row: Row) -> Engagement:
    """Who looks after a company; nobody where the row has nothing."""
    return Engagement(*(str(row[name] or "") for name in ("office", "officer", "expert")))


def service_line(row: Row) -> ServiceLine:
    """A line of the register; StorageError names the company of one that cannot be read."""
    with read_whole(row["company"] or row["title"]):
        texts = ("title", "note")
        shared = ("category", "technology", "aid_scheme", "officer", "provider")  # words of many lines
        return ServiceLine(
            uid=str(row["uid"]),
            company_id=row["company_id"],
            project_id=row["project_id"],
            kind=convert(row["kind"], ServiceKind),
            state=convert(row["state"], ServiceState),
            price_cents=int(row["price_cents"]),
            aid_cents=int(row["aid_cents"]),
            attendees=int(row["attendees"]),
            started_on=date.fromisoformat(row["started_on"]),
            ended_on=date.fromisoformat(row["ended_on"]) if row["ended_on"] else None,
            company=str(row["company"]),
            project=str(row["project"]),
            made_at=moment(row["made_at"]),
            files=int(row["files"]),
            **{name: str(row[name]) for name in texts},
            **{name: intern(str(row[name])) for name in shared},
        )


def expert_remark(row: Row) -> ExpertRemark:
    """What an expert told a company, on the day it was changed last."""
    with read_whole(row["by"]):
        return ExpertRemark(
            uid=str(row["uid"]),
            about=str(row["about"]),
            text=str(row["text"]),
            by=str(row["by"]),
            made_on=moment(row["changed_at"]).date(),
        )
