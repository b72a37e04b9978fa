"""Courses put into a week by hand: they begin in it, or in the next that is free, and the reason is told."""

from datetime import date
from fractions import Fraction
from itertools import permutations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.decisions import CourseDecision, Holiday
from desktop.planning import Plan, PlannedCourse, PlanRequest, find_plan_problems, make_plan
from desktop.planning.calendar.delays import Delay, find_delay
from desktop.planning.deciding import Choice, moved, unpinned, with_choice
from desktop.planning.learning import Learner
from tests.examples import examples

COURSES = (
    a_course("copies", {"backup": (0, 1)}, hours=Fraction(4)),
    a_course("copies-again", {"backup": (1, 2)}, hours=Fraction(4)),
    a_course("letters", {"mail": (0, 1)}, hours=Fraction(5)),
    a_course("clouds", {"cloud": (0, 1)}, hours=Fraction(1), after=(("letters",),)),
)


def a_plan_request(weeks: int = 10, holidays: tuple[Holiday, ...] = (), **chosen: int) -> PlanRequest:
    """Courses chosen for weeks, the first one decided first."""
    decisions = tuple(
        CourseDecision(course=name.replace("_", "-"), role="owner", state="wanted", week=week)
        for name, week in chosen.items()
    )
    return a_request(a_catalogue(COURSES), weeks=weeks, holidays=holidays, decisions=decisions)


def named(plan: Plan, name: str) -> PlannedCourse:
    return next(each for each in plan.courses if each.course.id == name)


def delay(request: PlanRequest, name: str) -> Delay | None:
    plan = make_plan(request)
    return find_delay(named(plan, name), plan, request.constraints)


def test_a_course_comes_in_its_week_although_others_are_worth_more_early():
    assert named(make_plan(a_plan_request()), "copies").first_week > 0
    assert named(make_plan(a_plan_request(copies=0)), "copies").first_week == 0
    assert named(make_plan(a_plan_request(copies=3)), "copies").first_week == 3
    assert delay(a_plan_request(copies=3), "copies") is None


def test_what_a_course_builds_on_goes_before_and_is_named():
    told = delay(a_plan_request(copies_again=0), "copies-again")
    assert told is not None
    assert (told.chosen, told.week, told.reason, told.until) == (0, 2, "builds-on", 1)
    assert told.other is not None
    assert told.other.id == "copies"
    after = delay(a_plan_request(clouds=1), "clouds")
    assert after is not None
    assert (after.reason, after.other and after.other.id) == ("builds-on", "letters")


def test_another_course_in_the_same_week_is_named():
    told = delay(a_plan_request(letters=2, copies=3), "copies")
    assert told is not None
    assert (told.week, told.reason, told.other and told.other.id) == (4, "taken", "letters")


def test_a_week_without_study_is_passed_over():
    holiday = Holiday(date(2027, 1, 18), date(2027, 1, 31))
    assert delay(a_plan_request(holidays=(holiday,), letters=2), "letters") == Delay(2, 4, "holiday")


def test_a_week_too_late_becomes_the_latest_that_is_possible():
    request = a_plan_request(copies=9)
    told = delay(request, "copies")
    assert told is not None
    assert (told.chosen, told.week, told.reason) == (9, 6, "end")
    assert named(make_plan(request), "copies-again").last_week == 9


def test_under_way_goes_first_whatever_week_was_chosen_for_another():
    request = a_plan_request(letters=0)
    begun = CourseDecision(course="copies", role="owner", state="under-way")
    limits = request.constraints
    limits = msgspec.structs.replace(limits, decisions=(*limits.decisions, begun))
    told = delay(a_request(request.catalogue, decisions=limits.decisions), "letters")
    assert told is not None
    assert (told.week, told.reason, told.other and told.other.id) == (2, "taken", "copies")


def test_moved_and_given_up_again_nothing_is_decided():
    limits = a_plan_request().constraints
    plan = make_plan(a_plan_request())
    limits = with_choice(limits, moved(plan.courses[0], 3, plan))
    assert [(each.week, each.only_week) for each in limits.decisions] == [(3, True)]
    again = make_plan(a_request(a_catalogue(COURSES), decisions=limits.decisions))
    pinned = named(again, plan.courses[0].course.id)
    assert with_choice(limits, unpinned(pinned)).decisions == ()


def test_a_course_that_was_kept_is_kept_without_its_week():
    kept = with_choice(a_plan_request().constraints, Choice("letters", ("owner",), "wanted"))
    plan = make_plan(a_request(a_catalogue(COURSES), decisions=kept.decisions))
    put_off = with_choice(kept, moved(named(plan, "letters"), 4, plan))
    plan = make_plan(a_request(a_catalogue(COURSES), decisions=put_off.decisions))
    assert with_choice(put_off, unpinned(named(plan, "letters"))) == kept


def test_brought_back_to_a_free_first_week_a_course_needs_no_week_of_its_own():
    plan = make_plan(
        a_request(a_catalogue(COURSES[2:3]), decisions=a_plan_request(letters=5).constraints.decisions)
    )
    assert moved(plan.courses[0], 0, plan).week is None
    shared = make_plan(a_plan_request(letters=5))
    assert moved(named(shared, "letters"), 0, shared).week == 0


@st.composite
def _chosen(draw: st.DrawFn) -> PlanRequest:
    names = draw(st.lists(st.sampled_from([c.id for c in COURSES]), unique=True, max_size=3))
    first = draw(st.dates(date(2027, 1, 4), date(2027, 2, 20)))
    holidays = draw(st.sampled_from([(), (Holiday(first, first.replace(day=28)),)]))
    weeks = {name.replace("-", "_"): draw(st.integers(0, 11)) for name in names}
    return a_plan_request(draw(st.integers(7, 12)), holidays, **weeks)


@examples(60)
@given(_chosen())
def test_every_course_in_another_week_than_its_own_has_a_reason(request: PlanRequest):
    plan = make_plan(request)
    assert list(find_plan_problems(request, plan)) == []
    for planned in plan.courses:
        week = planned.decision.week if planned.decision is not None else None
        told = find_delay(planned, plan, request.constraints)
        assert (told is None) == (week is None or week == planned.first_week)
        if told is not None and told.other is not None:
            assert told.chosen <= told.until <= planned.first_week
        if told is not None and told.reason == "holiday":
            assert not any(request.week_hours["owner"][told.chosen : told.week])


@examples(60)
@given(_chosen())
def test_no_other_order_is_less_late(request: PlanRequest):
    plan = make_plan(request)
    delays = [find_delay(each, plan, request.constraints) for each in plan.courses]
    late = sum(told.week - told.chosen for told in delays if told is not None)
    if not any(told is not None and told.reason == "end" for told in delays):
        assert late == min(_lateness(order, request) for order in permutations(plan.courses))


def _lateness(order: tuple[PlannedCourse, ...], request: PlanRequest) -> float:
    """Weeks late of an order walked hour by hour; infinite where it cannot be walked."""
    free = [week for week, hours in enumerate(request.week_hours["owner"]) for _ in range(int(hours * 10))]
    learner, place, late = Learner(request.present["owner"]), 0, 0
    for planned in order:
        if not learner.can_start(planned.course):
            return float("inf")
        learner.take(planned.course)
        week = planned.decision.week if planned.decision is not None else None
        while week is not None and place < len(free) and free[place] < week:
            place += 1
        if place + planned.hours * 10 > len(free):
            return float("inf")
        late += 0 if week is None else free[place] - week
        place += int(planned.hours * 10)
    return late
