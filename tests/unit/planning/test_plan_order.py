"""The same plan to the letter, again each time, and in whatever order things were written."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from random import Random
from typing import TypeVar

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import a_catalogue, a_course, a_request
from planning_drawing import decided

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.planning import PlanRequest, explain_alternatives, make_plan
from desktop.planning.choosing.candidates import find_candidates
from desktop.planning.choosing.formulation import Formulation, formulate
from desktop.planning.stakes import weigh
from tests.examples import examples

_Name = TypeVar("_Name", bound=str)
_Entry = TypeVar("_Entry")


def _told(request: PlanRequest) -> str:
    """The plan with its alternatives to the letter; each course's steps stand in an order of its own."""
    plan = explain_alternatives(request, make_plan(request))
    courses = [
        (each.course.id, replace(each, course=None, steps=tuple(sorted(each.steps))))  # type: ignore[arg-type]
        for each in plan.courses
    ]
    return repr((replace(plan, courses=()), courses))


def _program(request: PlanRequest) -> Formulation:
    stakes = weigh(request)
    return formulate(request, stakes, find_candidates(request, stakes).kept)


def _numbers(program: Formulation) -> str:
    """The integer program without its courses, which say things in an order of their own."""
    return repr(replace(program, candidates=()))


def _shuffled(entries: Mapping[_Name, _Entry], random: Random) -> dict[_Name, _Entry]:
    return {name: entries[name] for name in _mixed(entries, random)}


def _mixed(entries: Collection[_Entry], random: Random) -> tuple[_Entry, ...]:
    return tuple(random.sample(list(entries), len(entries)))


def _rewritten(course: CourseEntry, random: Random) -> CourseEntry:
    """The same course with what it says in another order."""
    return msgspec.structs.replace(
        course,
        teaches=_shuffled(course.teaches, random),
        after=_mixed([_mixed(names, random) for names in course.after], random),
        roles=_mixed(course.roles, random),
        languages=_mixed(course.languages, random),
    )


def _otherwise_written(request: PlanRequest, random: Random) -> PlanRequest:
    written, limits = request.catalogue, request.constraints
    courses = {name: _rewritten(course, random) for name, course in written.courses.items()}
    said = {role: _shuffled(levels, random) for role, levels in request.role_levels.items()}
    return replace(
        request,
        catalogue=replace(
            written,
            courses=_shuffled(courses, random),
            competences=_shuffled(written.competences, random),
            targets=_shuffled(written.targets, random),
        ),
        levels=_shuffled(request.levels, random),
        role_levels=_shuffled(said, random),
        constraints=msgspec.structs.replace(
            limits,
            hours_per_week=_shuffled(limits.hours_per_week, random),
            decisions=_mixed(limits.decisions, random),
        ),
    )


@examples(60)
@given(decided("excluded", "done"), st.randoms(use_true_random=False))
def test_the_order_of_what_is_written_does_not_matter(request: PlanRequest, random: Random):
    assert _told(_otherwise_written(request, random)) == _told(request)


@examples(30)
@given(decided("wanted", "excluded", "done", "under-way"))
def test_the_same_question_again_brings_the_same_plan(request: PlanRequest):
    assert _told(replace(request)) == _told(request)


@examples(25)
@given(decided("excluded", "done"), st.randoms(use_true_random=False))
def test_the_order_of_what_is_written_does_not_change_the_program(request: PlanRequest, random: Random):
    """So that a plan which is not proven best is the same, too."""
    written = _otherwise_written(request, random)

    assert _numbers(_program(written)) == _numbers(_program(request))


def test_two_courses_alike_to_their_tie_are_still_told_apart():
    courses = [
        a_course("e0142", {"backup": (0, 1)}),
        a_course("e0222", {"backup": (0, 1)}),
        a_course("top", {"mail": (0, 1)}, after=(("e0142", "e0222"),)),
    ]
    program = _program(a_request(a_catalogue(courses)))
    one, other, top = program.objective[:3]

    assert program.candidates[0].tie == program.candidates[1].tie
    assert len({one, other, top}) == len(courses)
