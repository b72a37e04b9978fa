"""What encryption costs: opening and listing 10,000 companies, plain and encrypted, by turns in one run.

python benchmarks/encryption.py [COMPANIES]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree

from desktop.content.company import Company, Constraints, People
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage import FileDatabase, Key
from desktop.storage.company_list import CompanyList
from desktop.storage.connecting import connect
from desktop.storage.reader import Reader
from desktop.storage.store import Store
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_off, turn_on
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import read_vault

TURNS = 25
GOAL = 1.3  # of opening and listing together, encrypted against plain
SECRET = "four words nobody guesses"  # noqa: S105 - of no real workspace


def main() -> None:
    """Make both, measure both by turns, print medians and ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as made:
        plain = Path(made) / "plain"
        fill(plain, count)
        encrypted = Path(copytree(plain, Path(made) / "encrypted"))
        vault, key = new_vault(SECRET, RecoveryCode.new())
        told("encrypt the whole folder", [timed(lambda: turn_on(encrypted, vault, key))])
        told("open the vault, once at the start", [timed(lambda: read_vault(encrypted).open(SECRET))])
        for name, work in (
            ("open the folder", opened),
            ("open and list all companies", listed),
            ("the last company with its answers", last),
        ):
            times = by_turns(work, ((plain, None), (encrypted, key)))
            told(f"{name}, plain", times[0])
            told(f"{name}, encrypted", times[1], statistics.median(times[0]))
        print(f"goal for opening and listing: x {GOAL:.2f}; load average {os.getloadavg()[0]:.1f}")
        told("make it readable again", [timed(lambda: turn_off(encrypted, key))])


def fill(folder: Path, count: int) -> None:
    """Companies with a round and an answer each; the rows of the first are multiplied in SQL."""
    with closing(FileDatabase(folder)) as database:
        store = Store(database)
        company = Company(name="Forno 0", headcount=6, people=People(owner=1, employee=5))
        first = store.create(company, (), Constraints())
        store.save_answer(first, QuestionKey("check/words"), "x" * 200)
    with closing(connect(folder / "sestante.db")) as connection:
        for table in ("company", "round", "answer"):
            multiply(connection, table, count)
        connection.commit()


def multiply(connection: object, table: str, count: int) -> None:
    """Copies of the only row of a table, each with numbers and names of its own."""
    execute = connection.execute  # type: ignore[attr-defined]
    columns = [row["name"] for row in execute(f"PRAGMA table_info({table})")]
    own = {"id": "n", "company_id": "n", "round_id": "n", "name": "'Forno ' || n", "uid": "'u' || n"}
    own |= {"uuid": "'u' || n"}
    values = ", ".join(own.get(name, f"source.{name}") for name in columns)
    execute(
        f"WITH RECURSIVE counted(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM counted WHERE n < {count}) "  # noqa: S608
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {values} FROM counted, (SELECT * FROM {table} LIMIT 1) AS source"
    )


def opened(folder: Path, key: Key | None) -> None:
    """The folder, checked."""
    FileDatabase(folder, key).close()


def listed(folder: Path, key: Key | None) -> None:
    """The folder, checked, and all its companies."""
    with closing(FileDatabase(folder, key)) as database:
        CompanyList(database).all()


def last(folder: Path, key: Key | None) -> None:
    """What the first page shows."""
    with closing(FileDatabase(folder, key)) as database:
        Reader(database).last()


def by_turns(
    work: Callable[[Path, Key | None], None], folders: tuple[tuple[Path, Key | None], ...]
) -> list[list[float]]:
    """Milliseconds of each, measured one after the other so that a busy moment hits both."""
    times: list[list[float]] = [[] for _ in folders]
    for turn in range(TURNS + 1):
        for place, (folder, key) in enumerate(folders):
            taken = timed(lambda folder=folder, key=key: work(folder, key))  # type: ignore[misc]
            if turn:  # the first one imports
                times[place].append(taken)
    return times


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def told(name: str, times: list[float], against: float | None = None) -> None:
    """A line of the table."""
    median = statistics.median(times)
    ratio = "" if against is None else f"   x {median / against:.2f}"
    print(f"{name:45} {median:8.1f} ms (least {min(times):.1f}){ratio}")


if __name__ == "__main__":
    main()
