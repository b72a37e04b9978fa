"""The planner against the textbook integer program, on fifty companies: python benchmarks/plan_speed.py.

Both begin with the courses that came through the filter and end with a proof. The baseline proves the
highest value, rules circles out one by one and writes its program through the modelling layer; the planner
also proves the fewest hours, the lowest cost and the tie: one answer. Processor time of one thread, the
lesser of two runs; the ratio is that of the 95th percentiles, that of all companies together beside it.
"""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.plain_planner import plain_value
from benchmarks.synthetic_planning import COMPANIES, synthetic_courses, synthetic_requests
from desktop.planning import PlanRequest
from desktop.planning.calendar.scheduling import value_of
from desktop.planning.choosing.candidates import find_candidates
from desktop.planning.choosing.drafting import draft
from desktop.planning.choosing.formulation import formulate
from desktop.planning.choosing.solving import Solution, solve
from desktop.planning.stakes import weigh

_T = TypeVar("_T")
_GOAL = 1.5
_CATALOGUES = {120: (120, 1), 1500: (1500, 1), 20000: (1000, 20)}


def main() -> None:
    """Print a line for each catalogue, and one for what comes before the search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sizes", nargs="*", type=int, default=list(_CATALOGUES), help="courses: 120 1500 20000"
    )
    parser.add_argument(
        "--companies", type=int, default=COMPANIES, help="how many; more of them leave less to chance"
    )
    options = parser.parse_args()
    for size in options.sizes:
        count, languages = _CATALOGUES[size]
        courses = synthetic_courses(count, languages)
        runs = [_run(request) for request in synthetic_requests(courses, options.companies)]
        plain, ours, before = zip(*runs, strict=True)
        ratio = _at(plain, 0.95) / _at(ours, 0.95)
        print(f"{size} courses, at most six a role, median / 95th percentile / most in ms of processor time:")
        print(f"  textbook program {_told(plain)}, planner {_told(ours)}")
        print(f"  faster at the 95th percentile: {ratio:.2f} times (goal {_GOAL})")
        faster = sum(theirs > mine for theirs, mine in zip(plain, ours, strict=True))
        print(f"  all together: {sum(plain) / sum(ours):.2f} times, faster for {faster} of {len(runs)}")
        print(f"  before both: needs, filter and dominance {_told(before)}")


def _run(request: PlanRequest) -> tuple[float, float, float]:
    before = min(_timed(lambda: find_candidates(request, weigh(request)))[0] for _ in range(2))
    stakes = weigh(request)
    candidates = find_candidates(request, stakes).kept

    def ours() -> Solution | None:
        program = formulate(request, stakes, candidates)
        return solve(program, stakes.levels, begin=partial(draft, request, stakes, candidates))

    def plain() -> int:
        return plain_value(formulate(request, stakes, candidates), stakes) if candidates else 0

    times = [(_timed(plain), _timed(ours)) for _ in range(2)]
    for (_, value), (_, solution) in times:
        if solution is None or not solution.is_optimal or value_of(stakes, solution.chosen) != value:
            raise RuntimeError(f"{request.company.people}: {solution} is not worth {value}")
    if len({tuple(c.key for c in solution.chosen) for _, (_, solution) in times if solution}) > 1:
        raise RuntimeError("two answers to one question")
    return min(seconds for (seconds, _), _ in times), min(seconds for _, (seconds, _) in times), before


def _timed(action: Callable[[], _T]) -> tuple[float, _T]:
    begun = time.process_time()
    result = action()
    return time.process_time() - begun, result


def _at(seconds: tuple[float, ...], share: float) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]


def _told(seconds: tuple[float, ...]) -> str:
    figures = (_at(seconds, 0.5), _at(seconds, 0.95), max(seconds))
    return " / ".join(f"{1000 * figure:.0f}" for figure in figures)


if __name__ == "__main__":
    main()
