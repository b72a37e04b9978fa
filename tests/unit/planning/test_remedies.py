"""What would make a course fit: tried, and found to be no more than needed, against every possible plan."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_brute_force import can_reach
from planning_builders import a_catalogue, a_course, a_request

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.company import Constraints, People
from desktop.content.decisions import CourseDecision
from desktop.planning import (
    REMEDY_KINDS,
    OpenGap,
    Plan,
    PlanRequest,
    Remedy,
    explain_open_gaps,
    make_plan,
    with_remedy,
)
from desktop.planning.explaining.ladders import LEAST_MORE_EURO, LONGEST_TIMES, MOST_MORE_HALF_HOURS
from tests.examples import examples

_COMPETENCES = ("backup", "mail")
_NAMES = ("c0", "c1", "c2", "c3")
_HOPELESS = ("practice", "no-course", "beyond")
_SMALLEST = {"hours": 1, "weeks": 1, "budget": 10}
_STEP = {"backup": (0, 1)}


@st.composite
def _requests(draw: Any) -> PlanRequest:
    """A bakery with little time and money, and some courses too long, too dear, or built on others."""
    spans = st.sampled_from([(0, 1), (0, 1), (1, 2), (0, 2)])
    names = _NAMES[: draw(st.integers(1, len(_NAMES)))]
    courses = [
        a_course(
            name,
            draw(st.dictionaries(st.sampled_from(_COMPETENCES), spans, min_size=1)),
            hours=Fraction(draw(st.integers(1, 40)), 2),
            cost_eur=Fraction(draw(st.sampled_from([0, 0, 35, 120, 1500]))),
            roles=draw(st.sampled_from([("owner",), ("employee",), ("owner", "employee")])),
            after=draw(st.sampled_from([(), (), (("c0",),)])),
        )
        for name in names
    ]
    return a_request(
        a_catalogue(courses, _COMPETENCES),
        people=People(owner=1, employee=draw(st.sampled_from([0, 2]))),
        weeks=draw(st.integers(1, 4)),
        hours_per_week={"owner": Fraction(draw(st.integers(0, 6)), 2), "employee": Fraction(1)},
        budget_eur=draw(st.sampled_from([0, 50])),
        decisions=draw(st.sampled_from([(), (), (_decided(names[-1], "excluded"),)])),
    )


def _decided(course: str, state: Any) -> CourseDecision:
    return CourseDecision(course=course, role="owner", state=state)


def _explained(request: PlanRequest) -> Plan:
    return explain_open_gaps(request, make_plan(request))


def _with(request: PlanRequest, remedy: Remedy) -> PlanRequest:
    limits = with_remedy(request.constraints, remedy, request.company.people)
    return replace(request, constraints=limits)


def _is_closed(plan: Plan, gap: OpenGap) -> bool:
    return not any(each.competence == gap.competence and each.level <= gap.level for each in plan.open_gaps)


@examples(60)
@given(_requests())
def test_with_a_remedy_the_gap_is_closed_and_nothing_lost(request: PlanRequest):
    plan = _explained(request)
    for gap in plan.open_gaps:
        for remedy in gap.remedies:
            other = make_plan(_with(request, remedy))
            assert _is_closed(other, gap)
            assert other.value >= plan.value


@examples(60)
@given(_requests())
def test_less_would_not_do(request: PlanRequest):
    plan = _explained(request)
    for gap in plan.open_gaps:
        for remedy in (each for each in gap.remedies if each.kind in _SMALLEST):
            less = replace(remedy, number=remedy.number - _SMALLEST[remedy.kind], wish=None)
            roles = request.people if remedy.kind == "hours" else (remedy.role,)
            for role in roles:
                tried = _with(request, replace(less, role=role))
                assert not can_reach(tried, gap.competence, gap.level, plan.value)


@examples(60)
@given(_requests())
def test_where_nothing_is_proposed_nothing_within_reason_would_do(request: PlanRequest):
    plan = _explained(request)
    tops = [Remedy("hours", MOST_MORE_HALF_HOURS, role) for role in request.people]
    tops.append(Remedy("weeks", (LONGEST_TIMES - 1) * request.constraints.weeks))
    tops.append(Remedy("budget", LEAST_MORE_EURO))
    for gap in (each for each in plan.open_gaps if each.reason not in _HOPELESS):
        proposed = {remedy.kind for remedy in gap.remedies}
        for top in tops if "course" not in proposed else ():
            if top.kind not in proposed:
                assert not can_reach(_with(request, top), gap.competence, gap.level, plan.value)


def _remedies(*courses: CourseEntry, **limits: Any) -> tuple[Remedy, ...]:
    catalogue = a_catalogue(courses, ["backup"], target=limits.pop("target", 1))
    (gap,) = _explained(a_request(catalogue, **limits)).open_gaps
    return gap.remedies


@pytest.mark.parametrize(
    ("course", "limits", "remedies"),
    [
        ({"hours": Fraction(38)}, {}, (Remedy("hours", 4, "owner"), Remedy("weeks", 9))),
        ({"cost_eur": Fraction(115)}, {}, (Remedy("budget", 120),)),
        ({"cost_eur": Fraction(115)}, {"budget_eur": 100}, (Remedy("budget", 20),)),
        ({"cost_eur": None}, {}, (Remedy("price", name="only", wish=("owner", "only")),)),
        ({"languages": ("en",)}, {}, (Remedy("language", name="en", courses=("only",)),)),
        ({"format": "live"}, {"formats": ("blended",)}, (Remedy("form", name="live", courses=("only",)),)),
        ({"roles": ("it",)}, {}, (Remedy("people", 1, "it"),)),
        ({"hours": Fraction(500)}, {}, ()),
        ({"hours": Fraction(500), "cost_eur": Fraction(5)}, {}, ()),
    ],
)
def test_the_limit_that_stands_in_the_way_is_named(
    course: dict[str, Any], limits: dict[str, Any], remedies: tuple[Remedy, ...]
):
    assert _remedies(a_course("only", _STEP, **course), **limits) == remedies


def test_a_course_left_out_is_the_one_that_would_do():
    left_out = tuple(_decided(name, "excluded") for name in ("near", "far"))
    courses = [a_course("near", _STEP), a_course("far", {"mail": (0, 1)})]
    assert _remedies(*courses, decisions=left_out) == (Remedy("left-out", role="owner", name="near"),)


def test_a_wanted_course_that_brings_nothing_takes_the_room():
    courses = [a_course("hobby", {"mail": (0, 1)}, hours=Fraction(19)), a_course("copies", _STEP)]
    (hours, weeks, wanted) = _remedies(*courses, decisions=(_decided("hobby", "wanted"),))
    assert (hours.kind, weeks.kind) == ("hours", "weeks")
    assert wanted == Remedy("wanted", role="owner", name="hobby")


def test_of_two_courses_worth_the_same_the_longer_one_only_has_to_be_wanted():
    courses = [a_course("short", {"mail": (0, 1)}), a_course("long", _STEP, hours=Fraction(3))]
    (gap,) = _explained(a_request(a_catalogue(courses, ["backup", "mail"], target=1), weeks=2)).open_gaps
    assert gap.remedies == (Remedy("course", wish=("owner", "long")),)


def test_who_works_alone_is_not_told_to_send_somebody():
    request = a_request(a_catalogue([a_course("only", _STEP, roles=("it",))], ["backup"], target=1))
    alone = replace(request, company=msgspec.structs.replace(request.company, headcount=1))
    (gap,) = _explained(alone).open_gaps
    assert gap.remedies == ()


@given(st.sampled_from(REMEDY_KINDS), st.integers(1, 40))
def test_a_remedy_changes_its_own_limit_alone(kind: Any, number: int):
    limits = Constraints(weeks=5, formats=("live",), languages=("it",))
    names = {"language": "en", "form": "blended", "left-out": "copies", "wanted": "copies"}
    role: Any = "it" if kind in ("hours", "people", "left-out", "wanted") else None
    before = with_remedy(limits, Remedy("course", wish=("it", "copies")), People())
    after = with_remedy(before, Remedy(kind, number, role, names.get(kind, "")), People())
    changed = {name for name in limits.__struct_fields__ if getattr(before, name) != getattr(after, name)}
    assert len(changed) == (kind not in ("course", "price"))


def test_what_cannot_be_proven_is_not_proposed(monkeypatch: pytest.MonkeyPatch):
    course = a_course("only", _STEP, hours=Fraction(38), cost_eur=None, languages=("en",))
    others = [a_course(f"c{number}", _STEP, hours=Fraction(38 + number)) for number in range(3)]
    assert _remedies(course, *others)
    monkeypatch.setattr("desktop.planning.explaining.reaching.EFFORT", 0.0)
    assert _remedies(course, *others) == ()
