"""Figures of a territory on a server, against bare SQL there that gives the same numbers.

Run: python benchmarks/server_figures.py [COMPANIES] [FOLDER]. The folder is filled once and used again.
"""

import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from territory_data import make_territory

from desktop.content.library import Library, read_library
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.moving.moved import unmark
from desktop.storage.moving.moving import move_in
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from desktop.territory.figures import Figures
from desktop.territory.wanted import Wanted
from desktop.workspace import Workspace
from desktop.workspace.territory import TerritoryBook
from tests.serving import serving
from tests.workspaces import template_on

_MOST, _MOST_RATIO = 0.150, 1.5
_TURNS, _BARE_TURNS = 9, 2
_FILTERS = (Wanted(), Wanted(region="ITC4"), Wanted(sector="C"), Wanted(office="collina"))
_LAST = """
WITH last AS MATERIALIZED (
    SELECT DISTINCT ON (company.id) round.id, company.region, company.sector, overall, scores
    FROM round JOIN company ON company.id = round.company_id JOIN standing ON standing.round_id = round.id
    LEFT JOIN engagement ON engagement.company_id = company.id
    WHERE questionnaire_id = 'dma-sme' AND {where}
    ORDER BY company.id, CAST(substr(round.stage, 2) AS integer) DESC, round.id DESC
)
"""
Value = TypeVar("Value")


def timed(work: Callable[[], Value]) -> tuple[float, Value]:
    """Seconds on the clock, which a server's work needs too, and what came of it."""
    begun = time.perf_counter()
    value = work()
    return time.perf_counter() - begun, value


class Bare:
    """The same numbers in plain SQL, each question asked once."""

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url, autocommit=True)
        frames = dict(self._connection.execute("SELECT kind, names FROM frame").fetchall())
        self._dimensions, self._competences = (
            json.loads(frames[kind]) for kind in ("dimensions", "competences")
        )

    def numbers(self, wanted: Wanted) -> dict[str, tuple[int, int]]:
        """Count and sum of all, each dimension and each sector; known and lacking of each competence."""
        given = {name: getattr(wanted, name) for name in ("region", "sector", "office")}
        where = " AND ".join(f"{name} = '{value}'" for name, value in given.items() if value) or "true"
        last = _LAST.format(where=where)
        columns = ["count(*), coalesce(sum(overall), 0)"]
        for place in range(len(self._dimensions)):
            line = f"substr(scores, {5 * place + 1}, 5)"
            known = f"FILTER (WHERE {line} <> '-----')"
            columns.append(f"count(*) {known}, coalesce(sum(CAST(nullif({line}, '-----') AS integer)), 0)")
        names = ["all", *self._dimensions]
        found = self._paired(names, f"{last} SELECT {', '.join(columns)} FROM last")  # noqa: S608
        groups = f"{last} SELECT coalesce(sector, ''), count(*), sum(overall) FROM last GROUP BY 1"  # noqa: S608
        found |= {f"sector {name}": (n, total) for name, n, total in self._connection.execute(groups)}
        columns = []
        for place in range(1, len(self._competences) + 1):
            level, target = f"substr(levels, {place}, 1)", f"substr(targets, {place}, 1)"
            columns.append(f"count(*) FILTER (WHERE {level} <> '-')")
            columns.append(f"count(*) FILTER (WHERE {level} <> '-' AND {level} < {target})")
        needs = f"{last} SELECT {', '.join(columns)} FROM last JOIN need ON need.round_id = last.id"  # noqa: S608
        return found | self._paired([f"lacks {each}" for each in self._competences], needs)

    def _paired(self, names: list[str], asked: str) -> dict[str, tuple[int, int]]:
        row = self._connection.execute(asked).fetchone() or ()
        return {name: (int(row[2 * at]), int(row[2 * at + 1])) for at, name in enumerate(names)}


def shown(figures: Figures) -> dict[str, tuple[int, int]]:
    """The same numbers as the room shows them."""
    maturity = figures.maturity
    found = {"all": (maturity.overall.n, maturity.overall.total)}
    found |= {name: (mean.n, mean.total) for name, mean in maturity.dimensions.items()}
    sectors = maturity.groups["sector"]
    found |= {f"sector {each.name}": (each.overall.n, each.overall.total) for each in sectors}
    found |= {f"lacks {each.competence}": (each.known, each.lacking) for each in figures.demand.competences}
    return found


