"""A plan made again from a later day goes on from what has happened."""

from datetime import date, timedelta
from fractions import Fraction

from planning_builders import MONDAY, a_catalogue, a_course, a_request

from desktop.content.company import Constraints
from desktop.content.decisions import CourseDecision
from desktop.planning import Plan, make_plan
from desktop.planning.calendar.replanning import Progress, expected_progress, replanned

CATALOGUE = a_catalogue(
    (
        a_course("copies", {"backup": (0, 1)}, hours=Fraction(4)),
        a_course("copies-again", {"backup": (1, 2)}, hours=Fraction(4)),
        a_course("letters", {"mail": (0, 1)}, hours=Fraction(4)),
    )
)
LATER = MONDAY + timedelta(weeks=3)


def a_plan(limits: Constraints) -> Plan:
    return make_plan(a_request(CATALOGUE, start=limits.start, decisions=limits.decisions))


def decided(course: str, **facts: object) -> CourseDecision:
    return CourseDecision(course=course, role="owner", **facts)  # type: ignore[arg-type]


def before(*decisions: CourseDecision) -> Constraints:
    return Constraints(start=MONDAY, weeks=10, budget_eur=0, languages=("it",), decisions=decisions)


def test_by_the_calendar_one_is_done_and_one_under_way():
    told = expected_progress(a_plan(before()), LATER)
    assert [(each.state, each.hours_left) for each in told] == [("done", 0), ("under-way", 2)]


def test_the_plan_goes_on_from_what_is_done_and_under_way():
    plan = a_plan(before())
    limits = replanned(before(), plan, LATER, expected_progress(plan, LATER))
    again = a_plan(limits)
    assert again.start == LATER
    assert [each.course.id for each in again.courses] == [each.course.id for each in plan.courses][1:]
    assert (again.courses[0].hours, again.courses[0].first_week) == (2, 0)


def test_what_was_not_begun_is_planned_again():
    plan = a_plan(before())
    told = [Progress(each.planned, "not-begun", Fraction(0)) for each in expected_progress(plan, LATER)]
    limits = replanned(before(), plan, LATER, told)
    assert limits.decisions == ()
    assert {each.course.id for each in a_plan(limits).courses} == {each.course.id for each in plan.courses}


def test_chosen_weeks_stay_on_their_dates_and_those_passed_are_forgotten():
    limits = before(
        decided("letters", state="wanted", week=5, only_week=True),
        decided("copies", state="wanted", week=1, only_week=True),
        decided("copies-again", state="wanted", week=2),
    )
    later = replanned(limits, a_plan(limits), LATER, ())
    assert [(each.course, each.week) for each in later.decisions] == [("letters", 2), ("copies-again", None)]
    letters = next(each for each in a_plan(later).courses if each.course.id == "letters")
    assert later.start is not None
    assert later.start + timedelta(weeks=letters.first_week) == date(2027, 2, 8)


def test_done_and_under_way_from_before_stay_so():
    limits = before(
        decided("copies", state="done"), decided("letters", state="under-way", hours_left=Fraction(8))
    )
    plan = a_plan(limits)
    later = replanned(limits, plan, LATER, expected_progress(plan, LATER))
    assert {(each.course, each.state, each.hours_left) for each in later.decisions} == {
        ("copies", "done", None),
        ("letters", "under-way", Fraction(2)),
    }
