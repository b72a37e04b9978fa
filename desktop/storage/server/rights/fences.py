"""Which rows of which table a role sees and changes: the whole of it, as plain values.

Rights are granted to groups; policies say which rows. A condition asks for the round or company of a row in
what who is signed in sees (`views`), or for the row above, whose own policy answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.models import CompanyRecord
from desktop.storage.copies.making import WORKSPACE_ID
from desktop.storage.preference import OF_THE_HUB
from desktop.storage.rights_here import Role
from desktop.storage.server.rights.views import COMPANIES, ROUNDS

ALL_ROWS: Final = "true"
_READ: Final = ("SELECT",)
_ADD: Final = ("SELECT", "INSERT")
_CHANGE: Final = ("SELECT", "INSERT", "UPDATE", "DELETE")
_OFFICE: Final[Role] = "office"
_EXPERT: Final[Role] = "expert"
_BOTH: Final[tuple[Role, ...]] = (_OFFICE, _EXPERT)


@dataclass(frozen=True, slots=True)
class Share:
    """What some roles may do with the rows of a table that fulfil a condition.

    `columns` are those that may be changed; all where there are none. `kept` has to hold for rows that are
    added or changed as well.
    """

    roles: tuple[Role, ...]
    rights: tuple[str, ...]
    rows: str = ALL_ROWS
    kept: str = ""
    columns: tuple[str, ...] = ()


def _own(column: str) -> str:
    return f"(SELECT {column} FROM person WHERE login = session_user)"  # noqa: S608 - names of our own


def _above(table: str, column: str, key: str = "id") -> str:
    return f"EXISTS (SELECT FROM {table} WHERE {table}.{key} = {{table}}.{column})"


_OF_ROUND: Final = _above(ROUNDS, "round_id")
_OF_COMPANY: Final = _above(COMPANIES, "company_id")
_MINE: Final = (
    f"{_above('engagement', 'id', 'company_id')} OR (made_by = session_user AND sestante_is_unassigned(id))"
)
_OF_OWN_PROJECT: Final = (
    "project_id IS NULL OR sestante_has_line(company_id, project_id) OR EXISTS (SELECT FROM project_member"
    " WHERE project_member.company_id = service.company_id"
    " AND project_member.project_id = service.project_id)"
)
"""Services of a company that no longer takes part in a project stay, and may be changed."""
_SHARED_NAMES: Final = ", ".join(f"'{name}'" for name in sorted((*OF_THE_HUB, WORKSPACE_ID, "merged")))
_FIXED: Final = ("id", "uuid", "made_by", "created_at")
_PROFILE: Final = tuple(each.name for each in CompanyRecord.__table__.columns if each.name not in _FIXED)


def _rounds(*rights: str) -> tuple[Share, ...]:
    return (Share(_BOTH, rights, _OF_ROUND),)


_EVERY: Final = Share(("coordinator",), _CHANGE)
_COORDINATOR_READS: Final = Share(("coordinator",), _READ)
_OF_ROUNDS: Final = (
    "assessment answer remark respondent standing need step move kept_plan consent evidence expert_remark "
    "change"
)

SHARES: Final[Mapping[str, tuple[Share, ...]]] = {
    "company": (_EVERY, Share(_BOTH, (*_ADD, "UPDATE"), _MINE, columns=_PROFILE)),
    "engagement": (
        _EVERY,
        Share(
            (_OFFICE,),
            ("SELECT", "UPDATE"),
            f"office <> '' AND office = {_own('office')}",
            columns=("event_id", "changed_at"),
        ),
        Share(
            (_EXPERT,),
            ("SELECT", "UPDATE"),
            f"(expert <> '' AND expert = {_own('expert')}) OR (officer <> '' AND officer = {_own('expert')})",
            columns=("event_id", "changed_at"),
        ),
    ),
    "round": (_EVERY, Share(_BOTH, _CHANGE, _OF_COMPANY)),
    **{table: (_EVERY, *_rounds(*_CHANGE)) for table in _OF_ROUNDS.split()},
    "received": (
        _EVERY,  # what waits for a choice has no round yet, and still names a company
        Share(
            _BOTH,
            _CHANGE,
            f"{_OF_ROUND} OR (round_id IS NULL AND {_above('company', 'company', 'uuid')})",
        ),
    ),
    "respondent_answer": (_EVERY, Share(_BOTH, _CHANGE, _above("respondent", "respondent_id"))),
    "evidence_content": (_EVERY, Share(_BOTH, _CHANGE, _above("evidence", "evidence_id"))),
    "reminder": (_EVERY, Share(_BOTH, _CHANGE, _OF_COMPANY)),
    "service": (_EVERY, Share(_BOTH, _CHANGE, _OF_COMPANY, kept=_OF_OWN_PROJECT)),
    "service_file": (_EVERY, Share(_BOTH, _CHANGE, _above("service", "service_id"))),
    "service_file_content": (_EVERY, Share(_BOTH, _CHANGE, _above("service_file", "service_file_id"))),
    "project_member": (_EVERY, Share(_BOTH, _READ, _OF_COMPANY)),
    "project": (_EVERY, Share(_BOTH, _READ, _above("project_member", "id", "project_id"))),
    "event": (_EVERY, Share((_OFFICE,), (*_ADD, "UPDATE")), Share((_EXPERT,), _READ)),
    "visitor": (
        _EVERY,
        Share((_OFFICE,), (*_ADD, "UPDATE"), f"draft = '' AND (round_id IS NULL OR {_OF_ROUND})"),
        Share((_EXPERT,), _READ, _OF_ROUND),
    ),
    "loan": (
        _EVERY,
        Share(_BOTH, (*_ADD, "UPDATE"), _OF_COMPANY, kept="login = session_user", columns=("returned_at",)),
    ),
    "question": (_EVERY, Share(_BOTH, _ADD)),
    "frame": (_EVERY, Share(_BOTH, _ADD)),
    "arrived": (_EVERY, Share(_BOTH, _ADD)),
    "erased": (_EVERY, Share(_BOTH, _READ)),
    "pack": (_EVERY, Share(_BOTH, _READ)),
    "pack_key": (_EVERY, Share(_BOTH, _READ)),
    "preference": (_EVERY, Share(_BOTH, _READ, f"name IN ({_SHARED_NAMES})")),
    "person": (_COORDINATOR_READS, Share(_BOTH, _READ)),
    "alembic_version": (_COORDINATOR_READS, Share(_BOTH, _READ)),
    "figures": (_EVERY, Share(("viewer",), _READ)),
    "desk_key": (),
    "taken": (),
    "waiting": (),
}
"""All tables of a workspace; the last three are used in the file of a computer alone."""
