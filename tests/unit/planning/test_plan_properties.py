"""What holds for every plan: it can be followed, more means never do harm, and what it tells adds up."""

from dataclasses import replace
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_brute_force import value_by_walking
from planning_builders import MONDAY
from planning_drawing import HOURS, MOST_EUR, MOST_WEEKS, SEEDS, a_drawn_course, decided, limited, requests
from planning_rules import broken_rules

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.decisions import CourseDecision, Holiday
from desktop.planning import (
    Plan,
    PlannedCourse,
    PlanRequest,
    draft_plan,
    explain_alternatives,
    find_plan_problems,
    make_plan,
)
from desktop.planning.stakes import weigh
from tests.examples import examples


def _without(request: PlanRequest, plan: Plan, struck: PlannedCourse) -> int:
    """The value of a plan with a course struck out."""
    courses = request.catalogue.courses
    rest = [(each.role, courses[each.course.id]) for each in plan.courses if each is not struck]
    return value_by_walking(request, rest)


@examples(80)
@given(decided("excluded", "done"), st.sampled_from([(), (Holiday(MONDAY, MONDAY),)]))
def test_every_course_comes_after_what_it_builds_on_in_weeks_with_hours_for_it(
    request: PlanRequest, holidays: tuple[Holiday, ...]
):
    request = limited(request, holidays=holidays)

    assert list(broken_rules(request, make_plan(request))) == []


@examples(80)
@given(decided("wanted", "excluded", "done", "under-way"))
def test_a_plan_can_be_followed_whatever_was_decided(request: PlanRequest):
    plan = make_plan(request)

    assert list(find_plan_problems(request, plan)) == []
    assert explain_alternatives(request, plan).value == plan.value
    for role in request.people:
        mine = [planned for planned in plan.courses if planned.role == role]
        begun = [planned.decision is not None and planned.decision.state == "under-way" for planned in mine]
        assert begun == sorted(begun, reverse=True)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"weeks": MOST_WEEKS + 1}, id="weeks"),
        pytest.param({"budget_eur": MOST_EUR + 30}, id="money"),
        pytest.param({"languages": ("it", "en", "de")}, id="languages"),
        *(
            pytest.param({"hours_per_week": {**HOURS, role: hours + 1}}, id=f"hours of {role}")
            for role, hours in HOURS.items()
        ),
    ],
)
@examples(25)
@given(request=decided("excluded", "done"))
def test_more_means_never_lower_the_value(more: dict[str, Any], request: PlanRequest):
    assert make_plan(limited(request, **more)).value >= make_plan(request).value


@examples(60)
@given(requests(), SEEDS)
def test_one_course_more_in_the_catalogue_never_lowers_the_value(request: PlanRequest, seed: int):
    random = Random(seed)  # noqa: S311 - no secret
    added = a_drawn_course("added", tuple(request.catalogue.courses), ROLES, random)
    # With hours of its own it would change the estimate of those that are unknown.
    courses = {**request.catalogue.courses, "added": msgspec.structs.replace(added, hours=None)}
    larger = replace(request, catalogue=replace(request.catalogue, courses=courses))

    assert make_plan(larger).value >= make_plan(request).value


@examples(60)
@given(requests())
def test_what_a_course_is_worth_is_what_is_lost_without_it(request: PlanRequest):
    plan = make_plan(request)

    for planned in explain_alternatives(request, plan).courses:
        left_out = CourseDecision(course=planned.course.id, role=planned.role, state="excluded")
        replaced = make_plan(limited(request, decisions=(left_out,)))
        assert planned.lost_with_alternative == plan.value - replaced.value
        assert 0 <= planned.lost_with_alternative <= planned.value
        if planned.alternative is not None:
            assert planned.alternative in {other.course.id for other in replaced.courses}
    for planned in plan.courses:
        assert planned.value == plan.value - _without(request, plan, planned)


@examples(80)
@given(requests())
def test_the_steps_told_course_by_course_add_up_to_the_value_of_the_plan(request: PlanRequest):
    plan = make_plan(request)
    told = [(planned.role, step) for planned in plan.courses for step in planned.steps]

    assert len(told) == len(set(told))
    assert weigh(request).value(told) == plan.value


@examples(60)
@given(decided("excluded", "done"), SEEDS)
def test_a_draft_can_be_followed_and_an_earlier_plan_never_changes_the_best_one(
    request: PlanRequest, seed: int
):
    random = Random(seed)  # noqa: S311 - no secret
    pairs = [(role, name) for role in ROLES for name in request.catalogue.courses]
    earlier = random.sample(pairs, len(pairs) // 2)
    drafted, plan = draft_plan(request, earlier), make_plan(request)

    assert [*broken_rules(request, drafted), *find_plan_problems(request, drafted)] == []
    assert drafted.value <= plan.value <= drafted.bound
    assert make_plan(request, like=earlier) == plan
