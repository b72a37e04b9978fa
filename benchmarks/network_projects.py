"""Groups among 80,000 companies, from arrays and in plain Python: python benchmarks/network_projects.py.

Both find the groups of an offer for each competence and must find as many; after it the whole, from the file
on, with all ways there are. Seconds are those of the processor, so that other work does not count.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from many_companies import fill

from desktop.projects import Firms, Way, ground_of, propose
from desktop.projects.sharing import group_sizes
from desktop.storage import FileDatabase
from desktop.storage.group_reader import GroupReader
from desktop.workspace import Workspace

DAY = date(2026, 11, 23)
PROVINCES = ("BG", "BS", "CR", "MN", None)


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=80_000)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names = _fill(Path(folder), wanted.companies)
        with closing(FileDatabase(Path(folder))) as database:
            firms, _ = GroupReader(database).firms()
        ways = tuple(map(_offer, names))
        if _arrays(firms, ways, names) != _plain(firms, ways):
            sys.exit("The two do not find the same groups.")
        ours = _median(lambda: _arrays(firms, ways, names), wanted.rounds)
        plain = _median(lambda: _plain(firms, ways), wanted.rounds)
        told = f"arrays {ours:.2f} s, plain Python {plain:.2f} s, {plain / ours:.1f} times as long"
        print(f"{len(firms.ids)} companies: {told}")
        with closing(Workspace.open(Path(folder))) as workspace:
            found = workspace.hub.projects.look(DAY).proposals
            whole = _median(lambda: workspace.hub.projects.look(DAY), wanted.rounds)
        groups = sum(len(each.parts) for each in found)
        print(f"read, and {groups} groups proposed with all ways: {whole:.2f} s (goal 2 s)")


def _offer(need: str) -> Way:
    return Way(kind="offer", id=need, project_kind="course", helps={need: (0, 2)}, least=6, most=15)


def _fill(folder: Path, count: int) -> tuple[str, ...]:
    fill(folder, count)
    with closing(Workspace.open(folder)) as workspace:
        names = tuple(workspace.library.catalogue.competences)
    chance = random.Random(5)
    with closing(sqlite3.connect(folder / "sestante.db")) as file, file:
        quoted = "[" + ",".join(f'"{name}"' for name in names) + "]"
        file.execute("INSERT INTO frame VALUES (1, 'competences', ?)", (quoted,))
        rounds = [row[0] for row in file.execute("SELECT id FROM round")]
        lines = ((each, 1, _line(chance, "00112-", names), _line(chance, "0112", names)) for each in rounds)
        file.executemany("INSERT INTO need (round_id, frame_id, levels, targets) VALUES (?, ?, ?, ?)", lines)
        provinces = ((chance.choice(PROVINCES), number) for number in range(1, count + 1))
        file.executemany("UPDATE company SET province = ?, region = 'ITC4' WHERE id = ?", provinces)
    return names


def _line(chance: random.Random, letters: str, names: tuple[str, ...]) -> str:
    return "".join(chance.choices(letters, k=len(names)))


def _arrays(firms: Firms, ways: Sequence[Way], names: tuple[str, ...]) -> int:
    return sum(each.count for each in propose(ground_of(firms, names), ways))


def _plain(firms: Firms, ways: Sequence[Way]) -> int:
    """The same rule, company by company."""
    placed = 0
    names = (firms.frame_names or {})[1]
    for way in ways:
        (need,) = way.helps
        at = names.index(need)
        free = set()
        for number, (level, target) in enumerate(zip(firms.levels, firms.targets, strict=True)):
            if level[at] in "01" and int(target[at]) > int(level[at]) and firms.sectors[number]:
                free.add(number)
        for column in (firms.provinces, firms.regions):
            cells = defaultdict(list)
            for number in sorted(free):
                if column[number]:
                    cells[firms.sectors[number], column[number]].append(number)
            for members in cells.values():
                members.sort(
                    key=lambda each: (int(firms.levels[each][at]) - int(firms.targets[each][at]), each)
                )
                inside = sum(group_sizes(len(members), way.least, way.most))
                free -= set(members[:inside])
                placed += inside
    return placed


def _median(work: Callable[[], object], rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        spent.append(time.process_time() - begin)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
