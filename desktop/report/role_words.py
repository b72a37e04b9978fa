"""Why somebody who takes part gets no course, in words for paper and terminal."""

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.dossier import Dossier
from desktop.planning import PlanRequest
from desktop.planning.stakes import weigh
from desktop.scores import levels_by_role
from desktop.text import Wording


def roles_taking_part(dossier: Dossier) -> tuple[Role, ...]:
    """The roles that somebody holds who may take courses."""
    people = (dossier.constraints.people or dossier.company.people).by_role()
    return tuple(role for role in ROLES if role in people)


def no_course_for_role(role: Role, dossier: Dossier, wording: Wording) -> str:
    """Why a role that takes part has no course: no hours, nothing missing, or nothing that fits."""
    if not dossier.constraints.hours(role):
        return wording("no course: 0 hours a week")
    if role not in _lacking(dossier):
        return wording("no course: the levels needed are there")
    return wording("no course: the catalogue has none for what is missing within these limits")


def _lacking(dossier: Dossier) -> frozenset[Role]:
    """The roles that are below what they need in anything that was assessed."""
    request = PlanRequest(
        catalogue=dossier.library.catalogue,
        company=dossier.company,
        levels={name: found.level for name, found in dossier.competences.items()},
        constraints=dossier.constraints,
        start=dossier.plan.start,
        role_levels=levels_by_role(dossier.people),
    )
    return frozenset(role for role, _ in weigh(request).role_points)
