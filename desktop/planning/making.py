"""From a request to its plan: weigh, gather, choose, put in order, explain, check."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from desktop.planning.calendar.scheduling import schedule, value_of
from desktop.planning.checking import PlanError, find_plan_problems
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.candidates import Key, find_candidates
from desktop.planning.choosing.drafting import draft
from desktop.planning.choosing.formulation import formulate
from desktop.planning.choosing.keeping import find_way, keepable
from desktop.planning.choosing.solving import FULL_EFFORT, Solution, solve
from desktop.planning.explaining.open_gaps import Outcome, find_gaps_at_sight, find_open_gaps
from desktop.planning.plan import OpenGap, Plan
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import weigh
from desktop.stopping import refuse_if_stopped
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
    question = _Question(request)
    outcome = question.best(effort, like)
    return question.plan(outcome, find_open_gaps(outcome))


def prove_plan(request: PlanRequest, like: Collection[Key] = ()) -> Plan:
    """The best plan as `make_plan` has it, before it is known why each gap stays open."""
    question = _Question(request)
    outcome = question.best(FULL_EFFORT, like)
    return question.plan(outcome, find_gaps_at_sight(outcome))


def draft_plan(request: PlanRequest, like: Collection[Key] = ()) -> Plan:
    """A good plan at once, with courses of an earlier one where they fit; nothing is proven of it.

    Its open gaps have the reasons that show without the solver. Raises PlanError if it breaks a rule.
    """
    question = _Question(request)
    outcome = question.good(like)
    return question.plan(outcome, find_gaps_at_sight(outcome))


def reason_gaps(request: PlanRequest, plan: Plan) -> Plan:
    """The same plan with the reason of each open gap, as `make_plan` has them; the solver runs here."""
    question = _Question(request)
    outcome = question.answered(plan)
    return replace(plan, open_gaps=find_open_gaps(outcome))


class _Question:
    """A request with what can be kept of it, what is at stake and which courses come into question."""

    def __init__(self, asked: PlanRequest) -> None:
        self._request, self._unkept = keepable(asked)
        self._stakes = weigh(self._request)
        self._candidates = find_candidates(self._request, self._stakes)
        self._formulation = formulate(self._request, self._stakes, self._candidates.kept)

    def best(self, effort: float, like: Collection[Key]) -> Outcome:
        """The best choice, proven so if the effort does."""
        begin = partial(self._draft, like)
        solution = solve(self._formulation, self._stakes.levels, effort=effort, begin=begin)
        if solution is None:
            raise PlanError(_IMPOSSIBLE)
        return self._outcome(solution)

    def good(self, like: Collection[Key]) -> Outcome:
        """A good choice, of which nothing is proven."""
        return self._outcome(Solution(self._draft(like), None, is_optimal=False))

    def answered(self, plan: Plan) -> Outcome:
        """The choice that a plan rests on."""
        keys = set(plan.keys)
        chosen = tuple(c for c in self._candidates.kept if c.key in keys)
        return self._outcome(Solution(chosen, plan.bound, plan.is_optimal))

    def plan(self, outcome: Outcome, open_gaps: tuple[OpenGap, ...]) -> Plan:
        """The plan that a choice leads to, checked without the solver."""
        refuse_if_stopped()
        solution = outcome.solution
        value = value_of(self._stakes, solution.chosen)
        highest = self._stakes.value(self._stakes.role_points)
        calendar = schedule(self._request, self._stakes, solution.chosen)
        plan = Plan(
            start=self._request.first_day,
            number_of_weeks=self._request.constraints.weeks,
            courses=calendar.courses,
            needs=self._stakes.needs,
            open_gaps=open_gaps,
            value=value,
            bound=value if solution.is_optimal else min(highest, max(value, solution.bound or highest)),
            is_optimal=solution.is_optimal,
            unkept=self._unkept,
            unspread=calendar.unspread,
        )
        if problems := list(find_plan_problems(self._request, plan)):
            raise PlanError(_BROKEN, problems=quoted("\n".join(problems)))
        return plan

    def _draft(self, like: Collection[Key]) -> tuple[Candidate, ...]:
        """A good choice; where what is to be kept needs courses before it, the solver finds them."""
        chosen = draft(self._request, self._stakes, self._candidates.kept, like)
        if {c.key for c in chosen} >= self._request.kept.keys():
            return chosen
        way = find_way(self._formulation, self._stakes.levels) or ()
        return draft(self._request, self._stakes, self._candidates.kept, {c.key for c in way})

    def _outcome(self, solution: Solution) -> Outcome:
        return Outcome(self._request, self._stakes, self._candidates, self._formulation, solution)
