"""The integer program solved to its proven optimum; the only place that knows the solver."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

from desktop.content.catalogue_file import Role
from desktop.planning.candidate import Candidate
from desktop.planning.formulation import Formulation, Row
from desktop.planning.loops import loop_rows, startable

SETTINGS: Mapping[str, int] = {
    "num_workers": 1,
    "linearization_level": 2,
    "cut_level": 0,
    "random_seed": 0,
}
"""With these CP-SAT is deterministic and proved every hard case measured; its defaults did not."""

FULL_EFFORT = 4.0
"""Deterministic time (some ten seconds); a limit in wall-clock time would not give the same plan twice."""

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
    hint: Collection[Candidate] = (),
) -> Solution | None:
    """The best choice that can really be walked; None where the extra rows leave no choice at all.

    If the effort runs out, the best choice so far, or an empty one, comes back with what was proven.
    """
    extra_rows, whole = tuple(extra_rows), effort
    if not formulation.candidates:
        return None if extra_rows else Solution((), 0, is_optimal=True)
    model, variables = _model(formulation, extra_rows)
    hinted = {c.key for c in hint}
    for variable, c in zip(variables, formulation.candidates, strict=False):
        if hinted:
            model.add_hint(variable, c.key in hinted)
    while True:
        solver = _solver(effort)
        status = solver.status_name(solver.solve(model))
        effort -= solver.response_proto.deterministic_time
        if status == "INFEASIBLE":
            return None
        if status not in ("OPTIMAL", "FEASIBLE"):
            return Solution((), None, is_optimal=False, effort=whole - effort)
        found = zip(formulation.candidates, variables, strict=False)
        chosen = tuple(c for c, variable in found if solver.value(variable))
        rows = list(loop_rows(formulation, chosen, levels))
        if status == "FEASIBLE" or effort <= 0 or not rows:
            bound = _value_bound(formulation, solver.best_objective_bound)
            is_optimal = status == "OPTIMAL" and not rows
            return Solution(startable(chosen, levels), bound, is_optimal, whole - effort)
        for row in rows:
            _add(model, variables, row)


def _model(formulation: Formulation, extra_rows: tuple[Row, ...]) -> tuple[Any, list[Any]]:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    variables = [model.new_bool_var("") for _ in formulation.objective]
    for row in (*formulation.rows, *extra_rows):
        _add(model, variables, row)
    model.maximize(cp_model.LinearExpr.weighted_sum(variables, list(formulation.objective)))
    return model, variables


def _solver(effort: float) -> Any:
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    for name, setting in SETTINGS.items():
        setattr(solver.parameters, name, setting)
    solver.parameters.max_deterministic_time = effort
    return solver


def _add(model: Any, variables: list[Any], row: Row) -> None:
    from ortools.sat.python import cp_model

    places, coefficients = zip(*row.terms, strict=True)
    total = cp_model.LinearExpr.weighted_sum([variables[place] for place in places], list(coefficients))
    model.add(total <= row.limit)


def _value_bound(formulation: Formulation, objective_bound: float) -> int:
    """The value no plan exceeds: burden and tie take away less than one point."""
    return floor((objective_bound + abs(objective_bound) * _ROUNDING) / formulation.point_worth + 1)
