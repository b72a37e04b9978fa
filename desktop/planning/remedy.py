"""What would make a course fit: one limit changed, and the limits with that change in them."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, cast, get_args

import msgspec

from desktop.content.catalogue_file import Role
from desktop.content.company import Constraints, People
from desktop.content.decisions import CourseFormat
from desktop.planning.deciding import Choice, with_choice

RemedyKind = Literal[
    "course", "hours", "weeks", "budget", "language", "form", "left-out", "wanted", "price", "people"
]

REMEDY_KINDS: tuple[RemedyKind, ...] = get_args(RemedyKind)
"""Which limit: none, the course only has to be wanted; more hours a week of a role; more weeks; more budget;
another language; another form; a course no longer left out; one no longer wanted; a course whose price has to
be asked; somebody in a role nobody has."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change of the limits with which a plan no worse than the present one also reaches an open step.

    `number` is how much more: half-hours a week of one person, weeks, euro or people. `name` is the language,
    the form, or the id of the course that is no longer left out or wanted, or whose price has to be asked.
    `courses` are the ids of those for the step that come with a language or form, the best one first. `wish`
    is a course, with its role, that has to be wanted besides, as the best plan would otherwise use the room
    for something else.
    """

    kind: RemedyKind
    number: int = 0
    role: Role | None = None
    name: str = ""
    courses: tuple[str, ...] = ()
    wish: tuple[Role, str] | None = None


def with_remedy(limits: Constraints, remedy: Remedy, company_people: People) -> Constraints:
    """The limits with a remedy in them; `company_people` take part where the limits name nobody."""
    if remedy.wish is not None:
        role, course = remedy.wish
        limits = with_choice(limits, Choice(course, (role,), "wanted"))
    if remedy.role is None:
        return _with_more(limits, remedy)
    if remedy.kind == "hours":
        hours = limits.hours(remedy.role) + Fraction(remedy.number, 2)
        return msgspec.structs.replace(limits, hours_per_week=limits.hours_per_week | {remedy.role: hours})
    if remedy.kind == "people":
        people = msgspec.structs.replace(limits.people or company_people, **{remedy.role: 1})
        return msgspec.structs.replace(limits, people=people)
    return with_choice(limits, Choice(remedy.name, (remedy.role,), None))


def _with_more(limits: Constraints, remedy: Remedy) -> Constraints:
    if remedy.kind == "weeks":
        return msgspec.structs.replace(limits, weeks=limits.weeks + remedy.number)
    if remedy.kind == "budget":
        return msgspec.structs.replace(limits, budget_eur=limits.budget_eur + remedy.number)
    if remedy.kind == "language":
        return msgspec.structs.replace(limits, languages=(*limits.languages, remedy.name))
    if remedy.kind == "form":
        form = cast("CourseFormat", remedy.name)
        return msgspec.structs.replace(limits, formats=(*limits.formats, form))
    return limits
