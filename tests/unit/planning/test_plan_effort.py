"""What the solver's settings are for: hard plans proven within the limit, honest ones beyond it."""

from fractions import Fraction
from random import Random

import pytest
from planning_builders import a_catalogue, a_course, a_request
from planning_rules import broken_rules

from benchmarks.plan_rivals import Shelf, greedy_by_hour, greedy_by_value
from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.company import People
from desktop.content.decisions import CourseDecision
from desktop.planning import Plan, PlanRequest, draft_plan, find_plan_problems, make_plan
from desktop.planning.choosing.solving import FULL_EFFORT

COMPETENCES = [f"k{place}" for place in range(20)]


def _many_courses(number: int) -> list[CourseEntry]:
    """Courses that lead one competence to a level and touch others, a tenth of them after another course."""
    random = Random(1)  # noqa: S311 - no secret
    courses = []
    for place in range(number):
        level = random.choice((0, 0, 1, 1, 2))
        main, *others = random.sample(COMPETENCES, random.randint(1, 3))
        after = ((f"course-{random.randrange(place)}",),) if place and random.random() < 0.1 else ()
        hours, cost = Fraction(random.randint(2, 20), 2), Fraction(random.choice((0, 0, 20, 50)))
        teaches = dict.fromkeys(others, (0, 1)) | {main: (level, level + 1)}
        courses.append(a_course(f"course-{place}", teaches, hours=hours, cost_eur=cost, after=after))
    return courses


def _request(courses: list[CourseEntry], weeks: int) -> PlanRequest:
    catalogue = a_catalogue(courses, COMPETENCES, target=3)
    return a_request(catalogue, people=People(owner=1, employee=4), weeks=weeks, budget_eur=300)


@pytest.fixture(scope="module")
def large() -> tuple[PlanRequest, Plan]:
    """Sixty courses with room for twelve of them, and the best plan."""
    request = _request(_many_courses(60), weeks=12)
    return request, make_plan(request)


def test_a_hard_plan_is_proven_best_with_an_eighth_of_the_effort():
    """The solver with its own settings did not prove this one best with all of the effort."""
    request = _request(_many_courses(120), weeks=6)
    plan, shelf = make_plan(request, effort=FULL_EFFORT / 8), Shelf(request)

    assert plan.is_optimal
    assert plan.bound == plan.value
    assert max(shelf.worth(greedy_by_hour(shelf)), shelf.worth(greedy_by_value(shelf))) < plan.value


def test_a_large_shuffled_catalogue_gives_the_same_plan(large: tuple[PlanRequest, Plan]):
    shuffled = sorted(_many_courses(60), key=lambda course: course.id[::-1])

    assert make_plan(_request(shuffled, weeks=12)) == large[1]


def test_without_enough_effort_the_plan_holds_and_says_what_was_proven(large: tuple[PlanRequest, Plan]):
    request, best = large
    hasty = make_plan(request, effort=0.01)

    assert hasty.courses
    assert best.is_optimal
    assert not hasty.is_optimal
    assert hasty.value <= best.value <= hasty.bound
    assert [*find_plan_problems(request, hasty), *broken_rules(request, hasty)] == []


def test_without_any_effort_the_plan_is_the_draft_and_promises_nothing():
    request = _request(_many_courses(20), weeks=6)
    hasty = make_plan(request, effort=1e-9)

    assert hasty.value == draft_plan(request).value
    assert not hasty.is_optimal
    assert hasty.bound >= make_plan(request).value > 0


def test_without_any_effort_what_is_wanted_is_kept_with_what_it_builds_on():
    """The detour brings more at once, and would leave no hours for the way to what is wanted."""
    courses = [
        a_course("detour", {"k1": (0, 1), "k2": (0, 1)}, hours=Fraction(4)),
        a_course("way", {"k0": (0, 1)}, hours=Fraction(4)),
        a_course("wanted", {"k0": (1, 2)}, hours=Fraction(4)),
    ]
    decision = CourseDecision(course="wanted", role="owner", state="wanted")
    request = a_request(a_catalogue(courses, COMPETENCES), weeks=4, decisions=(decision,))

    for plan in (draft_plan(request), make_plan(request, effort=1e-9), make_plan(request)):
        assert {planned.course.id for planned in plan.courses} == {"way", "wanted"}


def test_numbers_beyond_all_limits_are_told_as_what_does_not_fit():
    endless = Fraction(10**30)
    courses = [
        a_course("long", {"k0": (0, 1)}, hours=endless),
        a_course("dear", {"k1": (0, 1)}, cost_eur=endless),
        a_course("short", {"k2": (0, 1)}),
    ]
    decisions = tuple(CourseDecision(course=each.id, role="owner", state="wanted") for each in courses)
    plan = make_plan(a_request(a_catalogue(courses, COMPETENCES), decisions=decisions))

    assert [(each.decision.course, each.reason) for each in plan.unkept] == [
        ("long", "hours"),
        ("dear", "budget"),
    ]
    assert [planned.course.id for planned in plan.courses] == ["short"]
