"""The choice of courses solved to its proven optimum: a good choice, what it rules out, then the proof."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import floor

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.formulation import Formulation, Row
from desktop.planning.choosing.loops import loop_rows, may_circle, pair_rows, startable
from desktop.planning.choosing.program import HASTY, STRAIGHT, Found, Part, Search, maximise
from desktop.planning.choosing.relaxation import Relaxation, relax
from desktop.planning.learning import Learner

FULL_EFFORT = 4.0
"""Deterministic time (some ten seconds); a limit in wall-clock time would not give the same plan twice."""

_GLANCE = 0.02  # deterministic time for a choice that need not be the best
_EASY = 60  # candidates still in question that are faster solved than thought about
_HARD = 150  # from so many on it pays to improve the choice before the proof
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Solution:
    """The courses chosen and the proven upper limit of the value (None where none was proven).

    `effort` is the deterministic time that it took.
    """

    chosen: tuple[Candidate, ...]
    bound: int | None
    is_optimal: bool
    effort: float = 0.0


def solve(
    formulation: Formulation,
    levels: Mapping[Role, Mapping[str, int]],
    extra_rows: Iterable[Row] = (),
    effort: float = FULL_EFFORT,
    begin: Callable[[], Iterable[Candidate]] = tuple,
) -> Solution | None:
    """The best choice that can really be walked; None where the extra rows leave no choice at all.

    If the effort runs out, the best choice so far, or an empty one, comes back with what was proven. `begin`
    is asked for a choice to begin with where that pays, and for one to end with where none was found; what is
    proven best does not depend on it.
    """
    extra_rows = tuple(extra_rows)
    if not formulation.candidates:
        return None if extra_rows else Solution((), 0, is_optimal=True)
    search = _Search(formulation, levels, [*formulation.rows, *extra_rows], effort)
    is_direct = len(formulation.candidates) <= _EASY or not any(formulation.points)
    solution = search.prove() if is_direct else search.run(begin())
    if solution is not None and not (solution.is_optimal or search.is_found):
        solution = replace(solution, chosen=search.best_of(begin()))
    return solution and replace(solution, effort=effort - search.effort)


@dataclass
class _Search:
    """What is known on the way to the proof: the best choice so far, and rows against circles of courses.

    Choices are the sets of variables that are 1. `least` is the value of the best one.
    """

    program: Formulation
    levels: Mapping[Role, Mapping[str, int]]
    rows: list[Row]
    effort: float
    best: frozenset[int] = frozenset()
    is_found: bool = False
    relaxation: Relaxation | None = None

    def __post_init__(self) -> None:
        self._standing_in: dict[int, list[int]] = {}
        self._indexed = 0

    @property
    def least(self) -> int:
        """The value of the best choice so far."""
        return sum(self.program.points[place] for place in self.best)

    def run(self, begin: Iterable[Candidate]) -> Solution | None:
        """Look, narrow down, improve, prove."""
        if self._may_circle:
            self.rows += pair_rows(self.program, self.levels)
        self.consider(begin)
        self.relaxation = relax(self.program.points, self.rows)
        if self._in_question() > _EASY:
            self._improve({place for place, loss in enumerate(self.relaxation.losses) if loss == 0})
        if self._in_question() > _HARD:
            self._improve_by_role()
        return self.prove()

    def consider(self, candidates: Iterable[Candidate]) -> bool:
        """Take a choice as the best so far if it can be walked, keeps to all rows and is better."""
        choice = self._completed(startable(candidates, self.levels))
        if any(
            sum(number for place, number in row.terms if place in choice) > row.limit for row in self.rows
        ):
            return False
        if self.is_found and self._worth(choice) <= self._worth(self.best):
            return False
        self.best, self.is_found = choice, True
        return True

    def best_of(self, begin: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The best choice so far, this one considered."""
        self.consider(begin)
        return self._candidates(self.best)

    def _worth(self, choice: Collection[int]) -> int:
        return sum(self.program.objective[place] for place in choice)

    def _completed(self, candidates: Iterable[Candidate]) -> frozenset[int]:
        """The choice of these courses, with the steps that roles and company reach."""
        program = self.program
        taken = {c.key: c.course for c in candidates}
        choice = {place for place, c in enumerate(program.candidates) if c.key in taken}
        for role, levels in self.levels.items():
            learner = Learner(levels)
            learner.take_all(course for (owner, _), course in taken.items() if owner == role)
            reached = [(role, step) for step in learner.reached]
            choice.update(program.role_steps[pair] for pair in reached if pair in program.role_steps)
        shared = {step for (_, step), place in program.role_steps.items() if place in choice & self._counting}
        choice.update(place for step, place in program.company_steps.items() if step in shared)
        return frozenset(choice)

    @cached_property
    def _may_circle(self) -> bool:
        return may_circle(self.program, self.levels)

    @cached_property
    def _counting(self) -> frozenset[int]:
        return frozenset(place for place, points in enumerate(self.program.points) if points)

    def _in_question(self) -> int:
        """How many candidates may still be in the best choice."""
        return sum(place < len(self.program.candidates) for place in self._worth_at_least(self.least))

    def _worth_at_least(self, least: int) -> set[int]:
        """The variables that can be 1 in a choice of at least so many points, as far as is known."""
        if self.relaxation is None or not self.is_found:
            return set(range(len(self.program.points)))
        return self.relaxation.places_worth(least)

    def _improve_by_role(self) -> None:
        """The best for each role while the others keep what they have, until none can do better."""
        roles = sorted({c.role for c in self.program.candidates})
        idle = 0
        while idle < len(roles) and self.effort > 0:
            role, idle = roles[0], idle + 1
            roles = [*roles[1:], role]
            if self._improve(self._of(role) & self._worth_at_least(self.least + 1)):
                idle = 1

    def _of(self, role: Role) -> set[int]:
        courses = {place for place, c in enumerate(self.program.candidates) if c.role == role}
        return courses | {place for (owner, _), place in self.program.role_steps.items() if owner == role}

    def _improve(self, free: Collection[int]) -> bool:
        """Look for more value among free variables, with the others as they are in the best choice so far."""
        program = self.program
        free = {*free, *program.company_steps.values()}
        fixed = self.best - free
        about = self._rows_about(free)
        worth = tuple((place, -point) for place, point in enumerate(program.points) if point)
        more = Row(worth, -self.least - 1)
        rows = [*about, more] if self.is_found else about
        inside = Part.of(rows, free, fixed)
        found = maximise(program.points, inside, min(_GLANCE, self.effort), Search(settings=HASTY))
        self.effort -= found.spent
        return found.chosen is not None and self._learn(found.chosen | fixed)

    def _rows_about(self, places: Collection[int]) -> list[Row]:
        """The rows in which one of the variables stands."""
        for number in range(self._indexed, len(self.rows)):
            for place, _ in self.rows[number].terms:
                self._standing_in.setdefault(place, []).append(number)
        self._indexed = len(self.rows)
        numbers = {number for place in places for number in self._standing_in.get(place, ())}
        return [self.rows[number] for number in sorted(numbers)]

    def _learn(self, choice: Collection[int]) -> bool:
        """Keep what a choice of the solver teaches: that it is better, or that it goes round in circles."""
        candidates = self._candidates(choice)
        rows = list(loop_rows(self.program, candidates, self.levels))
        self.rows += rows
        return self.consider(candidates) or bool(rows)

    def _candidates(self, choice: Collection[int]) -> tuple[Candidate, ...]:
        return tuple(c for place, c in enumerate(self.program.candidates) if place in choice)

    def prove(self) -> Solution | None:
        """The best choice of all, with the proof; or the best so far, where the effort runs out."""
        while True:
            found = self._maximise_all()
            self.effort -= found.spent
            if found.chosen is None and found.is_proven:
                return None
            known = len(self.rows)
            if found.chosen is not None and not (found.is_proven and not self._may_circle):
                self._learn(found.chosen)
            has_circles = len(self.rows) > known
            if found.is_proven and not has_circles:
                value = sum(self.program.points[place] for place in found.chosen or ())
                return Solution(self._candidates(found.chosen or ()), value, is_optimal=True)
            if self.effort <= 0 or not (found.is_proven or has_circles):
                return Solution(self._candidates(self.best), self._value_bound(found), is_optimal=False)

    def _maximise_all(self) -> Found:
        """The whole program, without the variables that the best choice so far rules out."""
        free = self._worth_at_least(self.least)
        is_whole = len(free) == len(self.program.points)
        return maximise(
            self.program.objective,
            Part(tuple(sorted(free)), tuple(self.rows)) if is_whole else Part.of(self.rows, free),
            max(self.effort, 0),
            Search(
                hint=self.best,
                is_useless=self._is_useless if self._may_circle else None,
                settings=STRAIGHT if self._in_question() <= _EASY else {},
            ),
        )

    def _is_useless(self, choice: frozenset[int]) -> bool:
        """Whether a choice goes round in circles: one that is worse would prove nothing."""
        return any(True for _ in loop_rows(self.program, self._candidates(choice), self.levels))

    def _value_bound(self, found: Found) -> int:
        """The value no plan exceeds: burden and tie take away less than one point."""
        known = sum(self.program.points) if self.relaxation is None else self.relaxation.highest
        if found.chosen is None:
            return known
        return min(known, floor((found.bound + abs(found.bound) * _ROUNDING) / self.program.point_worth + 1))
