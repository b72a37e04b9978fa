"""What a plan keeps to: roles, languages, hours, budget, prerequisites, weeks."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from planning_builders import MONDAY, a_catalogue, a_course, a_request

from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.content.company import People
from desktop.planning import Plan, Step, explain_alternatives, find_plan_problems, make_plan


def _ids(plan: Plan) -> list[str]:
    return [planned.course.id for planned in plan.courses]


def _a_chain() -> list[CourseEntry]:
    return [
        a_course("advanced", {"backup": (1, 2)}, hours=Fraction(3)),
        a_course("first", {"backup": (0, 1)}, hours=Fraction(5, 2)),
        a_course("licence", {"mail": (0, 2)}, after=(("first", "absent"),)),
    ]


def test_a_course_is_planned_only_for_its_roles():
    courses = [a_course("for-staff", {"backup": (0, 1)}, roles=("employee",))]

    assert _ids(make_plan(a_request(a_catalogue(courses)))) == []
    assert _ids(make_plan(a_request(a_catalogue(courses), people=People(employee=2)))) == ["for-staff"]


def test_the_preferred_language_wins_between_equals():
    courses = [
        a_course("a-english", {"backup": (0, 1)}, languages=("en",)),
        a_course("b-both", {"backup": (0, 1)}, languages=("en", "it")),
    ]
    (planned,) = make_plan(a_request(a_catalogue(courses), languages=("it", "en"))).courses

    assert (planned.course.id, planned.language) == ("b-both", "it")


def test_a_language_to_confirm_is_marked_and_comes_after_a_certain_one():
    unsure = a_course("unsure", {"backup": (0, 1)}, languages=("de",), languages_to_confirm=("it",))
    english = a_course("english", {"backup": (0, 1)}, languages=("en",))
    alone = make_plan(a_request(a_catalogue([unsure]))).courses[0]
    both = make_plan(a_request(a_catalogue([unsure, english]), languages=("it", "en"))).courses

    assert (alone.language, alone.is_language_to_confirm) == ("it", True)
    assert [(planned.course.id, planned.is_language_to_confirm) for planned in both] == [("english", False)]


def test_unknown_hours_are_estimated_and_marked():
    courses = [
        a_course("known", {"mail": (0, 1)}, hours=Fraction(4)),
        a_course("unknown", {"backup": (0, 1)}, hours=None, hours_basis="unknown"),
    ]
    marks = {
        p.course.id: (p.hours, p.is_hours_estimated)
        for p in make_plan(a_request(a_catalogue(courses))).courses
    }

    assert marks == {"known": (4, False), "unknown": (4, True)}


def test_the_budget_pays_for_everybody():
    courses = [a_course("paid", {"backup": (0, 1)}, cost_eur=Fraction("19.90"), roles=("employee",))]
    people = People(owner=0, employee=5)

    assert _ids(make_plan(a_request(a_catalogue(courses), people=people, budget_eur=99))) == []
    assert make_plan(a_request(a_catalogue(courses), people=people, budget_eur=100)).cost_eur == 100


def test_no_more_than_six_courses_for_a_role():
    competences = [f"k{place}" for place in range(8)]
    courses = [a_course(name, {name: (0, 1)}) for name in competences]

    assert len(make_plan(a_request(a_catalogue(courses, competences))).courses) == 6


def test_courses_follow_each_other_and_fill_the_weeks():
    plan = make_plan(a_request(a_catalogue(_a_chain()), hours_per_week={"owner": Fraction(3, 2)}))

    weeks = {planned.course.id: dict(planned.weeks) for planned in plan.courses}
    assert weeks["first"] == {0: Fraction(3, 2), 1: 1}
    assert max(weeks["first"]) <= min(weeks["advanced"])
    assert max(weeks["first"]) <= min(weeks["licence"])


def test_what_is_worth_most_for_its_time_comes_first():
    courses = [
        a_course("a-long", {"backup": (0, 1)}, hours=Fraction(8)),
        a_course("b-short", {"mail": (0, 1)}, hours=Fraction(1)),
    ]

    assert _ids(make_plan(a_request(a_catalogue(courses)))) == ["b-short", "a-long"]


def test_an_opening_course_carries_the_value_of_what_it_opens():
    first, *_ = make_plan(a_request(a_catalogue(_a_chain()))).courses

    assert first.course.id == "first"
    assert first.steps == (Step("backup", 1),)
    assert first.value == make_plan(a_request(a_catalogue(_a_chain()))).value


def test_who_knows_what_a_course_teaches_need_not_take_it_before_the_next():
    courses = [
        a_course("basics", {"mail": (0, 1)}),
        a_course("licence", {"backup": (0, 1)}, after=(("basics",),)),
    ]
    levels = {"backup": 0, "mail": 0, "cloud": 2}

    assert _ids(make_plan(a_request(a_catalogue(courses), levels=levels))) == ["basics", "licence"]
    assert _ids(make_plan(a_request(a_catalogue(courses), levels=levels | {"mail": 1}))) == ["licence"]


def test_a_competence_that_was_not_assessed_states_no_need():
    courses = [a_course("any", {"backup": (0, 1)})]
    plan = make_plan(a_request(a_catalogue(courses), levels={"backup": None}))

    assert (plan.needs, plan.courses, plan.open_gaps) == ((), (), ())


def test_a_level_nobody_needs_is_learnt_where_it_opens_a_needed_course():
    courses = [a_course("door", {"cloud": (0, 1)}), a_course("goal", {"cloud": (1, 2), "backup": (0, 1)})]
    plan = make_plan(a_request(a_catalogue(courses), levels={"backup": 0, "cloud": None}))

    assert _ids(plan) == ["door", "goal"]
    assert plan.courses[0].steps == (Step("cloud", 1),)


@pytest.mark.parametrize(("named", "expected"), [(None, MONDAY), (date(2027, 9, 6), date(2027, 9, 6))])
def test_a_start_in_the_constraints_goes_first(named: date | None, expected: date):
    request = a_request(a_catalogue([]), start=named)

    assert make_plan(request).start == expected


def test_the_next_best_course_is_named_with_what_it_costs():
    courses = [
        a_course("both-levels", {"backup": (0, 2)}),
        a_course("one-level", {"backup": (0, 1)}),
    ]
    request = a_request(a_catalogue(courses))
    (planned,) = explain_alternatives(request, make_plan(request)).courses

    assert (planned.course.id, planned.alternative) == ("both-levels", "one-level")
    assert planned.lost_with_alternative == 12


def test_the_checker_notices_courses_in_the_wrong_order():
    request = a_request(a_catalogue(_a_chain()))
    plan = make_plan(request)
    backwards = replace(plan, courses=plan.courses[::-1])

    assert any("cannot be started" in sentence for sentence in find_plan_problems(request, backwards))


def test_the_checker_notices_a_plan_that_breaks_its_limits():
    request = a_request(a_catalogue(_a_chain()))
    plan = make_plan(request)
    first = replace(plan.courses[0], cost_eur=9, language="en", weeks={20: Fraction(4)})
    sentences = " ".join(find_plan_problems(request, replace(plan, courses=(first,))))

    for words in ("budget is 0", "not offered in en", "has 0 hours", "within 10 weeks", "claims a value"):
        assert words in sentences


def test_a_plan_is_done_before_its_last_day():
    plan = make_plan(a_request(a_catalogue(_a_chain()), weeks=4))
    last = max(planned.last_week for planned in plan.courses)

    assert plan.start + timedelta(weeks=last + 1) <= plan.start + timedelta(weeks=plan.number_of_weeks)


@pytest.mark.parametrize(("busy", "free"), [("owner", "employee"), ("employee", "owner")])
def test_where_one_of_two_can_go_the_one_goes_who_ends_earlier(busy: Role, free: Role):
    """The money does for one of them, and both would learn as much in as many hours."""
    course = a_course("mail", {"mail": (0, 1)}, cost_eur=Fraction(10))
    catalogue = a_catalogue([course], ["mail"], target=1, relevance={"owner": 2, "employee": 2})
    hours = {busy: Fraction(1, 2), free: Fraction(1)}
    request = a_request(
        catalogue, people=People(owner=1, employee=1), budget_eur=10, weeks=20, hours_per_week=hours
    )

    assert [planned.role for planned in make_plan(request).courses] == [free]
