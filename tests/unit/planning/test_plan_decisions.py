"""What was decided about courses and weeks, and how the plan keeps to it."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.company import People
from desktop.content.decisions import CourseDecision, Holiday
from desktop.planning import Plan, PlanRequest, draft_plan, find_plan_problems, make_plan
from desktop.planning.choosing.objective import MOST_COURSES_PER_ROLE

COURSES = (
    a_course("copies", {"backup": (0, 1)}, hours=Fraction(4)),
    a_course("copies-again", {"backup": (1, 2)}, hours=Fraction(4)),
    a_course("letters", {"mail": (0, 1)}, hours=Fraction(4)),
    a_course("letters-long", {"mail": (0, 1)}, hours=Fraction(6)),
    a_course("english", {"cloud": (0, 1)}, languages=("en",), cost_eur=None),
)


def decided(course: str, state: Any, **facts: Any) -> CourseDecision:
    return CourseDecision(course=course, role=facts.pop("role", "owner"), state=state, **facts)


def a_plan(*decisions: CourseDecision, **limits: Any) -> Plan:
    return make_plan(a_request(a_catalogue(COURSES), decisions=decisions, **limits))


def weeks(plan: Plan) -> dict[str, tuple[int, int]]:
    return {planned.course.id: (planned.first_week, planned.last_week) for planned in plan.courses}


def test_a_course_left_out_is_replaced_by_the_next_best():
    assert set(weeks(a_plan())) == {"copies", "copies-again", "letters"}
    assert set(weeks(a_plan(decided("letters", "excluded")))) == {"copies", "copies-again", "letters-long"}


def test_a_wanted_course_comes_in_whatever_its_language_and_price():
    plan = a_plan(decided("english", "wanted"))
    (wanted,) = [planned for planned in plan.courses if planned.course.id == "english"]
    assert (wanted.language, wanted.cost_eur, wanted.course.cost_eur) == ("en", 0, None)


def test_a_course_wanted_later_waits_and_others_go_before():
    assert weeks(a_plan(decided("copies", "wanted", week=4)))["letters"] == (0, 1)
    assert weeks(a_plan(decided("copies", "wanted", week=4)))["copies"] == (4, 5)
    assert weeks(a_plan(decided("copies", "wanted", week=8)))["copies-again"][1] <= 9


def test_what_is_under_way_comes_first_with_the_hours_that_are_left():
    plan = a_plan(decided("copies-again", "under-way", hours_left=Fraction(1)))
    first = plan.courses[0]
    assert (first.course.id, first.hours, first.first_week) == ("copies-again", 1, 0)
    assert [planned.course.id for planned in plan.courses] == ["copies-again", "letters"]


def test_what_is_done_counts_and_is_not_planned_again():
    plan = a_plan(decided("copies", "done"))
    assert set(weeks(plan)) == {"copies-again", "letters"}
    assert plan.needs[0].level == 0


def test_what_someone_has_learned_and_nobody_does_is_told_as_practice():
    plan = a_plan(decided("copies", "done"), decided("copies-again", "done"))
    assert [(gap.competence, gap.reason) for gap in plan.open_gaps if gap.competence == "backup"] == [
        ("backup", "practice")
    ]


@pytest.mark.parametrize(
    ("decision", "limits", "reason", "number"),
    [
        (decided("letters-long", "wanted"), {"weeks": 2}, "hours", 2),
        (decided("gone-since", "wanted"), {}, "gone", 0),
        (decided("letters", "wanted", role="it"), {}, "no-role", 0),
    ],
)
def test_what_cannot_be_kept_is_named_with_the_reason(
    decision: CourseDecision, limits: dict[str, Any], reason: str, number: int
):
    (unkept,) = a_plan(decision, **limits).unkept
    assert (unkept.decision, unkept.reason, unkept.number) == (decision, reason, number)


def test_too_dear_together_the_first_decided_is_kept():
    courses = [a_course(name, {name: (0, 1)}, cost_eur=Fraction(60)) for name in ("backup", "mail")]
    decisions = tuple(decided(name, "wanted") for name in ("mail", "backup"))
    plan = make_plan(a_request(a_catalogue(courses), decisions=decisions, budget_eur=100))
    assert list(weeks(plan)) == ["mail"]
    assert [(each.decision.course, each.reason, each.number) for each in plan.unkept] == [
        ("backup", "budget", 20)
    ]


def test_a_wanted_course_that_cannot_be_begun_is_told():
    courses = [a_course("top", {"backup": (1, 2)})]
    plan = make_plan(a_request(a_catalogue(courses), decisions=(decided("top", "wanted"),)))
    assert [each.reason for each in plan.unkept] == ["entry"]


def test_nobody_studies_on_holiday():
    holiday = Holiday(date(2027, 1, 11), date(2027, 1, 20))
    plan = a_plan(holidays=(holiday,))
    hours: dict[int, Fraction] = {}
    for planned in plan.courses:
        for week, spent in planned.weeks.items():
            hours[week] = hours.get(week, Fraction(0)) + spent
    assert hours.get(1, 0) == 0
    assert hours[2] == Fraction(4, 5)
    assert hours[3] == 2


def test_a_favoured_area_goes_first_where_hours_are_short():
    catalogue = a_catalogue(
        [a_course("copies", {"backup": (0, 1)}), a_course("models", {"ai-basics": (0, 1)})],
        ("backup", "ai-basics"),
        areas={"ai-basics": "ai"},
    )
    for favoured, course in ((("ai",), "models"), (("digital",), "copies")):
        assert list(weeks(make_plan(a_request(catalogue, weeks=1, favoured_areas=favoured)))) == [course]


def test_only_the_forms_wanted_are_planned():
    courses = [a_course("live", {"backup": (0, 1)}, format="live"), a_course("alone", {"mail": (0, 1)})]
    request = a_request(a_catalogue(courses), formats=("live",))
    assert list(weeks(make_plan(request))) == ["live"]


def test_each_role_begins_where_its_people_are():
    request: PlanRequest = a_request(
        a_catalogue(COURSES),
        people=People(owner=1, employee=2),
        role_levels={"employee": {"backup": 1, "mail": 2}},
    )
    taken = {(planned.role, planned.course.id) for planned in make_plan(request).courses}
    assert ("owner", "copies") in taken
    assert {course for role, course in taken if role == "employee"} == {"copies-again"}


def test_a_draft_leaves_room_for_what_is_wanted_and_opens_late():
    names = tuple(f"k{place}" for place in range(6))
    courses = [a_course(f"first-{name}", {name: (0, 1)}) for name in names]
    courses.append(a_course("wanted", {"k0": (1, 2)}))
    decision = CourseDecision(course="wanted", role="owner", state="wanted")
    request = a_request(a_catalogue(courses, names), weeks=50, decisions=(decision,))
    drafted = draft_plan(request)

    assert len(drafted.courses) == MOST_COURSES_PER_ROLE
    assert "wanted" in {planned.course.id for planned in drafted.courses}


def test_twenty_wanted_courses_are_put_in_order_without_trying_all_orders():
    names = tuple(f"k{place}" for place in range(10))
    courses = [a_course(f"{name}-{level}", {name: (level, level + 1)}) for name in names for level in (0, 1)]
    wanted = tuple(CourseDecision(course=each.id, role="owner", state="wanted") for each in courses)
    request = a_request(a_catalogue(courses, names), weeks=50, decisions=wanted)
    plan = make_plan(request)

    assert len(plan.courses) == len(courses)
    assert list(find_plan_problems(request, plan)) == []
