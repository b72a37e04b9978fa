"""An integer program over yes-or-no variables, solved by CP-SAT (OR-Tools) in deterministic time.

Written into the solver's own format: its modelling layer takes half a second to import, as it brings pandas
along, and three times as long to write a program.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from threading import Thread
from typing import Any, Self

from desktop.planning.choosing.formulation import Row
from desktop.stopping import stoppable

SETTINGS: dict[str, float] = {
    "num_workers": 1,
    "linearization_level": 2,
    "cut_level": 0,
    "random_seed": 0,
    "max_presolve_iterations": 1,
    "cp_model_use_sat_presolve": False,
    "inprocessing_dtime_ratio": 0.0,
}
"""With these CP-SAT is deterministic and proved every hard case measured; its defaults did not."""

HASTY: dict[str, float] = {"cp_model_probing_level": 0}
"""Without a look ahead, which a program for a good choice does not repay."""

STRAIGHT: dict[str, float] = {"cp_model_presolve": False, "symmetry_level": 0}
"""Without making the program smaller first, which takes as long as the search where it is small already."""

_LOWEST = -(1 << 62)


@dataclass(frozen=True, slots=True)
class Found:
    """The variables chosen (None where nothing was found), whether that is proven, and the solver's limit.

    `chosen` None with `is_proven` says that nothing satisfies the rows. `spent` is deterministic time.
    """

    chosen: frozenset[int] | None
    is_proven: bool
    bound: float
    spent: float


@dataclass(frozen=True, slots=True)
class Part:
    """A program over some of its variables, numbered anew in the order of `places`; the others are fixed."""

    places: tuple[int, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, rows: Iterable[Row], free: Collection[int], fixed: Collection[int] = ()) -> Self:
        """The free variables; the fixed ones are 1, all others 0. Rows nothing can break are left out."""
        places = tuple(sorted(free))
        return cls(
            places, tuple(_rows_of(rows, {place: number for number, place in enumerate(places)}, fixed))
        )

    def chosen(self, values: Sequence[int]) -> frozenset[int]:
        """The variables that are 1 among the values of the free ones."""
        return frozenset(place for place, value in zip(self.places, values, strict=True) if value)

    def pick(self, numbers: Sequence[int]) -> list[int]:
        """What belongs to the free variables of a number for every variable."""
        return [numbers[place] for place in self.places]


@dataclass(frozen=True, slots=True)
class Search:
    """How to search: a choice to begin with, which choices end it, and settings that differ from `SETTINGS`.

    The search ends early, unproven, at a choice that is useless, as nothing worse is of interest after it.
    """

    hint: Collection[int] = ()
    is_useless: Callable[[frozenset[int]], bool] | None = None
    settings: Mapping[str, float] = field(default_factory=dict)


_PLAIN = Search()


def maximise(objective: Sequence[int], part: Part, effort: float, search: Search = _PLAIN) -> Found:
    """Choose among the free variables what is worth most under the rows, in so much deterministic time.

    StoppedError where it was stopped, whatever had been found.
    """
    cp_model_helper = solver_module()
    model = cp_model_helper.CpModelProto()
    _write(model, part.pick(objective), part.rows)
    if search.hint:
        model.solution_hint.vars.extend(range(len(part.places)))
        model.solution_hint.values.extend([int(place in search.hint) for place in part.places])
    solver = cp_model_helper.SolveWrapper()
    solver.set_parameters(_parameters(effort, {**SETTINGS, **search.settings}))
    stopping = None if search.is_useless is None else _stopping(part, search.is_useless)
    if stopping is not None:
        solver.add_solution_callback(stopping)
    with stoppable(solver.stop_search):
        response = solver.solve(model)
        if stopping is not None:
            solver.clear_solution_callback(stopping)
    if response.status not in (cp_model_helper.OPTIMAL, cp_model_helper.FEASIBLE):
        return Found(None, response.status == cp_model_helper.INFEASIBLE, 0.0, response.deterministic_time)
    return Found(
        part.chosen(_values(response.solution)),
        response.status == cp_model_helper.OPTIMAL,
        response.best_objective_bound,
        response.deterministic_time,
    )


@cache
def solver_module() -> Any:
    """CP-SAT; to be asked for before anything else of OR-Tools is imported.

    Its binding (pybind11) ties the state of Python's thread to the system's thread that imports it first. A
    pooled thread of Qt has a state of its own for every task: callbacks in it used that of a task long ended,
    and crashed. The thread here ends at once.
    """
    name = "ortools.sat.python.cp_model_helper"
    importing = Thread(target=import_module, args=(name,))
    importing.start()
    importing.join()
    return import_module(name)


def new_solver(effort: float) -> Any:
    """A solver of CP-SAT's modelling layer with the pinned settings, for so much deterministic time."""
    solver_module()
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    for name, setting in SETTINGS.items():
        setattr(solver.parameters, name, setting)
    solver.parameters.max_deterministic_time = effort
    return solver


def _values(solution: Any) -> list[int]:
    """The numbers read one by one: they have no iterator, and a look past their end crashes Qt's threads."""
    return [solution[number] for number in range(len(solution))]


def _parameters(effort: float, settings: Mapping[str, float]) -> Any:
    parameters = solver_module().SatParameters()
    for name, setting in settings.items():
        setattr(parameters, name, setting)
    parameters.max_deterministic_time = effort
    return parameters


def _stopping(part: Part, is_useless: Callable[[frozenset[int]], bool]) -> Any:
    """What the solver calls with every better choice it finds."""

    class Stopping(solver_module().SolutionCallback):  # type: ignore[misc]
        def OnSolutionCallback(self) -> None:  # noqa: N802 - the solver's name
            response: Any = self.Response()
            if is_useless(part.chosen(_values(response.solution))):
                self.StopSearch()

    return Stopping()


def _rows_of(rows: Iterable[Row], numbers: Mapping[int, int], fixed: Collection[int]) -> Iterator[Row]:
    for row in rows:
        terms, limit, most = [], row.limit, 0
        for place, number in row.terms:
            if (at := numbers.get(place)) is not None:
                terms.append((at, number))
                most += max(0, number)
            elif place in fixed:
                limit -= number
        if limit < 0 or most > limit:
            yield Row(tuple(terms), limit)


def _write(proto: Any, objective: Sequence[int], rows: Iterable[Row]) -> None:
    for _ in objective:
        proto.variables.add().domain.extend((0, 1))
    for row in rows:
        constraint = proto.constraints.add()
        places, numbers = [place for place, _ in row.terms], [number for _, number in row.terms]
        if row.limit == 0 and _is_clause(numbers):
            constraint.bool_or.literals.extend(
                [-place - 1 if number > 0 else place for place, number in row.terms]
            )
        else:
            constraint.linear.vars.extend(places)
            constraint.linear.coeffs.extend(numbers)
            constraint.linear.domain.extend((_LOWEST, row.limit))
    worth = [(place, number) for place, number in enumerate(objective) if number]
    proto.objective.vars.extend([place for place, _ in worth])
    proto.objective.coeffs.extend([-number for _, number in worth])
    proto.objective.scaling_factor = -1


def _is_clause(numbers: Sequence[int]) -> bool:
    """Whether a row with limit 0 says: one variable only if one of the others."""
    return numbers.count(1) == 1 and numbers.count(-1) == len(numbers) - 1
