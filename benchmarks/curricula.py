"""The public curricula by us and by SCIP; both must prove one optimum: python benchmarks/curricula.py."""

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def main() -> None:
    """One line an instance: optimum, seconds of each solver, and how far the earliest one was proven."""
    import yaml

    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "unit" / "planning")]
    from test_public_curricula import a_curriculum

    from desktop.planning.calendar.balancing import balance, find_lightest

    text = (ROOT / "tests" / "unit" / "planning" / "curricula.yaml").read_text(encoding="utf-8")
    for name, instance in yaml.safe_load(text).items():
        began = time.perf_counter()
        ours = find_lightest(a_curriculum(instance))
        between = time.perf_counter()
        theirs = lightest_by_scip(instance)
        ended = time.perf_counter()
        if ours is None or not ours.heaviest == ours.bound == theirs == instance["optimum"]:
            sys.exit(f"{name}: {ours} here, {theirs} by SCIP, {instance['optimum']} known")
        earliest = balance(a_curriculum(instance))
        settled = "settled" if earliest is not None and earliest.is_settled else "not settled"
        times = f"{between - began:.2f} s, SCIP {ended - between:.2f} s"
        print(f"{name}: {ours.heaviest} in {times}; the earliest such one: {settled}")


def lightest_by_scip(instance: Mapping[str, Any]) -> int | None:
    """The least load of the heaviest period; None where SCIP does not prove it."""
    from ortools.linear_solver import pywraplp

    (least, most), (fewest, most_courses) = instance["load"], instance["courses"]
    scip: Any = pywraplp.Solver.CreateSolver("SCIP")
    here = [[scip.BoolVar("") for _ in range(instance["periods"])] for _ in instance["sizes"]]
    peak = scip.IntVar(0, most, "")
    for row in here:
        scip.Add(sum(row) == 1)
    for place in range(instance["periods"]):
        load = sum(size * row[place] for size, row in zip(instance["sizes"], here, strict=True))
        scip.Add(load >= least)
        scip.Add(load <= peak)
        scip.Add(sum(row[place] for row in here) >= fewest)
        scip.Add(sum(row[place] for row in here) <= most_courses)
        for course, before in instance["after"]:
            scip.Add(sum(here[course][: place + 1]) <= sum(here[before][:place]))
    scip.Minimize(peak)
    return round(peak.solution_value()) if scip.Solve() == scip.OPTIMAL else None


if __name__ == "__main__":
    main()
