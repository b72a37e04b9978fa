"""The best plan that reaches a certain step, and the least that a limit has to rise for one."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.calendar.scheduling import reached_steps, value_of
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.candidates import find_candidates
from desktop.planning.choosing.formulation import Formulation, Row, formulate
from desktop.planning.choosing.solving import Solution, solve
from desktop.planning.explaining.ladders import Ladder
from desktop.planning.plan import Step
from desktop.planning.remedy import Remedy
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes, weigh

EFFORT = 0.3
"""Deterministic time of the solver for one question (below a second); what takes longer is not answered."""
WHOLE_EFFORT = 3.0
"""Deterministic time for all questions about a plan (some ten seconds)."""
_REFUSAL = 0.02
"""What a question is taken to cost that has no answer: the solver does not tell."""


class Purse:
    """The effort that is left for all questions about a plan."""

    def __init__(self) -> None:
        self._left = WHOLE_EFFORT

    @property
    def is_empty(self) -> bool:
        """Whether no further question can be asked."""
        return self._left <= 0

    def solve(self, program: Formulation, stakes: Stakes, rows: tuple[Row, ...]) -> Solution | None:
        """The best choice; None where there is none, or it could not be proven within the effort."""
        effort = min(EFFORT, self._left)
        if effort <= 0:
            return None
        solution = solve(program, stakes.levels, rows, effort)
        self._left -= _REFUSAL if solution is None else solution.effort
        return solution if solution is not None and solution.is_optimal else None


@dataclass(frozen=True, slots=True)
class Reach:
    """A proven choice of courses: its value, and the steps the company reaches with it."""

    chosen: tuple[Candidate, ...]
    value: int
    steps: frozenset[Step]

    def teaching(self, step: Step) -> Candidate:
        """The chosen course that leads to a step it reaches; the shortest of several."""
        teaching = (c for c in self.chosen if step in c.steps)
        return min(teaching, key=lambda c: (c.half_hours, c.key))


class Question:
    """A request, asked for the best choice of courses, with a step that has to be reached or without."""

    def __init__(
        self,
        request: PlanRequest,
        purse: Purse,
        *,
        with_dominated: bool = False,
        no_longer_kept: Collection[tuple[Role, str]] = (),
    ) -> None:
        self._purse = purse
        self._stakes = weigh(request)
        found = find_candidates(request, self._stakes)
        candidates = (*found.kept, *found.dominated) if with_dominated else found.kept
        free = tuple(replace(c, is_kept=c.is_kept and c.key not in no_longer_kept) for c in candidates)
        self._program = formulate(request, self._stakes, free)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The courses that are chosen from, in the order of their variables."""
        return self._program.candidates

    def best(self, step: Step | None = None, rows: tuple[Row, ...] = ()) -> Reach | None:
        """The best choice; None where there is none, or the effort did not do to prove it."""
        program, stakes = self._program, self._stakes
        if step is not None:
            wanted = program.company_steps.get(step)
            if wanted is None:
                return None
            rows = (*rows, Row(((wanted, -1),), -1))
        solution = self._purse.solve(program, stakes, rows)
        return None if solution is None else _reach(stakes, solution)


class Climb:
    """A ladder, asked for the fewest rungs."""

    def __init__(self, ladder: Ladder, purse: Purse) -> None:
        self._purse = purse
        self._ladder = ladder
        self._stakes = weigh(ladder.top)
        candidates = find_candidates(ladder.top, self._stakes).kept
        plain = formulate(ladder.top, self._stakes, candidates)
        first = len(plain.objective)
        self._plain = plain
        self._program = replace(
            plain,
            rows=(*plain.rows, *ladder.rows(candidates, first)),
            points=tuple(0 for _ in range(first + len(ladder.prices))),
            objective=(*(0 for _ in range(first)), *(-price for price in ladder.prices)),
            point_worth=1,
        )

    def least(self, step: Step, value: int) -> Remedy | None:
        """The least rise for a plan of no less than a value that reaches a step.

        None where even the highest would not do, or the effort did not do to prove which is least.
        """
        wanted = self._program.company_steps.get(step)
        if wanted is None:
            return None
        rows = (Row(((wanted, -1),), -1), _worth_row(self._plain, value))
        solution = self._purse.solve(self._program, self._stakes, rows)
        return None if solution is None else self._ladder.needed(solution.chosen)


def _worth_row(program: Formulation, value: int) -> Row:
    """The plan is worth no less than a value."""
    return Row(tuple((place, -worth) for place, worth in enumerate(program.points) if worth), -value)


def _reach(stakes: Stakes, solution: Solution) -> Reach:
    pairs = reached_steps(stakes, solution.chosen) & stakes.role_points.keys()
    return Reach(solution.chosen, value_of(stakes, solution.chosen), frozenset(step for _, step in pairs))
