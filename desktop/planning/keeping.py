"""Which of the courses that were to be kept can be kept together, and why the others cannot."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from math import ceil

import msgspec

from desktop.content.decisions import CourseDecision
from desktop.planning.candidate import Candidate, candidate_for
from desktop.planning.candidates import find_candidates
from desktop.planning.formulation import Formulation, formulate
from desktop.planning.plan import Unkept
from desktop.planning.request import PlanRequest
from desktop.planning.solving import solve
from desktop.planning.stakes import Stakes, weigh

_EFFORT = 0.5
_ROOMY_HOURS = Fraction(1000)
_ROOMY_BUDGET = 10**9
_Reason = tuple[str, int]


def keepable(request: PlanRequest) -> tuple[PlanRequest, tuple[Unkept, ...]]:
    """The request with those decisions that can all be kept, and the rest with the reasons.

    What is under way goes first, then what was decided first.
    """
    wanted = sorted(request.kept.values(), key=lambda each: each.state != "under-way")
    if not wanted or (_is_sound(request, wanted) and _is_possible(request)):
        return request, ()
    kept: list[CourseDecision] = []
    unkept: list[Unkept] = []
    for decision in wanted:
        trial = _keeping(request, [*kept, decision])
        reason = _reason_alone(trial, decision) or _reason_together(trial)
        if reason is None:
            kept.append(decision)
        else:
            unkept.append(Unkept(decision, *reason))
    return _keeping(request, kept), tuple(unkept)


def _keeping(request: PlanRequest, kept: Iterable[CourseDecision]) -> PlanRequest:
    """The request with these courses kept and no others; those left out are as any other course."""
    others = [each for each in request.constraints.decisions if each.state in ("excluded", "done")]
    constraints = msgspec.structs.replace(request.constraints, decisions=(*others, *kept))
    return replace(request, constraints=constraints)


def _is_sound(request: PlanRequest, decisions: Iterable[CourseDecision]) -> bool:
    return all(_reason_alone(request, decision) is None for decision in decisions)


def _is_possible(request: PlanRequest) -> bool:
    stakes = weigh(request)
    return solve(_formulation(request, stakes), stakes.levels, effort=_EFFORT) is not None


def _formulation(request: PlanRequest, stakes: Stakes) -> Formulation:
    return formulate(request, stakes, find_candidates(request, stakes).kept)


def _reason_alone(request: PlanRequest, decision: CourseDecision) -> _Reason | None:
    """A reason that lies in the course itself."""
    course = request.catalogue.courses.get(decision.course)
    if course is None or course.offer != "course" or not (*course.languages, *course.languages_to_confirm):
        return "gone", 0
    return ("no-role", 0) if decision.role not in request.people else None


def _reason_together(request: PlanRequest) -> _Reason | None:
    """Why these courses cannot all be kept; the first reason that explains it."""
    if _is_possible(request):
        return None
    kept = [_candidate(request, decision) for decision in request.kept.values()]
    for role in request.people:
        too_many = sum(c.half_hours for c in kept if c.role == role) - request.half_hours[role]
        if too_many > 0:
            return "hours", ceil(too_many / 2)
    too_dear = sum(c.cost_eur for c in kept) - request.constraints.budget_eur
    if too_dear > 0:
        return "budget", too_dear
    limits = request.constraints
    roomy = msgspec.structs.replace(
        limits,
        hours_per_week=dict.fromkeys(request.people, _ROOMY_HOURS),
        budget_eur=_ROOMY_BUDGET,
    )
    return ("together" if _is_possible(replace(request, constraints=roomy)) else "entry"), 0


def _candidate(request: PlanRequest, decision: CourseDecision) -> Candidate:
    candidate = candidate_for(request, request.catalogue.courses[decision.course], decision.role)
    if candidate is None:
        raise LookupError(decision.course)
    return candidate
