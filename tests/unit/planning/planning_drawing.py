"""Random small catalogues, companies and limits: circles, unknown facts, people who said for themselves.

Each is drawn from a seed of its own: hypothesis by itself repeats and changes what it drew before, and most
of its catalogues then leave nothing to choose. It still looks for the fewest courses that break a rule.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import msgspec
from hypothesis import strategies as st
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.catalogues.catalogue_file import ROLES, CourseEntry, Role
from desktop.content.company import People
from desktop.content.decisions import CourseDecision, DecisionState
from desktop.planning import PlanRequest

COMPETENCES = ("backup", "mail", "cloud")
HOURS: Mapping[Role, Fraction] = {"owner": Fraction(3, 2), "employee": Fraction(1, 2), "it": Fraction(2)}
MOST_WEEKS = 8
MOST_EUR = 200
SEEDS = st.integers(0, 2**40)
_SPANS = ((0, 1), (0, 1), (1, 2), (0, 2))
_LANGUAGES = (*[("it",)] * 4, ("en",), ("en", "it"), ("de",))
_WANTED_LANGUAGES = (("it",), ("it", "en"), ("en", "it"))
_COSTS = (*[Fraction(0)] * 3, Fraction("29.90"), Fraction(50), None)


def requests(most_courses: int = 12, roles: tuple[Role, ...] = ROLES) -> st.SearchStrategy[PlanRequest]:
    """A firm with people in some of the roles, what it and they know, and courses for it."""
    return st.builds(_a_drawn_request, st.integers(most_courses // 2, most_courses), SEEDS, st.just(roles))


def decided(
    *states: DecisionState, most_courses: int = 12, roles: tuple[Role, ...] = ROLES
) -> st.SearchStrategy[PlanRequest]:
    """A request with a few decisions about courses, for roles they are meant for."""
    return st.builds(_decided, requests(most_courses, roles), SEEDS, st.just(states))


def a_drawn_course(
    name: str, others: tuple[str, ...], roles: tuple[Role, ...], random: Random
) -> CourseEntry:
    """A course that may come after any of the others, or after itself."""
    hours = random.choice((None, *[Fraction(random.randint(1, 6), 2)] * 4))
    taught = random.sample(COMPETENCES, random.choice((1, 1, 2)))
    groups = [random.choices(others, k=2) for _ in range(random.choice((0, 0, 0, 1, 1, 2)))]
    return a_course(
        name,
        {each: random.choice(_SPANS) for each in taught},
        level=random.choice((1, 1, 1, 2, 3)),
        hours=hours,
        cost_eur=random.choice(_COSTS),
        languages=random.choice(_LANGUAGES),
        languages_to_confirm=random.choice(((), (), ("it",))),
        roles=tuple(role for role in roles if random.random() < 0.7) or roles[:1],
        after=tuple(map(tuple, groups)),
    )


def _a_drawn_request(number: int, seed: int, roles: tuple[Role, ...]) -> PlanRequest:
    random = Random(seed)  # noqa: S311 - no secret
    names = tuple(f"c{place}" for place in range(number))
    targets: Any = random.choice((2, 2, 2, {role: random.randint(0, 2) for role in ROLES}))
    said = {role: _some_levels(random) for role in roles if role != "it" and random.random() < 0.3}
    levels: dict[str, int | None] = {name: random.choice((0, 0, 0, 1, None)) for name in COMPETENCES}
    limits: dict[str, Any] = {
        "weeks": random.randint(3, MOST_WEEKS),
        "budget_eur": random.choice((0, 60, MOST_EUR)),
        "languages": random.choice(_WANTED_LANGUAGES),
    }
    people = People(owner=1, employee=random.randint(0, 2), it=random.randint(0, 1) * ("it" in roles))
    courses = [a_drawn_course(name, names, roles, Random(f"{seed} {name}")) for name in names]  # noqa: S311
    return a_request(
        a_catalogue(courses, COMPETENCES, target=targets),
        levels=levels,
        role_levels=said,
        people=people,
        hours_per_week=HOURS,
        **limits,
    )


def _some_levels(random: Random) -> dict[str, int]:
    return {name: random.randint(0, 2) for name in COMPETENCES if random.random() < 0.5}


def _decided(request: PlanRequest, seed: int, states: tuple[DecisionState, ...]) -> PlanRequest:
    random = Random(seed)  # noqa: S311 - no secret
    wanted = {*request.constraints.languages}
    pairs = [
        (role, course.id)
        for course in request.catalogue.courses.values()
        for role in course.roles
        if role in request.people
        and course.cost_eur is not None
        and wanted.intersection((*course.languages, *course.languages_to_confirm))
    ]
    decisions = tuple(
        CourseDecision(
            course=course, role=role, state=random.choice(states), week=random.choice((None, None, 0, 1, 9))
        )
        for role, course in random.sample(pairs, min(len(pairs), random.randint(0, 3)))
    )
    return limited(request, decisions=decisions)


def limited(request: PlanRequest, **limits: Any) -> PlanRequest:
    """The request with some of its limits replaced."""
    return replace(request, constraints=msgspec.structs.replace(request.constraints, **limits))
