"""What the user may do in the workspace at hand: all of it in a file, what their role allows on a server."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["coordinator", "office", "expert", "viewer"]


@dataclass(frozen=True, slots=True)
class RightsHere:
    """What the window offers; the server itself holds the same, for whoever signs in with another program.

    `role` and `login` are empty where nobody signs in. Who `works_for_hub` by their role need not say so.
    """

    role: Role | Literal[""] = ""
    login: str = ""
    sees_companies: bool = True
    sees_all: bool = True
    works_for_hub: bool = False
    can_delete: bool = True
    can_assign: bool = True
    can_install_packs: bool = True
    can_hold_events: bool = True
    can_run_projects: bool = True
    can_set_for_all: bool = True
    can_publish: bool = False


EVERYTHING = RightsHere()
"""In a file, whoever opens it may do everything."""


def rights_of(role: Role, login: str) -> RightsHere:
    """What a role may do on a server."""
    is_all = role == "coordinator"
    return RightsHere(
        role=role,
        login=login,
        sees_companies=role != "viewer",
        sees_all=is_all,
        works_for_hub=role != "viewer",
        can_delete=is_all,
        can_assign=is_all,
        can_install_packs=is_all,
        can_hold_events=role in ("coordinator", "office"),
        can_run_projects=is_all,
        can_set_for_all=is_all,
        can_publish=is_all,
    )
