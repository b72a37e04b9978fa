"""Desks that answer at once on one server, each a process: what is lost, and how long saving takes.

Run: python benchmarks/server_load.py [--desks 20] [--minutes 10] [--kills 0] [--pause 7.5]. Desks answer at
the pace of people, 5 to 10 seconds; with `--pause 0` as fast as they can. With kills the server is stopped as
if its plug were pulled, and started again, so many times in that span. The baseline is one INSERT in a
transaction of its own, again and again beside the desks: both wait for the same disk and processors.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Self

import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from server_desk import OWN, SHARED

from desktop.content.company import Company, Constraints
from desktop.storage import FileDatabase
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from desktop.storage.store import Store
from tests.serving import Server, serving
from tests.workspaces import template_on

_MOST = 0.050  # seconds of the 95th percentile
_SHARES = (50, 75, 90, 95, 99, 100)
_BARE_PAUSE = 0.2  # seconds
_CURRENT = """
SELECT round_id, question.key, value FROM answer JOIN question ON question.id = question_id
"""
_FORMER = "SELECT round_id, key, after FROM change WHERE what = 'answer'"


def main() -> None:
    """Make a workspace, let desks answer, and compare what they were told with what is there."""
    options = _options()
    with (
        serving(is_durable=True) as server,
        tempfile.TemporaryDirectory() as folder,
        server.database(template_on(server)) as name,
    ):
        url = server.url(name)
        _companies(url, Path(folder) / "maker", SHARED + OWN * options.desks)
        with Bare(url) as bare:
            told = _answered(server, url, Path(folder), options)
        _report(url, told, bare.seconds, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--desks", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--pause", type=float, default=7.5, help="seconds between two answers of a desk")
    return parser.parse_args()


def _companies(url: str, folder: Path, count: int) -> None:
    database = on_server(read_address(url), FileDatabase(folder))
    store = Store(database)
    for number in range(count):
        store.create(Company(name=f"Firm {number}", headcount=3), (), Constraints())
    database.close()


class Bare:
    """The baseline; what takes place while the server is gone is left out."""

    def __init__(self, url: str) -> None:
        self.seconds: list[float] = []
        self._url = url
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE bare_commit (value text)")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._is_over.is_set():
            with suppress(psycopg.Error), psycopg.connect(self._url, autocommit=True) as connection:
                while not self._is_over.wait(_BARE_PAUSE):
                    begun = time.perf_counter()
                    connection.execute("INSERT INTO bare_commit VALUES ('an answer')")
                    self.seconds.append(time.perf_counter() - begun)
            self._is_over.wait(_BARE_PAUSE)


def _answered(server: Server, url: str, folder: Path, options: argparse.Namespace) -> list[list[Any]]:
    """The lines that the desks printed."""
    with ExitStack() as stack:
        desks, files = [], []
        for number in range(options.desks):
            path = folder / f"{number}.lines"
            files.append(path)
            command = [sys.executable, str(Path(__file__).with_name("server_desk.py"))]
            given = [url, str(folder / f"desk-{number}"), str(number), str(options.pause)]
            output = stack.enter_context(path.open("w", encoding="utf-8"))
            desks.append(subprocess.Popen([*command, *given], stdin=subprocess.PIPE, stdout=output))
        while not all(path.read_text(encoding="utf-8").startswith("ready") for path in files):
            time.sleep(0.5)
            if broken := [desk.returncode for desk in desks if desk.poll() is not None]:
                raise SystemExit(f"{len(broken)} desks ended before they began")
        for desk in desks:
            told = desk.stdin
            if told is not None:
                told.write(b"go\n")
                told.flush()
        _pass(server, 60 * options.minutes, options.kills)
        for desk in desks:
            desk.communicate()
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line != "ready"]


def _pass(server: Server, seconds: float, kills: int) -> None:
    """Let time go by; the server is killed as often as wished meanwhile."""
    for _ in range(kills):
        time.sleep(seconds / (kills + 1))
        server.stop("immediate")
        time.sleep(0.5)
        server.start()
    time.sleep(seconds / (kills + 1))


def _report(url: str, told: list[list[Any]], bare: list[float], options: argparse.Namespace) -> None:
    saved = [each for each in told if each[0] != "refused"]
    refused = [each[1] for each in told if each[0] == "refused"]
    with psycopg.connect(url) as connection:
        current = {(round_id, key): value for round_id, key, value in connection.execute(_CURRENT)}
        former = {
            (row[0], row[1], json.loads(row[2])["plain"]) for row in connection.execute(_FORMER) if row[2]
        }
    lost = list(_lost(saved, current, former))
    ran = f"{options.desks} desks, {options.minutes:g} minutes, {options.kills} kills"
    print(f"{ran}, {options.pause:g} s between answers: {len(saved)} answers shown as saved")
    print(f"lost: {len(lost)} {lost[:3]}; refused: {len(refused)} {refused[:2]}")
    print(f"saving: {_spread([each[3] for each in saved])} (goal: 95 in 100 within {1000 * _MOST:.0f})")
    print(f"a bare INSERT at the same time: {_spread(bare)}")
    worked = statistics.median(each[4] for each in saved)
    print(f"processor of a desk for each answer: {1000 * worked:.1f} ms; load {os.getloadavg()[0]:.1f}")


def _spread(seconds: list[float]) -> str:
    """Milliseconds by how many in 100 are within them."""
    line = sorted(seconds)
    told = (f"{share} in 100 within {1000 * line[(len(line) - 1) * share // 100]:.1f}" for share in _SHARES)
    return f"{', '.join(told)} ms"


def _lost(
    saved: Iterable[list[Any]], current: dict[tuple[int, str], str], former: set[tuple[int, str, Any]]
) -> Iterable[tuple[int, str, str]]:
    """Answers shown as saved that are neither there, nor in the history with a later one there."""
    last = {(round_id, key): value for round_id, key, value, *_ in saved}
    for round_id, key, value, *_ in saved:
        is_last = last[round_id, key] == value
        is_there = json.loads(current.get((round_id, key), "null")) == value
        if (is_last and not _is_newer(current.get((round_id, key)), value)) or not (
            is_there or (round_id, key, value) in former
        ):
            yield round_id, key, value


def _is_newer(found: str | None, value: str) -> bool:
    """Whether what is there is this answer, or a later one of the same desk that was saved as it ended."""
    return found is not None and int(json.loads(found).split()[1]) >= int(value.split()[1])


if __name__ == "__main__":
    main()
