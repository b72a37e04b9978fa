"""The planner's choice against every possible choice, and against other ways to choose."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from planning_brute_force import Worth, best_by_brute_force, worth
from planning_builders import a_catalogue, a_course, a_request
from planning_drawing import decided, requests

from benchmarks.plan_rivals import Shelf, greedy_by_hour, greedy_by_value, list_by_score
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import People
from desktop.planning import Plan, PlanRequest, find_plan_problems, make_plan
from tests.examples import examples

_FEW_ROLES: tuple[Role, ...] = ("owner", "employee")
"""So that all choices can be tried."""


def _worth(request: PlanRequest, plan: Plan) -> Worth:
    """What the plan's courses are worth, counted without the planner."""
    courses = request.catalogue.courses
    found = worth(request, [(planned.role, courses[planned.course.id]) for planned in plan.courses])
    assert found[0] == plan.value
    return found


@examples(150)
@given(requests(most_courses=5, roles=_FEW_ROLES))
def test_no_set_of_courses_is_worth_more_or_asks_for_less(request: PlanRequest):
    plan = make_plan(request)

    assert plan.is_optimal
    assert _worth(request, plan) == best_by_brute_force(request)
    assert list(find_plan_problems(request, plan)) == []


@examples(80)
@given(decided("wanted", "excluded", most_courses=5, roles=_FEW_ROLES))
def test_what_is_wanted_is_kept_and_the_rest_is_still_best(request: PlanRequest):
    plan = make_plan(request)
    try:
        best = best_by_brute_force(request)
    except ValueError:
        assert plan.unkept
    else:
        assert plan.unkept == ()
        assert _worth(request, plan) == best


@examples(80)
@given(requests())
def test_no_other_way_to_choose_brings_more(request: PlanRequest):
    plan, shelf = make_plan(request), Shelf(request)

    for choose in (list_by_score, greedy_by_hour, greedy_by_value):
        rival = choose(shelf)
        assert shelf.fits(rival)
        assert shelf.worth(rival) <= plan.value


@examples(60)
@given(
    st.permutations(("backup", "mail", "cloud")),
    st.lists(st.integers(0, 2), min_size=1, max_size=3),
    st.integers(1, 6),
)
def test_courses_that_open_each_other_in_a_ring_need_a_way_in(
    ring: list[str], ways_in: list[int], weeks: int
):
    """Each course of the ring begins where the next one leads, and comes after it or after a way in."""
    courses = [a_course(f"in-{place}", {ring[place]: (0, 1)}, hours=Fraction(3)) for place in {*ways_in}]
    for place, name in enumerate(ring):
        following = ring[(place + 1) % len(ring)]
        after = ((f"round-{following}", f"in-{place}"),)
        courses.append(a_course(f"round-{name}", {name: (1, 2), following: (0, 1)}, after=after))
    request = a_request(a_catalogue(courses), weeks=weeks, hours_per_week={"owner": Fraction(2)})
    plan = make_plan(request)

    assert _worth(request, plan) == best_by_brute_force(request)
    assert not plan.courses or plan.courses[0].course.id.startswith("in-")


def test_courses_that_open_only_each_other_are_not_chosen():
    courses = [
        a_course("a", {"backup": (1, 2), "mail": (0, 1)}),
        a_course("b", {"mail": (1, 2), "backup": (0, 1)}),
        a_course("way-in", {"backup": (0, 1)}, hours=Fraction(3)),
    ]
    plan = make_plan(a_request(a_catalogue(courses), weeks=2))

    assert [planned.course.id for planned in plan.courses] == ["way-in"]


def test_prices_too_large_for_exact_burdens_still_give_a_plan():
    courses = [a_course(f"c{place}", {"backup": (0, 1)}, cost_eur=Fraction(10**5)) for place in range(3)]
    people = People(owner=1, employee=1_000_000)
    plan = make_plan(a_request(a_catalogue(courses), people=people, budget_eur=10**12))

    assert {planned.role for planned in plan.courses} == {"owner", "employee"}
