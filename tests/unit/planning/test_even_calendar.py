"""Courses spread evenly over the months of a plan, or as early as possible."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.company import People
from desktop.content.decisions import CourseDecision, Holiday
from desktop.planning import Plan, PlanRequest, find_plan_problems, make_plan
from desktop.planning.weeks import month_starts
from tests.examples import examples

COURSES = (
    a_course("copies", {"backup": (0, 1)}),
    a_course("copies-again", {"backup": (1, 2)}),
    a_course("letters", {"mail": (0, 1)}),
    a_course("letters-again", {"mail": (1, 2)}),
)


def evenly(courses: tuple[CourseEntry, ...] = COURSES, **limits: Any) -> PlanRequest:
    return a_request(a_catalogue(courses), **({"weeks": 17, "pace": "even"} | limits))


def early(request: PlanRequest) -> PlanRequest:
    return replace(request, constraints=msgspec.structs.replace(request.constraints, pace="early"))


def by_month(plan: Plan) -> dict[str, list[int]]:
    """The months of each course, 0 the first."""
    starts = month_starts(plan.number_of_weeks)
    return {
        each.course.id: sorted({sum(start <= week for start in starts) - 1 for week in each.weeks})
        for each in plan.courses
    }


def heaviest_month(plan: Plan) -> Fraction:
    starts = [*month_starts(plan.number_of_weeks), plan.number_of_weeks]
    return max(
        sum(hours for each in plan.courses for week, hours in each.weeks.items() if start <= week < end)
        for start, end in pairwise(starts)
    ) or Fraction(0)


def test_a_plan_has_twelve_months_a_year_and_one_at_least():
    assert month_starts(1) == (0,)
    assert month_starts(26) == (0, 4, 8, 13, 17, 21)
    assert len(month_starts(52)) == 12


def test_four_short_courses_take_a_month_each_instead_of_a_week_each():
    plan = make_plan(evenly())
    assert sorted(by_month(plan).values()) == [[0], [1], [2], [3]]
    assert plan.courses[0].weeks == {week: Fraction(1, 2) for week in range(4)}
    soon = make_plan(early(evenly()))
    assert [list(each.weeks) for each in soon.courses] == [[0], [1], [2], [3]]
    assert {each.course.id for each in plan.courses} == {each.course.id for each in soon.courses}
    assert (plan.value, plan.unspread, soon.unspread) == (soon.value, (), ())


def test_what_builds_on_another_lies_in_a_later_month():
    months = by_month(make_plan(evenly(COURSES[:2], weeks=9)))
    assert months == {"copies": [0], "copies-again": [1]}


def test_a_course_longer_than_the_share_of_a_month_goes_on_in_the_next():
    courses = (a_course("long", {"mail": (0, 1)}, hours=Fraction(10)), COURSES[0])
    plan = make_plan(evenly(courses, weeks=13))
    assert by_month(plan) == {"copies": [0], "long": [0, 1, 2]}
    assert heaviest_month(plan) == 4


def test_where_no_whole_months_do_any_course_may_go_on():
    lengths = {"backup": 5, "mail": 5, "cloud": 6}
    courses = [a_course(name, {name: (0, 1)}, hours=Fraction(hours)) for name, hours in lengths.items()]
    plan = make_plan(evenly(tuple(courses), weeks=8))
    assert (plan.unspread, len(plan.courses)) == ((), 3)
    assert sorted(map(len, by_month(plan).values())) == [1, 1, 2]
    assert heaviest_month(plan) == 8


def test_a_course_is_not_begun_before_its_week_and_what_is_under_way_comes_first():
    decisions = (
        CourseDecision(course="letters", role="owner", state="wanted", week=8),
        CourseDecision(course="copies-again", role="owner", state="under-way", hours_left=Fraction(1)),
    )
    plan = make_plan(evenly(decisions=decisions))
    weeks = {each.course.id: each.first_week for each in plan.courses}
    assert plan.courses[0].course.id == "copies-again"
    assert plan.unspread == ()
    assert weeks["letters"] >= 8


def test_nobody_studies_in_a_month_of_holidays():
    holiday = Holiday(date(2027, 2, 1), date(2027, 3, 5))
    plan = make_plan(evenly(COURSES[:3], holidays=(holiday,)))
    assert 1 not in {month for months in by_month(plan).values() for month in months}
    assert len(plan.courses) == 3


def test_where_nothing_else_fits_the_courses_come_as_early_as_possible():
    request = evenly(COURSES[:2], weeks=4)
    plan = make_plan(request)
    assert plan.unspread == ("owner",)
    assert plan.courses == make_plan(early(request)).courses


def test_a_live_course_is_not_smeared_over_the_weeks_of_its_month():
    live = a_course("live", {"cloud": (0, 1)}, format="live", hours=Fraction(3))
    plan = make_plan(evenly((live, *COURSES[:3])))
    (held,) = [each for each in plan.courses if each.course.id == "live"]
    assert list(held.weeks.values()) == [2, 1]
    assert any(list(each.weeks.values()) == [Fraction(1, 2)] * 4 for each in plan.courses)


def test_the_checker_finds_what_is_not_even():
    request = evenly(tuple(msgspec.structs.replace(course, format="live") for course in COURSES))
    plan = make_plan(request)
    first, *others = plan.courses
    smeared = replace(first, weeks={0: Fraction(1), 4: Fraction(1)})
    told = list(find_plan_problems(request, replace(plan, courses=(smeared, *others))))
    assert any("is live and goes on in another month" in each for each in told)
    soon = replace(make_plan(early(request)), unspread=())
    assert any("in an earlier month" in each for each in find_plan_problems(request, soon))
    assert any(
        "Nobody asked" in each
        for each in find_plan_problems(early(request), replace(soon, unspread=("owner",)))
    )


def test_the_checker_finds_what_comes_before_a_course_under_way_or_before_its_week():
    begun = CourseDecision(course="letters", role="owner", state="under-way")
    request = evenly(decisions=(begun,), pace="early")
    plan = make_plan(request)
    turned = [
        replace(each, weeks=other.weeks) for each, other in zip(plan.courses, plan.courses[::-1], strict=True)
    ]
    told = find_plan_problems(request, replace(plan, courses=tuple(turned[::-1])))
    assert any("is under way and comes after" in each for each in told)
    late = CourseDecision(course="copies", role="owner", state="wanted", week=4)
    request = evenly(decisions=(late,))
    plan = make_plan(request)
    moved = [
        replace(each, weeks={0: each.hours}) if each.course.id == "copies" else each for each in plan.courses
    ]
    told = find_plan_problems(request, replace(plan, courses=tuple(moved)))
    assert any("begins before week 4" in each for each in told)


@st.composite
def _requests(draw: Any) -> PlanRequest:
    spans = st.sampled_from([(0, 1), (0, 1), (1, 2), (0, 2)])
    courses = [
        a_course(
            f"c{place}",
            draw(
                st.dictionaries(st.sampled_from(("backup", "mail", "cloud")), spans, min_size=1, max_size=2)
            ),
            hours=Fraction(draw(st.integers(1, 12)), 2),
            format=draw(st.sampled_from(["self-paced", "live"])),
        )
        for place in range(draw(st.integers(1, 6)))
    ]
    return evenly(
        tuple(courses),
        weeks=draw(st.integers(1, 26)),
        people=People(owner=1, employee=draw(st.integers(0, 1))),
        hours_per_week={"owner": Fraction(draw(st.integers(1, 6)), 2), "employee": Fraction(1, 2)},
        holidays=draw(st.sampled_from([(), (Holiday(date(2027, 1, 13), date(2027, 2, 4)),)])),
        decisions=tuple(
            CourseDecision(course=course.id, role="owner", state=state, week=week)
            for course in courses[:1]
            for state, week in draw(st.sampled_from([[], [("under-way", 0)], [("wanted", 3)]]))
        ),
    )


@examples(40)
@given(_requests(), st.randoms(use_true_random=False))
def test_an_even_plan_can_be_followed_and_has_the_courses_of_the_early_one(request: PlanRequest, random: Any):
    """The checker passes every plan that is made; here in both paces, whatever the order of the catalogue."""
    plan, soon = make_plan(request), make_plan(early(request))
    assert {(each.role, each.course.id) for each in plan.courses} == {
        (each.role, each.course.id) for each in soon.courses
    }
    assert plan.value == soon.value
    for role in {each.role for each in plan.courses} & set(plan.unspread):
        assert [each for each in plan.courses if each.role == role] == [
            each for each in soon.courses if each.role == role
        ]
    courses = list(request.catalogue.courses.items())
    random.shuffle(courses)
    shuffled = replace(request.catalogue, courses=dict(courses))
    assert make_plan(replace(request, catalogue=shuffled)) == plan