def measure(url: str, folder: Path, library: Library) -> None:
    """Print seconds and ratios, and whether the numbers agree."""
    _ = library.questionnaires, library.catalogue, library.network
    bare, database = Bare(url), on_server(read_address(url), FileDatabase(folder / "desk"))
    with closing(Workspace(library, database)) as workspace:
        territory = workspace.hub.territory
        cold, _ = timed(lambda: territory.figures(Wanted()))
        print(f"cold, all companies read: {cold:.2f} s")
        asked = [timed(database.state)[0] for _ in range(50)]
        print(f"whether anything changed: {1000 * statistics.median(asked):.1f} ms")
        for wanted in _FILTERS:
            ours, worked, theirs = [], [], []
            for turn in range(_TURNS):
                before = time.process_time()
                seconds, figures = timed(lambda w=wanted: territory.figures(w))
                ours.append(seconds)
                worked.append(time.process_time() - before)
                if turn < _BARE_TURNS:
                    seconds, expected = timed(lambda w=wanted: bare.numbers(w))
                    theirs.append(seconds)
            _tell(wanted, *map(statistics.median, (ours, worked, theirs)))
            found = shown(figures)
            wrong = [name for name, value in expected.items() if found.get(name, (0, 0)) != value]
            print(f"   {len(expected)} numbers compared, {len(wrong)} differ")
            for name in wrong[:5]:
                print(f"      {name}: {found.get(name)} is shown, SQL says {expected[name]}")
        measure_in_company(url, territory)


def measure_in_company(url: str, territory: TerritoryBook) -> None:
    """Print what a filter takes in the room while others answer, and how far behind its figures are."""
    is_over = threading.Event()
    writing = threading.Thread(target=_answer, args=(url, is_over))
    writing.start()
    for wanted in _FILTERS:
        took = [timed(lambda w=wanted: territory.figures(w, at_once=True))[0] for _ in range(_TURNS)]
        told = f"median {1000 * statistics.median(took):.0f} ms, worst {1000 * max(took):.0f} ms"
        print(f"filter {_chosen(wanted)} while others answer: {told}; goal {1000 * _MOST:.0f} ms")
    renewing, took = threading.Thread(target=territory.renew, args=(Wanted(),)), []
    begun = time.perf_counter()
    renewing.start()
    while renewing.is_alive():
        took.append(timed(lambda: territory.figures(_FILTERS[1], at_once=True))[0])
    read = time.perf_counter() - begun
    told = f"median {1000 * statistics.median(took):.0f} ms, worst {1000 * max(took):.0f} ms"
    print(f"read anew in {read:.1f} s; filters meanwhile: {told}; then a rest of {territory.pause:.0f} s")
    is_over.set()
    writing.join()


def _answer(url: str, is_over: threading.Event) -> None:
    """As twenty desks with an answer a second each."""
    with psycopg.connect(url, autocommit=True) as connection:
        numbers = [row[0] for row in connection.execute("SELECT id FROM round ORDER BY id LIMIT 1000")]
        while not is_over.wait(0.05):
            connection.execute(
                "UPDATE round SET visited_at = now(), changed_at = now() WHERE id = %s", (numbers.pop(),)
            )


def _tell(wanted: Wanted, ours: float, worked: float, theirs: float) -> None:
    chosen = _chosen(wanted)
    goal = f"goals {1000 * _MOST:.0f} ms, {_MOST_RATIO}"
    bare = f"{ours / theirs:.2f} of bare SQL's {1000 * theirs:.0f} ms"
    print(f"filter {chosen}: {1000 * ours:.0f} ms, {1000 * worked:.0f} of them this process; {bare}; {goal}")


def _chosen(wanted: Wanted) -> dict[str, str]:
    return {name: value for name in ("region", "sector", "office") if (value := getattr(wanted, name))}


def main() -> None:
    """Make the workspace where it is not there yet, move it to a server, and measure."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    library = read_library(assessments_folder(), resources_folder())
    if not (folder / FILE_NAME).exists():
        folder.mkdir(exist_ok=True, parents=True)
        make_territory(folder, library, companies)
    with (
        serving() as server,
        server.database(template_on(server)) as name,
        closing(FileDatabase(folder)) as database,
    ):
        url = server.url(name)
        seconds, sums = timed(lambda: move_in(database, read_address(url), lambda _: None))
        unmark(database)
        rows = sum(each.rows for each in sums.values())
        print(f"moved in and verified: {rows} rows in {seconds:.0f} s")
        measure(url, folder, library)


if __name__ == "__main__":
    main()
