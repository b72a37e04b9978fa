"""How soon 10,000 companies are on screen: python -m benchmarks.company_list [--rounds N] [--companies N]."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.many_companies import fill

ROOT = Path(__file__).resolve().parent.parent
GOAL = 2.0
FRAME = 1 / 60  # seconds


def main() -> None:
    """Measure starts in turns, each in a process of its own, and print ratios of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="starts of each kind (9)")
    parser.add_argument("--companies", type=int, default=10_000, help="companies in the list (10000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full"
        fill(full, given.companies)
        empty: list[dict[str, float]] = []
        many: list[dict[str, float]] = []
        for number in range(given.rounds):
            empty.append(_started(Path(folder) / f"empty-{number}"))
            many.append(_started(full))
    what = f"{given.companies} companies painted / first page of an empty workspace"
    base, listed = _median(empty, "shown"), _median(many, "shown")
    print(f"{what}: {listed / base:.2f} (goal {GOAL}); {1000 * listed:.0f} and {1000 * base:.0f} ms")
    stalls = [1000 * _median(times, "stall") for times in (many, empty)]
    print("longest stall while opening: {:.0f} ms, of an empty workspace {:.0f} ms".format(*stalls))
    for name, told in (("letter", "a letter more in the search"), ("order", "another order")):
        print(f"{told}, painted / frame: {_median(many, name) / FRAME:.2f} (goal {GOAL})")
    print(f"coming back to the list: {1000 * _median(many, 'back'):.0f} ms")


def _started(folder: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begun = time.time()
    script = [sys.executable, "-m", "benchmarks.company_list_start", str(folder)]
    done = subprocess.run(script, check=True, capture_output=True, text=True, env=environment, cwd=ROOT)
    told = {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
    return {**told, "shown": told["shown"] - begun}


def _median(times: list[dict[str, float]], name: str) -> float:
    return statistics.median(each[name] for each in times)


if __name__ == "__main__":
    main()
