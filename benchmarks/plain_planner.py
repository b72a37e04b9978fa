"""The baseline of the planner: the textbook integer program, handed to CP-SAT as it stands.

The same filtered courses and the same rows; the value alone is maximised, and courses that open each other in
a circle are ruled out one circle at a time.
"""

from collections.abc import Iterator
from typing import Any

from ortools.sat.python import cp_model

from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.formulation import Formulation, Row
from desktop.planning.learning import Learner
from desktop.planning.stakes import Stakes

SETTINGS = {"num_workers": 1, "linearization_level": 2, "cut_level": 0, "random_seed": 0}


def plain_value(program: Formulation, stakes: Stakes) -> int:
    """The highest value, proven."""
    model = cp_model.CpModel()
    variables = [model.new_bool_var("") for _ in program.points]
    for row in program.rows:
        _add(model, variables, row)
    model.maximize(cp_model.LinearExpr.weighted_sum(variables, list(program.points)))
    while True:
        solver = cp_model.CpSolver()
        for name, setting in SETTINGS.items():
            setattr(solver.parameters, name, setting)
        if solver.solve(model) != cp_model.OPTIMAL:
            raise RuntimeError(solver.status_name())
        values = [solver.value(variable) for variable in variables]
        rows = list(_circles(program, stakes, values))
        if not rows:
            return round(solver.objective_value)
        model.clear_hints()
        for variable, value in zip(variables, values, strict=True):
            model.add_hint(variable, value)
        for row in rows:
            _add(model, variables, row)


def _add(model: Any, variables: list[Any], row: Row) -> None:
    places, numbers = zip(*row.terms, strict=True)
    model.add(cp_model.LinearExpr.weighted_sum([variables[place] for place in places], numbers) <= row.limit)


def _circles(program: Formulation, stakes: Stakes, values: list[int]) -> Iterator[Row]:
    """A course that never opens needs one from outside the circle that opens some course of it."""
    chosen = [c for c, value in zip(program.candidates, values, strict=False) if value]
    for role, levels in stakes.levels.items():
        learner = Learner(levels)
        waiting = {course.id for course in learner.take_all(c.course for c in chosen if c.role == role)}
        circle = [c for c in chosen if c.role == role and c.course.id in waiting]
        yield from _rows_against(program, learner, circle)


def _rows_against(program: Formulation, learner: Learner, circle: list[Candidate]) -> Iterator[Row]:
    steps = {step for c in circle for step in learner.missing_steps(c.course)}
    names = {name for c in circle for names in learner.missing_courses(c.course) for name in names}
    keys = {c.key for c in circle}
    openers = [
        place
        for place, c in enumerate(program.candidates)
        if circle and c.role == circle[0].role and c.key not in keys
        if c.course.id in names or not steps.isdisjoint(c.steps)
    ]
    for place, c in enumerate(program.candidates):
        if c.key in keys:
            yield Row(((place, 1), *((opener, -1) for opener in openers)), 0)
