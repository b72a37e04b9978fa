"""What changes from one plan to another: courses, weeks, hours, cost and what is gained."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from desktop.content.company import People
from desktop.planning import Plan, compare_plans, make_plan
from tests.unit.planning.planning_builders import MONDAY, a_catalogue, a_course, a_request

COPIES = a_course("copies", {"backup": (0, 1)}, hours=Fraction(4))
LETTERS = a_course("letters", {"mail": (0, 1)}, hours=Fraction(2), cost_eur=Fraction(30))
SHOP = a_catalogue([COPIES, LETTERS])


def plan(**limits) -> Plan:
    return make_plan(a_request(SHOP, **limits))


def test_a_plan_differs_in_nothing_from_itself() -> None:
    assert compare_plans(plan(budget_eur=30), plan(budget_eur=30)).is_empty


def test_courses_that_enter_count_in_hours_cost_and_gain() -> None:
    before, after = plan(), plan(budget_eur=30)
    found = compare_plans(before, after)
    assert [each.course.id for each in found.entering] == ["letters"]
    assert found.leaving == ()
    assert (found.hours, found.cost_eur, found.value) == ({"owner": 2}, 30, after.value - before.value)
    assert found.changes["letters"].is_new


def test_the_way_back_is_the_same_with_other_signs() -> None:
    there, back = compare_plans(plan(), plan(budget_eur=30)), compare_plans(plan(budget_eur=30), plan())
    assert back.leaving == there.entering
    assert back.entering == there.leaving == ()
    assert (back.cost_eur, back.value) == (-there.cost_eur, -there.value)
    assert "letters" not in back.changes


def test_a_course_that_a_further_role_takes_is_new_for_that_role() -> None:
    together = People(owner=1, employee=1)
    found = compare_plans(plan(), plan(people=together)).changes["copies"]
    assert found.new_for == ("employee",)
    assert not found.is_new


def test_weeks_count_by_the_day_on_which_a_course_begins() -> None:
    before = plan()
    later = replace(before, start=MONDAY + timedelta(weeks=3))
    assert compare_plans(before, later).changes["copies"].weeks == 3
    assert compare_plans(later, before).changes["copies"].weeks == -3
