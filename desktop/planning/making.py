"""From a request to its plan: weigh, gather, choose, put in order, explain, check."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from desktop.planning.candidates import Key, find_candidates
from desktop.planning.checking import PlanError, find_plan_problems
from desktop.planning.drafting import draft
from desktop.planning.formulation import formulate
from desktop.planning.keeping import keepable
from desktop.planning.open_gaps import Outcome, find_open_gaps
from desktop.planning.plan import Plan
from desktop.planning.request import PlanRequest
from desktop.planning.scheduling import schedule, value_of
from desktop.planning.solving import FULL_EFFORT, Solution, solve
from desktop.planning.stakes import weigh
from desktop.text import quoted, say

_IMPOSSIBLE = say("Not even a plan without courses keeps to these limits.")
_BROKEN = say(
    "The plan that was found breaks its own limits and is not shown. This is a fault of Sestante, "
    "not of your data; whoever puts it right needs these words: {problems}"
)


def make_plan(request: PlanRequest, effort: float = FULL_EFFORT, like: Collection[Key] = ()) -> Plan:
    """The best plan under the request's limits, the same for the same request on every machine.

    `effort` limits the solver in its own deterministic time; a plan that is not proven best says so. `like`
    names courses of an earlier plan to begin the search with. Courses that were to be kept and cannot be are
    left out and named. Raises PlanError if the plan breaks a rule.
    """
    request, unkept = keepable(request)
    stakes = weigh(request)
    candidates = find_candidates(request, stakes)
    formulation = formulate(request, stakes, candidates.kept)
    begin = partial(draft, request, stakes, candidates.kept, like)
    solution = solve(formulation, stakes.levels, effort=effort, begin=begin)
    if solution is None:
        raise PlanError(_IMPOSSIBLE)
    outcome = Outcome(request, stakes, candidates, formulation, solution)
    return _checked(request, replace(_plan(outcome), unkept=unkept, open_gaps=find_open_gaps(outcome)))


def draft_plan(request: PlanRequest, like: Collection[Key] = ()) -> Plan:
    """A good plan at once, with courses of an earlier one where they fit; nothing is proven of it.

    Its open gaps give the reasons that can be told without the solver. Raises PlanError if it breaks a rule.
    """
    request, unkept = keepable(request)
    stakes = weigh(request)
    candidates = find_candidates(request, stakes)
    chosen = draft(request, stakes, candidates.kept, like)
    formulation = formulate(request, stakes, candidates.kept)
    solution = Solution(chosen, None, is_optimal=False)
    outcome = Outcome(request, stakes, candidates, formulation, solution)
    return _checked(request, replace(_plan(outcome), unkept=unkept))


def _plan(outcome: Outcome) -> Plan:
    request, stakes, solution = outcome.request, outcome.stakes, outcome.solution
    value = value_of(stakes, solution.chosen)
    highest = stakes.value(stakes.role_points)
    calendar = schedule(request, stakes, solution.chosen)
    return Plan(
        start=request.first_day,
        number_of_weeks=request.constraints.weeks,
        courses=calendar.courses,
        needs=stakes.needs,
        open_gaps=(),
        value=value,
        bound=value if solution.is_optimal else min(highest, max(value, solution.bound or highest)),
        is_optimal=solution.is_optimal,
        unspread=calendar.unspread,
    )


def _checked(request: PlanRequest, plan: Plan) -> Plan:
    if problems := list(find_plan_problems(request, plan)):
        raise PlanError(_BROKEN, problems=quoted("\n".join(problems)))
    return plan
