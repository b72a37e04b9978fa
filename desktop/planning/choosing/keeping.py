"""Which of the courses that were to be kept can be kept together, and why the others cannot."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil

import msgspec

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.decisions import CourseDecision
from desktop.planning.choosing.candidate import Candidate, candidate_for
from desktop.planning.choosing.candidates import find_candidates
from desktop.planning.choosing.formulation import Formulation, formulate
from desktop.planning.choosing.loops import startable
from desktop.planning.choosing.solving import solve
from desktop.planning.plan import Unkept
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import weigh

_EFFORT = 0.5
_ROOMY_HOURS = Fraction(1000)
_ROOMY_BUDGET = 10**15
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
    formulation = formulate(request, stakes, find_candidates(request, stakes).kept)
    return find_way(formulation, stakes.levels) is not None


def find_way(
    formulation: Formulation, levels: Mapping[Role, Mapping[str, int]]
) -> tuple[Candidate, ...] | None:
    """What is to be kept with no more than leads there; None where none was found within a fixed effort."""
    without_worth = replace(
        formulation,
        points=tuple(0 for _ in formulation.points),
        objective=tuple(0 for _ in formulation.objective),
        point_worth=1,
    )
    solution = solve(without_worth, levels, effort=_EFFORT)
    if solution is None or not solution.is_optimal:
        return None
    way = solution.chosen
    for c in way:
        shorter = startable((other for other in way if other is not c), levels)
        if not c.is_kept and sum(other.is_kept for other in shorter) == sum(c.is_kept for c in way):
            way = shorter
    return way


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
