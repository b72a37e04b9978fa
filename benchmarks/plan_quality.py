"""What the proven plan is worth beside other ways to choose: python benchmarks/plan_quality.py [--seed N].

For companies generated from a fixed seed, and the examples, on the catalogue that is shipped. All plans keep
to the same limits and are worth points by the same rule; of a rival's plan only courses that can be started
count, in the order that suits it best.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.plan_companies import examples, generated
from benchmarks.plan_rivals import (
    Shelf,
    Taken,
    greedy_by_hour,
    greedy_by_value,
    list_by_score,
)
from desktop.content.library import Library
from desktop.paths import assessments_folder, resources_folder
from desktop.planning import Plan, PlanRequest, make_plan

RIVALS: Mapping[str, Callable[[Shelf], Taken]] = {
    "list by score": list_by_score,
    "greedy, points for an hour": greedy_by_hour,
    "greedy, points": greedy_by_value,
}
BOTH = "the better of both greedy ways"
LEAST_SHARE = 0.3
"""A rival that reaches less of the points than this is not a rival but a fault of this comparison."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A company's plan and the rivals': the points of each, and which hold courses nobody can start."""

    plan: Plan
    points: Mapping[str, int]
    stuck: frozenset[str]

    def loss(self, rival: str) -> float:
        """What is lost with a rival's plan, in per cent."""
        return 100 * (self.plan.value - self.points[rival]) / self.plan.value


def main() -> None:
    """Compare, and print a line a rival."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=60, help="how many are generated (60)")
    parser.add_argument("--seed", type=int, default=1, help="where the random numbers begin (1)")
    chosen = parser.parse_args()
    library = Library(assessments_folder(), resources_folder())
    situations = [*examples(library), *generated(library, chosen.companies, chosen.seed)]
    compared = [compare(situation.request) for situation in situations]
    worth_something = [each for each in compared if each.plan.value > 0]
    proven = sum(each.plan.is_optimal for each in compared)
    print(f"{len(compared)} companies, {len(worth_something)} of them with courses worth taking;")
    print(f"{proven} plans proven best\n")
    print(f"{'rival':32}  plan is better  mean loss  largest loss  with courses nobody can start")
    for rival in (*RIVALS, BOTH):
        _print(rival, worth_something)


def compare(request: PlanRequest) -> Comparison:
    """All plans for one company; AssertionError where a rival is better than what was proven best."""
    plan, shelf = make_plan(request), Shelf(request)
    taken = {name: choose(shelf) for name, choose in RIVALS.items()}
    points = {name: shelf.worth(courses) for name, courses in taken.items()}
    points[BOTH] = max(value for name, value in points.items() if name.startswith("greedy"))
    for name, courses in taken.items():
        _expect(shelf.fits(courses), f"{name} breaks the limits")
        _expect(points[name] <= plan.bound, f"{name} is worth {points[name]}, the bound is {plan.bound}")
        _expect(plan.value >= points[name] or not plan.is_optimal, f"{name} is better than the best plan")
    return Comparison(plan, points, frozenset(name for name in taken if shelf.stuck(taken[name])))


def _expect(is_so: bool, otherwise: str) -> None:  # noqa: FBT001 - read as one sentence
    if not is_so:
        raise AssertionError(otherwise)


def _print(rival: str, compared: list[Comparison]) -> None:
    losses = [each.loss(rival) for each in compared]
    better = sum(loss > 0 for loss in losses)
    stuck = sum(rival in each.stuck for each in compared)
    share = sum(each.points[rival] for each in compared) / sum(each.plan.value for each in compared)
    _expect(share >= LEAST_SHARE, f"{rival} reaches only {100 * share:.0f} % of the points")
    print(
        f"{rival:32}  {f'{better} of {len(losses)}':>14}  {statistics.mean(losses):7.1f} %"
        f"  {max(losses):10.1f} %  {stuck:>8}"
    )


if __name__ == "__main__":
    main()
