"""What the next best course would have been: the plan solved again with each course forbidden in turn."""

from dataclasses import dataclass, replace

from desktop.planning.calendar.scheduling import value_of
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.candidates import Fitting, find_fitting, find_useful
from desktop.planning.choosing.formulation import formulate
from desktop.planning.choosing.keeping import keepable
from desktop.planning.choosing.solving import solve
from desktop.planning.plan import Plan, PlannedCourse
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes, weigh

_EFFORT = 0.5


def explain_alternatives(request: PlanRequest, plan: Plan) -> Plan:
    """The same plan with `alternative` and `lost_with_alternative` filled in; slow, so in the background."""
    request, _ = keepable(request)
    stakes = weigh(request)
    asked = _Asked(request, stakes, find_fitting(request))
    return replace(plan, courses=tuple(_explain(asked, plan, planned) for planned in plan.courses))


@dataclass(frozen=True, slots=True)
class _Asked:
    request: PlanRequest
    stakes: Stakes
    fitting: Fitting


def _explain(asked: _Asked, plan: Plan, planned: PlannedCourse) -> PlannedCourse:
    request, stakes = asked.request, asked.stakes
    candidates = find_useful(asked.fitting, stakes, without={(planned.role, planned.course.id)})
    formulation = formulate(request, stakes, candidates.kept)
    solution = solve(formulation, stakes.levels, effort=_EFFORT)
    chosen = solution.chosen if solution else ()
    present = set(plan.keys)
    entering = [c for c in chosen if c.role == planned.role and c.key not in present]
    return replace(
        planned,
        alternative=max(entering, key=lambda c: _likeness(c, planned)).course.id if entering else None,
        lost_with_alternative=max(0, plan.value - value_of(stakes, chosen)),
    )


def _likeness(candidate: Candidate, planned: PlannedCourse) -> tuple[int, int, str]:
    """More of the same steps first, then more of the same competences, then by id."""
    competences = {step.competence for step in candidate.steps}
    same_steps = len(candidate.steps.intersection(planned.steps))
    return same_steps, len(competences.intersection(planned.course.teaches)), candidate.course.id
