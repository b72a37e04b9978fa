"""A course as one role could take it, measured in the planner's whole numbers."""

from dataclasses import dataclass
from math import ceil

from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.planning.learning import steps_taught
from desktop.planning.plan import Step
from desktop.planning.request import PlanRequest
from desktop.planning.ties import tie_of

_TIE_BITS = 12
_ENDLESS_HALF_HOURS = 10**6
_ENDLESS_EUR = 10**13
"""More than any limit allows; larger numbers would not fit into the solver's."""


@dataclass(frozen=True, slots=True)
class CourseLanguage:
    """The language a course would be taken in; `rank` 0 is the one wanted most."""

    code: str
    rank: int
    is_to_confirm: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A course for a role: its language, half-hours of one person, euro of all people, and useful steps.

    One that is `kept` has to be in the plan; one that is begun comes first in it.
    """

    course: CourseEntry
    role: Role
    language: CourseLanguage
    half_hours: int
    cost_eur: int
    steps: frozenset[Step]
    is_kept: bool = False
    is_begun: bool = False

    @property
    def key(self) -> tuple[Role, str]:
        """Role and course id: unique within a plan."""
        return self.role, self.course.id

    @property
    def effort(self) -> int:
        """Its half-hours times two, and half as many again for each step down the languages."""
        return self.half_hours * (2 + self.language.rank)

    @property
    def tie(self) -> int:
        """A number (1-4096) as good as random that decides between equals, the same on every machine."""
        return tie_of(f"{self.role}|{self.course.id}", _TIE_BITS)


def language_for(course: CourseEntry, wanted: tuple[str, ...]) -> CourseLanguage | None:
    """The most wanted language of a course; ones still to be confirmed come after all others."""
    for is_to_confirm, offered in ((False, course.languages), (True, course.languages_to_confirm)):
        for place, code in enumerate(wanted):
            if code in offered:
                return CourseLanguage(code, place + is_to_confirm * len(wanted), is_to_confirm)
    return None


def half_hours_of(request: PlanRequest, course: CourseEntry, role: Role) -> int:
    """Half-hours of one person that are left, rounded up; estimated where the provider does not say."""
    decision = request.kept.get((role, course.id))
    if decision is None or decision.hours_left is None:
        return min(_ENDLESS_HALF_HOURS, max(1, request.catalogue.half_hours[course.id]))
    return min(_ENDLESS_HALF_HOURS, max(1, ceil(2 * decision.hours_left)))


def cost_for(request: PlanRequest, course: CourseEntry, role: Role) -> int | None:
    """Euro for all people of a role, rounded up; None where the price is not known."""
    return (
        None if course.cost_eur is None else min(_ENDLESS_EUR, ceil(course.cost_eur * request.people[role]))
    )


def candidate_for(request: PlanRequest, listed: CourseEntry, role: Role) -> Candidate | None:
    """A course as a role could take it; None where it does not suit, or alone breaks a limit.

    What has to be kept is a candidate whatever the limits; what is under way has been paid.
    """
    decision = request.kept.get((role, listed.id))
    if decision is None and not request.suits(listed, role):
        return None
    wanted = request.constraints.languages
    # What is kept was chosen in spite of its language.
    offered = wanted if decision is None else (*wanted, *listed.languages, *listed.languages_to_confirm)
    language = language_for(listed, offered)
    cost = cost_for(request, listed, role)
    half_hours = half_hours_of(request, listed, role)
    if language is None or (decision is None and not _fits(request, role, half_hours, cost)):
        return None
    course = request.as_taken(listed, role)
    is_begun = decision is not None and decision.state == "under-way"
    return Candidate(
        course,
        role,
        language,
        half_hours,
        0 if cost is None or is_begun else cost,
        steps_taught(course),
        is_kept=decision is not None,
        is_begun=is_begun,
    )


def _fits(request: PlanRequest, role: Role, half_hours: int, cost: int | None) -> bool:
    is_paid_for = cost is not None and cost <= request.constraints.budget_eur
    return is_paid_for and half_hours <= request.half_hours[role]
