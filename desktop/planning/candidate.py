"""A course as one role could take it, measured in the planner's whole numbers."""

from dataclasses import dataclass
from hashlib import sha256
from math import ceil

from desktop.content.catalogue_file import CourseEntry, Role
from desktop.content.level_steps import Step
from desktop.planning.request import PlanRequest

_EUR_PER_HALF_HOUR = 5
_TIE_BITS = 14


@dataclass(frozen=True, slots=True)
class CourseLanguage:
    """The language a course would be taken in; `rank` 0 is the one wanted most."""

    code: str
    rank: int
    is_to_confirm: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A course for a role: its language, half-hours of one person, euro of all people, and useful steps."""

    course: CourseEntry
    role: Role
    language: CourseLanguage
    half_hours: int
    cost_eur: int
    steps: frozenset[Step]

    @property
    def key(self) -> tuple[Role, str]:
        """Role and course id: unique within a plan."""
        return self.role, self.course.id

    @property
    def burden(self) -> int:
        """What it asks for, in euro: the price, ten an hour, and one for each step down the languages."""
        return self.cost_eur + _EUR_PER_HALF_HOUR * self.half_hours + self.language.rank

    @property
    def tie(self) -> int:
        """A number (1-16384) as good as random that decides between equals, the same on every machine."""
        digest = sha256(f"{self.role}|{self.course.id}".encode()).digest()
        return 1 + int.from_bytes(digest[:4], "big") % (1 << _TIE_BITS)


def language_for(course: CourseEntry, wanted: tuple[str, ...]) -> CourseLanguage | None:
    """The most wanted language of a course; ones still to be confirmed come after all others."""
    for is_to_confirm, offered in ((False, course.languages), (True, course.languages_to_confirm)):
        for place, code in enumerate(wanted):
            if code in offered:
                return CourseLanguage(code, place + is_to_confirm * len(wanted), is_to_confirm)
    return None


def half_hours_of(request: PlanRequest, course: CourseEntry) -> int:
    """Half-hours of one person, rounded up; estimated where the provider does not say."""
    return max(1, ceil(2 * request.catalogue.hours(course)))


def cost_for(request: PlanRequest, course: CourseEntry, role: Role) -> int | None:
    """Euro for all people of a role, rounded up; None where the price is not known."""
    return None if course.cost_eur is None else ceil(course.cost_eur * request.people[role])
