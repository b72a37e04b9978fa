"""The upper limit of a program from its linear relaxation, in exact whole numbers (GLOP in OR-Tools)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.planning.choosing.formulation import Row

_SCALE = 1 << 20
_SETTINGS = "use_dual_simplex: false use_preprocessing: false"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What no choice exceeds: `limit` in points times 2**20, and less by a variable's loss if it is chosen.

    Any prices of the rows give such a limit (Lagrange): the solver's floating-point prices are rounded and
    the limit counted anew in whole numbers, so that no rounding can rule out what is best.
    """

    limit: int
    losses: tuple[int, ...]

    @property
    def highest(self) -> int:
        """The points that no choice exceeds."""
        return self.limit // _SCALE

    def places_worth(self, least: int) -> set[int]:
        """The variables that can be chosen in a choice of at least so many points."""
        room = self.limit - least * _SCALE
        return {place for place, loss in enumerate(self.losses) if loss <= room}


def relax(points: Sequence[int], rows: Collection[Row]) -> Relaxation:
    """The relaxation of a program that maximises points under rows; its variables lie between 0 and 1."""
    prices = _prices(points, rows)
    gains = [_SCALE * point for point in points]
    limit = 0
    for price, row in zip(prices, rows, strict=True):
        if price:
            limit += price * row.limit
            for place, coefficient in row.terms:
                gains[place] -= price * coefficient
    limit += sum(gain for gain in gains if gain > 0)
    return Relaxation(limit, tuple(max(0, -gain) for gain in gains))


def _prices(points: Sequence[int], rows: Collection[Row]) -> list[int]:
    """What one unit of each row's limit is worth, in points times 2**20."""
    from ortools.linear_solver import pywraplp

    solver = pywraplp.Solver.CreateSolver("GLOP")
    solver.SetSolverSpecificParametersAsString(_SETTINGS)
    variables = [solver.NumVar(0, 1, "") for _ in points]
    constraints = []
    for row in rows:
        constraint = solver.Constraint(-solver.infinity(), row.limit)
        for place, coefficient in row.terms:
            constraint.SetCoefficient(variables[place], coefficient)
        constraints.append(constraint)
    objective = solver.Objective()
    for variable, point in zip(variables, points, strict=True):
        if point:
            objective.SetCoefficient(variable, point)
    objective.SetMaximization()
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return [0] * len(rows)
    return [max(0, round(constraint.dual_value() * _SCALE)) for constraint in constraints]
