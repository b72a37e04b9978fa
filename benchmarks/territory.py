"""How long the figures of a territory take, against reading its rows one by one, and whether DuckDB agrees.

Run: python benchmarks/territory.py [COMPANIES] [FOLDER]. The folder is filled once and used again.
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

from report_check import report_differences
from territory_check import differences
from territory_data import make_territory

from desktop.content.library import Library, read_library
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FILE_NAME, FileDatabase
from desktop.territory.wanted import Wanted
from desktop.workspace import Workspace

_MOST_COLD, _MOST_FILTER, _MOST_MEGABYTES = 1.0, 0.1, 500
_FILTERS = (
    Wanted(),
    Wanted(region="ITC4"),
    Wanted(sector="C", size="micro"),
    Wanted(stage="T0"),
    Wanted(office="collina"),
)
Value = TypeVar("Value")


class Spent(NamedTuple):
    """Seconds: of all processors together, in which other work does not count, and by the clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        """Both, in milliseconds."""
        return f"{1000 * self.processor:.0f} ms of the processor, {1000 * self.clock:.0f} by the clock"


def timed(work: Callable[[], Value]) -> tuple[Spent, Value]:
    """What a piece of work takes, and what came of it."""
    clock, processor = time.perf_counter(), time.process_time()
    value = work()
    return Spent(time.process_time() - processor, time.perf_counter() - clock), value


def rows_one_by_one(path: Path) -> int:
    """The baseline: the same columns as Python rows, with nothing added up."""
    with closing(sqlite3.connect(path)) as file:
        asked = (
            "SELECT id, region, province, sector, headcount, turnover_eur FROM company",
            "SELECT id, company_id, stage, changed_at FROM round",
            "SELECT round_id, overall, coverage, scores FROM standing",
            "SELECT round_id, levels, targets FROM need",
        )
        return sum(len(file.execute(question).fetchall()) for question in asked)


def measure(folder: Path, library: Library) -> None:
    """Print seconds, ratios and memory."""
    _ = library.questionnaires, library.catalogue, library.network
    baseline, _ = timed(lambda: rows_one_by_one(folder / FILE_NAME))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    opening, database = timed(lambda: FileDatabase(folder, is_read_at_once=True))
    with closing(Workspace(library, database)) as workspace:
        cold, _ = timed(lambda: workspace.hub.territory.figures(Wanted()))
        print(f"baseline: rows one by one {baseline} (peak {before:.0f} MB)")
        whole, _ = timed(database.prepare)
        together = 1000 * (opening.clock + cold.clock)
        print(f"opening: {opening}; with the figures {together:.0f} by the clock")
        print(f"known to be whole, and ready for writing: after {1000 * whole.clock:.0f} more")
        print(f"cold: {cold}; {_share(cold, baseline)}; wanted below {_MOST_COLD} s by the clock")
        for wanted in _FILTERS:
            spent = min(timed(lambda w=wanted: workspace.hub.territory.figures(w))[0] for _ in range(5))
            print(f"filter: {spent}; {_share(spent, baseline)}; {wanted}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: peak {peak:.0f} MB; wanted below {_MOST_MEGABYTES}; filters below {_MOST_FILTER} s")


def _share(spent: Spent, baseline: Spent) -> str:
    return f"{spent.processor / baseline.processor:.2f} of the baseline's processor"


def main() -> None:
    """Make the workspace where it is not there yet, measure, and compare."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    library = read_library(assessments_folder(), resources_folder())
    if not (folder / FILE_NAME).exists():
        folder.mkdir(exist_ok=True)
        print(f"made in {timed(lambda: make_territory(folder, library, companies))[0].clock:.0f} s: {folder}")
    measure(folder, library)
    with closing(Workspace(library, FileDatabase(folder))) as workspace:
        for wanted in _FILTERS:
            count, wrong = differences(workspace, wanted)
            print(f"DuckDB: {count} figures compared, {len(wrong)} differ; {wanted}")
            for each in wrong[:10]:
                print("   ", each)
    count, wrong = report_differences(folder, library)
    print(f"DuckDB: {count} figures of the report to the region compared, {len(wrong)} differ")
    for each in wrong[:10]:
        print("   ", each)


if __name__ == "__main__":
    main()
