"""The planner's choice against every possible choice."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from planning_brute_force import best_by_brute_force
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.catalogue_file import CourseEntry
from desktop.content.company import People
from desktop.content.decisions import CourseDecision, DecisionState
from desktop.planning import Plan, PlanRequest, explain_alternatives, find_plan_problems, make_plan
from desktop.planning.program import SETTINGS

_NAMES = ("c0", "c1", "c2", "c3", "c4")
_COMPETENCES = ("backup", "mail", "cloud")
_LEVELS = st.integers(0, 2)
_TARGETS = st.just(2) | st.fixed_dictionaries(
    {}, optional={"owner": _LEVELS, "employee": _LEVELS, "it": _LEVELS}
)
_SAID = st.dictionaries(
    st.sampled_from(("owner", "employee")),
    st.dictionaries(st.sampled_from(_COMPETENCES), _LEVELS),
    max_size=2,
)
"""What the people of a role said of themselves."""


@st.composite
def _courses(draw: Any) -> list[CourseEntry]:
    spans = st.sampled_from([(0, 1), (0, 1), (1, 2), (0, 2)])
    names = _NAMES[: draw(st.integers(1, len(_NAMES)))]
    after = st.lists(st.lists(st.sampled_from(names), min_size=1, max_size=2).map(tuple), max_size=1).map(
        tuple
    )
    return [
        a_course(
            name,
            draw(st.dictionaries(st.sampled_from(_COMPETENCES), spans, min_size=1, max_size=2)),
            hours=Fraction(draw(st.integers(1, 6)), 2),
            cost_eur=draw(st.sampled_from([Fraction(0), Fraction(30), None])),
            roles=draw(st.sampled_from([("owner",), ("employee",), ("owner", "employee")])),
            after=draw(after),
        )
        for name in names
    ]


@st.composite
def _requests(draw: Any) -> PlanRequest:
    levels = {name: draw(st.sampled_from([0, 0, 1, None])) for name in _COMPETENCES}
    return a_request(
        a_catalogue(draw(_courses()), target=draw(_TARGETS)),
        levels=levels,
        role_levels=draw(_SAID),
        people=People(owner=1, employee=draw(st.integers(0, 2))),
        weeks=draw(st.integers(1, 6)),
        hours_per_week={"owner": Fraction(1), "employee": Fraction(1, 2)},
        budget_eur=draw(st.sampled_from([0, 40, 100])),
    )


@st.composite
def _decided(draw: Any, states: tuple[DecisionState, ...]) -> PlanRequest:
    """A request with a few decisions about its courses, for roles they are meant for."""
    request = draw(_requests())
    pairs = [
        (role, course.id)
        for course in request.catalogue.courses.values()
        for role in course.roles
        if role in request.people and course.cost_eur is not None
    ]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    decisions = tuple(
        CourseDecision(
            course=course,
            role=role,
            state=draw(st.sampled_from(states)),
            week=draw(st.sampled_from([None, None, 0, 1, 9])),
        )
        for role, course in chosen
    )
    return replace(request, constraints=msgspec.structs.replace(request.constraints, decisions=decisions))


def _worth(plan: Plan) -> tuple[int, Fraction, int]:
    """Value first, then hours and euro, the fewer the better."""
    return plan.value, -sum((planned.hours for planned in plan.courses), Fraction(0)), -plan.cost_eur


def _many_courses(number: int) -> list[CourseEntry]:
    """Courses that lead one competence to a level and touch others, a tenth of them after another course."""
    random = Random(1)  # noqa: S311
    courses = []
    for place in range(number):
        level = random.choice((0, 0, 1, 1, 2))
        main, *others = random.sample(range(20), random.randint(1, 3))
        after = ((f"course-{random.randrange(place)}",),) if place and random.random() < 0.1 else ()
        hours, cost = Fraction(random.randint(2, 20), 2), Fraction(random.choice((0, 0, 20, 50)))
        teaches = dict.fromkeys((f"k{k}" for k in others), (0, 1)) | {f"k{main}": (level, level + 1)}
        courses.append(a_course(f"course-{place}", teaches, hours=hours, cost_eur=cost, after=after))
    return courses


def _large_request(courses: list[CourseEntry]) -> PlanRequest:
    catalogue = a_catalogue(courses, [f"k{k}" for k in range(20)], target=3)
    return a_request(catalogue, people=People(owner=1, employee=4), weeks=6, budget_eur=300)


@settings(max_examples=120, deadline=None)
@given(_requests())
def test_no_set_of_courses_is_worth_more_or_asks_for_less(request: PlanRequest):
    plan = make_plan(request)

    assert plan.is_optimal
    assert _worth(plan) == best_by_brute_force(request)
    assert list(find_plan_problems(request, plan)) == []


@settings(max_examples=80, deadline=None)
@given(_decided(("wanted", "excluded")))
def test_what_is_wanted_is_kept_and_the_rest_is_still_best(request: PlanRequest):
    plan = make_plan(request)
    try:
        best = best_by_brute_force(request)
    except ValueError:
        assert plan.unkept
    else:
        assert plan.unkept == ()
        assert _worth(plan) == best
    assert list(find_plan_problems(request, plan)) == []


@settings(max_examples=80, deadline=None)
@given(_decided(("wanted", "excluded", "done", "under-way")))
def test_a_plan_can_be_followed_whatever_was_decided(request: PlanRequest):
    plan = make_plan(request)

    assert list(find_plan_problems(request, plan)) == []
    assert explain_alternatives(request, plan).value == plan.value
    for role in request.people:
        mine = [planned for planned in plan.courses if planned.role == role]
        begun = [planned.decision is not None and planned.decision.state == "under-way" for planned in mine]
        assert begun == sorted(begun, reverse=True)


@settings(max_examples=30, deadline=None)
@given(_requests(), st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_does_not_change_the_plan(request: PlanRequest, random: Random):
    shuffled = list(request.catalogue.courses.items())
    random.shuffle(shuffled)
    other = replace(request, catalogue=replace(request.catalogue, courses=dict(shuffled)))

    assert make_plan(other) == make_plan(request)


@settings(max_examples=30, deadline=None)
@given(_requests())
def test_more_weeks_never_lower_the_value(request: PlanRequest):
    limits = request.constraints
    longer = a_request(
        request.catalogue,
        levels=request.levels,
        people=request.company.people,
        role_levels=request.role_levels,
        weeks=limits.weeks + 1,
        hours_per_week=limits.hours_per_week,
        budget_eur=limits.budget_eur,
    )

    assert make_plan(longer).value >= make_plan(request).value


def test_courses_that_open_only_each_other_are_not_chosen():
    courses = [
        a_course("a", {"backup": (1, 2), "mail": (0, 1)}),
        a_course("b", {"mail": (1, 2), "backup": (0, 1)}),
        a_course("way-in", {"backup": (0, 1)}, hours=Fraction(3)),
    ]
    plan = make_plan(a_request(a_catalogue(courses), weeks=2))

    assert [planned.course.id for planned in plan.courses] == ["way-in"]


def test_the_pinned_settings_prove_a_large_plan_best():
    plan = make_plan(_large_request(_many_courses(120)))

    pinned = {"num_workers": 1, "linearization_level": 2, "cut_level": 0, "random_seed": 0}
    assert {**pinned, "max_presolve_iterations": 1} == SETTINGS
    assert plan.is_optimal
    assert plan.value == plan.bound


def test_a_large_shuffled_catalogue_gives_the_same_plan():
    courses = _many_courses(80)
    shuffled = sorted(courses, key=lambda course: course.id[::-1])

    assert make_plan(_large_request(shuffled)) == make_plan(_large_request(courses))


def test_without_enough_effort_the_plan_holds_and_says_what_was_proven():
    request = _large_request(_many_courses(80))
    hasty, best = make_plan(request, effort=1e-6), make_plan(request)

    assert not hasty.is_optimal
    assert hasty.value <= best.value <= hasty.bound


def test_prices_too_large_for_exact_burdens_still_give_a_plan():
    courses = [a_course(f"c{place}", {"backup": (0, 1)}, cost_eur=Fraction(10**5)) for place in range(3)]
    people = People(owner=1, employee=1_000_000)
    plan = make_plan(a_request(a_catalogue(courses), people=people, budget_eur=10**12))

    assert {planned.role for planned in plan.courses} == {"owner", "employee"}
