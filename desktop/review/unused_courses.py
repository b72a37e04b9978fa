"""Courses that no assessment can ever lead to, each with the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Literal, get_args

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.company import Company, Constraints, People
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.planning import PlanRequest
from desktop.planning.learning import steps_needed, steps_taught
from desktop.review.dead_ends import HEADCOUNTS, competences_of, matters

UnusedReason = Literal["not-asked", "price-unknown", "not-needed", "too-deep", "no-role"]
UNUSED_REASONS: tuple[UnusedReason, ...] = get_args(UnusedReason)
_SECTORS = "ABCDEFGHIJKLMNOPQRSTUV"
_PEOPLE = (People(), People(owner=1, employee=1, it=1))
"""An owner alone, who stands in for the others, and a firm with all roles."""
_ANY_DAY = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class UnusedCourse:
    """A course that never comes into a plan.

    `reason`: no question tells about what it teaches; its price is not known; no firm needs the levels it
    teaches; it goes deeper than any firm needs; what it teaches does not matter to those it is for.
    """

    course: str
    reason: UnusedReason


def find_unused(catalogue: Catalogue, questionnaires: Iterable[Questionnaire]) -> tuple[UnusedCourse, ...]:
    """The courses that no answers to these questionnaires can bring into any firm's plan, in id order.

    Pages that only list courses are left out. A course that opens the way to a useful one is useful.
    """
    asked = {
        name
        for questionnaire in questionnaires
        for question in questionnaire.questions.values()
        for name in competences_of(question)
    }
    courses = [course for course in catalogue.courses.values() if course.offer == "course"]
    requests = tuple(_requests(catalogue))
    used: set[str] = set()
    for request in requests:
        used |= _used(request, courses, asked, used)
    unused = sorted((course for course in courses if course.id not in used), key=lambda course: course.id)
    return tuple(UnusedCourse(course.id, _reason(course, requests, asked)) for course in unused)


def _requests(catalogue: Catalogue) -> Iterator[PlanRequest]:
    """One request for each set of targets that size, sector and roles can have, all levels at 0."""
    seen: set[tuple[int, ...]] = set()
    for people, headcount, sector in product(_PEOPLE, HEADCOUNTS, (None, *_SECTORS)):
        company = Company(name="-", headcount=headcount, sector=sector, people=people)
        request = PlanRequest(catalogue, company, {}, Constraints(), _ANY_DAY)
        targets = tuple(
            request.target(name, role) for name in catalogue.competences for role in request.people
        )
        if targets not in seen:
            seen.add(targets)
            yield request


def _used(request: PlanRequest, courses: list[CourseEntry], asked: set[str], known: set[str]) -> set[str]:
    """The courses beyond those known that help this firm, and those that open the way to any that do."""
    fitting = [c for c in courses if c.cost_eur is not None and not _is_too_deep(request, c)]
    by_id = {course.id: course for course in fitting}
    waiting = [course for course in fitting if course.id not in known and _helps(request, course, asked)]
    used: set[str] = set()
    while waiting:
        course = waiting.pop()
        if course.id in used:
            continue
        used.add(course.id)
        waiting += [by_id[name] for names in course.after for name in names if name in by_id]
        if opening := set(steps_needed(course, {})):
            waiting += [other for other in fitting if opening & steps_taught(other)]
    return used


def _helps(request: PlanRequest, course: CourseEntry, asked: set[str]) -> bool:
    return any(
        name in asked
        and matters(request.catalogue, name, (role,))
        and not request.is_beyond(course, role)
        and needed < request.target(name, role)
        for name, (needed, _) in course.teaches.items()
        for role in course.roles
        if role in request.people
    )


def _is_too_deep(request: PlanRequest, course: CourseEntry) -> bool:
    return all(request.is_beyond(course, role) for role in request.people)


def _reason(course: CourseEntry, requests: tuple[PlanRequest, ...], asked: set[str]) -> UnusedReason:
    if asked.isdisjoint(course.teaches):
        return "not-asked"
    if course.cost_eur is None:
        return "price-unknown"
    taught = [(name, needed) for name, (needed, _) in course.teaches.items() if name in asked]
    needed_by = [
        request
        for request in requests
        if any(needed < request.catalogue.target_level(name, request.company) for name, needed in taught)
    ]
    if not needed_by:
        return "not-needed"
    return "too-deep" if all(_is_too_deep(request, course) for request in needed_by) else "no-role"
