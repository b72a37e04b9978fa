"""Small catalogues, companies and requests for the planner's tests."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES, CompetenceEntry, CourseEntry, Role, TargetEntry
from desktop.content.company import Company, Constraints, People
from desktop.planning import PlanRequest

MONDAY = date(2027, 1, 4)


def a_course(name: str, teaches: Mapping[str, tuple[int, int]], **changes: Any) -> CourseEntry:
    """A free course of two hours in Italian for everyone."""
    facts: dict[str, Any] = {
        "title": name.title(),
        "provider": "Camera di commercio",
        "languages": ("it",),
        "level": 1,
        "hours": Fraction(2),
        "hours_basis": "official",
        "cost_eur": Fraction(0),
        "format": "self-paced",
        "certificate": "none",
        "roles": ("owner", "employee", "it"),
        "source": "written for a test",
        "source_type": "test",
        "as_of": "2026-11",
        "as_of_basis": "consulted",
        "status": "listed",
    }
    return CourseEntry(id=name, teaches=dict(teaches), **(facts | changes))


def a_catalogue(
    courses: Iterable[CourseEntry],
    competences: Iterable[str] = ("backup", "mail", "cloud"),
    *,
    target: int | Mapping[Role, int] = 2,
    relevance: Mapping[Role, int] | None = None,
    areas: Mapping[str, str] | None = None,
) -> Catalogue:
    """Competences that matter to everyone, each with the same target (by role) and an urgency of 1."""
    names = tuple(competences)
    roles: dict[Role, int] = dict(relevance or {"owner": 2, "employee": 1, "it": 3})
    return Catalogue(
        competence_bounds=(20, 40, 60, 80),
        competences={
            name: CompetenceEntry(id=name, area=(areas or {}).get(name, "digital"), roles=roles)
            for name in names
        },
        competence_texts={},
        targets={name: _a_target(name, target) for name in names},
        target_texts={},
        courses={course.id: course for course in courses},
        course_summaries={},
    )


def _a_target(name: str, target: int | Mapping[Role, int]) -> TargetEntry:
    all_roles = dict.fromkeys(ROLES, target) if isinstance(target, int) else dict(target)
    sizes = {"micro": all_roles, "small": all_roles, "medium": all_roles, "large": all_roles}
    return TargetEntry(competence=name, **sizes, priority=1)


def a_request(
    catalogue: Catalogue,
    *,
    levels: Mapping[str, int | None] | None = None,
    people: People | None = None,
    role_levels: Mapping[Role, Mapping[str, int]] | None = None,
    **limits: Any,
) -> PlanRequest:
    """A bakery whose owner has two hours a week for ten weeks, and no money."""
    facts: dict[str, Any] = {"weeks": 10, "hours_per_week": {}, "budget_eur": 0, "languages": ("it",)}
    return PlanRequest(
        catalogue=catalogue,
        company=Company(name="Panificio", headcount=6, people=people or People()),
        levels=dict.fromkeys(catalogue.competences, 0) if levels is None else levels,
        constraints=Constraints(**(facts | limits)),
        start=MONDAY,
        role_levels=role_levels or {},
    )
