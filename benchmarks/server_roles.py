"""What an office and an expert wait for on a server of 80,000 companies, beside the coordinator.

Run: python -m benchmarks.server_roles [COMPANIES] [FOLDER]. The folder is filled once and used again.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from benchmarks.territory_data import make_territory
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.moving.moved import unmark
from desktop.storage.moving.moving import move_in
from desktop.territory.wanted import Wanted
from desktop.workspace import Workspace
from tests.desks import the_content
from tests.hub_server import Hub, hub_on
from tests.serving import serving

_TURNS = 5
_OFFICES, _OF_THE_EXPERT = 9, 300
_ASSIGN = f"""
UPDATE engagement SET office = 'office-' || company_id % {_OFFICES}, officer = 'somebody', expert = '';
UPDATE engagement SET office = 'nord' WHERE office = 'office-1';
UPDATE engagement SET expert = 'elio-e' WHERE company_id <= {_OF_THE_EXPERT};
ANALYZE;
"""  # noqa: S608 - numbers of this page
Value = TypeVar("Value")


def _timed(work: Callable[[], Value], turns: int = _TURNS) -> float:
    """The median of the seconds on the clock: the server's work counts too."""
    found = []
    for _ in range(turns):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return statistics.median(found)


def waited(desk: Workspace) -> dict[str, float]:
    """Seconds that somebody waits for, by what they did."""
    rows = desk.companies.read("it").rows
    first_case = rows[0].round_id
    territory = desk.hub.territory
    return {
        f"list ({len(rows)})": _timed(lambda: desk.companies.read("it")),
        "territory, cold": _timed(lambda: territory.figures(Wanted()), 1),
        "opening a company": _timed(lambda: desk.case(first_case), 20),
        "what is due": _timed(desk.reminders.due, 3),
    }


def measure(hub: Hub, folder: Path) -> None:
    """Print seconds, and the ratios to the coordinator's."""
    hub.ask("postgres", _ASSIGN)
    of_all: list[float] = []
    for login in ("carla", "nora", "elio"):
        with hub.desk(login, folder) as desk:
            found = waited(desk)
        of_all = of_all or list(found.values())
        for (what, seconds), whole in zip(found.items(), of_all, strict=True):
            print(f"{login}, {what}: {1000 * seconds:.0f} ms, {seconds / whole:.2f} of the coordinator's")


def main() -> None:
    """Make the workspace where it is not there yet, move it to a server, and measure."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    if not (folder / FILE_NAME).exists():
        folder.mkdir(exist_ok=True, parents=True)
        make_territory(folder, the_content(), companies)
    with serving(is_durable=True) as server, hub_on(server) as hub:
        with closing(FileDatabase(folder)) as database:
            move_in(database, hub.address(), lambda _: None)
            unmark(database)
        measure(hub, folder / "desks")


if __name__ == "__main__":
    main()
