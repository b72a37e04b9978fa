"""Why a gap stays open, each reason on the smallest catalogue that shows it."""

from fractions import Fraction
from typing import Any

import pytest
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.company import People
from desktop.content.decisions import CourseDecision
from desktop.planning import REASONS, OpenGap, draft_plan, make_plan, prove_plan, reason_gaps


def _gap(*courses: CourseEntry, **limits: Any) -> OpenGap:
    catalogue = a_catalogue(courses, ["backup"], target=limits.pop("target", 1))
    (gap,) = make_plan(a_request(catalogue, **limits)).open_gaps
    assert gap.reason in REASONS
    return gap


_STEP = {"backup": (0, 1)}


@pytest.mark.parametrize(
    ("course", "reason", "number"),
    [
        (a_course("other", {"mail": (0, 1)}), "no-course", 0),
        (a_course("for-it", _STEP, roles=("it",)), "no-role", 0),
        (a_course("german", _STEP, languages=("de",)), "language", 1),
        (a_course("paid", _STEP, cost_eur=Fraction(30)), "budget", 30),
        (a_course("on-request", _STEP, cost_eur=None), "price-unknown", 0),
        (a_course("long", _STEP, hours=Fraction(45, 2)), "hours", 3),
        (a_course("after-nothing", _STEP, after=(("absent",),)), "entry", 0),
    ],
    ids=lambda case: case.id if isinstance(case, CourseEntry) else str(case),
)
def test_the_only_course_does_not_fit(course: CourseEntry, reason: str, number: int):
    gap = _gap(course)

    assert gap == OpenGap("backup", 1, 1, reason, number)


def test_the_only_course_was_left_out_or_is_held_in_another_form():
    left_out = CourseDecision(course="first", role="owner", state="excluded")
    course = a_course("first", _STEP)

    assert _gap(course, decisions=(left_out,)) == OpenGap("backup", 1, 1, "left-out", 1)
    assert _gap(course, formats=("live",)) == OpenGap("backup", 1, 1, "form", 1)


def test_courses_begin_above_the_company():
    assert _gap(a_course("advanced", {"backup": (1, 2)}), target=2).reason == "entry"


def test_a_course_and_what_it_builds_on_are_too_long_together():
    first = a_course("first", {"mail": (0, 1)}, hours=Fraction(12))
    second = a_course("second", _STEP, hours=Fraction(12), after=(("first",),))

    assert _gap(first, second).reason == "together"


def test_a_better_course_takes_the_hours():
    courses = [
        a_course("wide", {"mail": (0, 1), "cloud": (0, 1)}, hours=Fraction(2)),
        a_course("narrow", {"backup": (0, 1)}, hours=Fraction(2)),
    ]
    plan = make_plan(a_request(a_catalogue(courses, target=1), weeks=1))

    assert plan.open_gaps == (OpenGap("backup", 1, 1, "displaced", 16),)


def test_a_gap_begins_at_the_first_level_nobody_reaches():
    gap = _gap(a_course("first", _STEP), target=3)

    assert (gap.level, gap.target, gap.reason) == (2, 3, "no-course")


def test_nobody_to_teach_leaves_every_gap_open():
    catalogue = a_catalogue([a_course("first", _STEP)])
    plan = make_plan(a_request(catalogue, people=People(owner=0)))

    assert plan.courses == ()
    assert {gap.reason for gap in plan.open_gaps} == {"no-role", "no-course"}


def test_no_hours_and_no_money_give_an_empty_plan_with_reasons():
    courses = [a_course("free", {"backup": (0, 1)}), a_course("paid", {"mail": (0, 1)}, cost_eur=Fraction(5))]
    plan = make_plan(
        a_request(a_catalogue(courses, ["backup", "mail"]), hours_per_week={"owner": Fraction(0)})
    )

    assert (plan.courses, plan.value, plan.is_optimal) == ((), 0, True)
    assert {gap.competence: gap.reason for gap in plan.open_gaps} == {"backup": "hours", "mail": "budget"}


def test_a_plan_at_sight_has_the_courses_of_the_best_and_its_reasons_follow():
    first = a_course("first", {"backup": (0, 1)}, hours=Fraction(19))
    second = a_course("second", {"backup": (1, 2)}, hours=Fraction(19))
    request = a_request(a_catalogue([first, second], ["backup"]))
    plan, proven = make_plan(request), prove_plan(request)

    assert [gap.reason for gap in proven.open_gaps] == ["no-room"]
    assert reason_gaps(request, proven) == plan
    assert [gap.reason for gap in plan.open_gaps] == ["together"]


def test_a_draft_has_what_a_wanted_course_builds_on():
    first, second = a_course("first", {"backup": (0, 1)}), a_course("second", {"backup": (1, 2)})
    wanted = CourseDecision(course="second", role="owner", state="wanted")
    plan = draft_plan(a_request(a_catalogue([second, first], ["backup"], target=0), decisions=(wanted,)))

    assert [planned.course.id for planned in plan.courses] == ["first", "second"]
