"""Starts the writer of visits, kills it, and looks whether anything it told is lost."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from desktop.storage import FILE_NAME, FileDatabase, Key
from desktop.storage.connecting import connect
from desktop.storage.holdings import Holdings
from desktop.storage.last_visits import LastVisits

Place: TypeAlias = tuple[str, int, str]
Held: TypeAlias = dict[Place, Any]
WRITER = Path(__file__).with_name("visit_writer.py")
REPOSITORY = WRITER.parents[2]


def start(folder: Path, run: object, key: Key | None = None, *more: object) -> "subprocess.Popen[str]":
    """A writer at work."""
    given = [str(folder), str(run), key.raw.hex() if key else "", *map(str, more)]
    return subprocess.Popen(
        [sys.executable, str(WRITER), *given],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    )


def killed(folder: Path, run: int, key: Key | None = None) -> list[list[Any]]:
    """A visit killed at a random moment after its first steps."""
    chance = random.Random(run)  # noqa: S311 - no secret
    with start(folder, run, key) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        lines = [writer.stdout.readline() for _ in range(chance.randint(0, 40))]
        time.sleep(chance.uniform(0, 0.03))
        writer.kill()
        lines += writer.stdout.read().splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]


def losses(folder: Path, saved: Iterable[list[Any]], key: Key | None = None) -> list[list[Any]]:
    """What was told as saved and is not there, or not any more as it was told last."""
    database = FileDatabase(folder, key)
    try:
        held = _everything(database)
    finally:
        database.close()
    told = {(what, number, name): value for what, number, name, value in _states(saved)}
    flying = {number: (what, number, name) for what, number, name, _ in _states(saved)}
    return [
        [*place, value]
        for place, value in told.items()
        if not _is_there(held, place, value) and not _was_going_on(held, place, value, flying)
    ]


def _states(saved: Iterable[list[Any]]) -> Iterable[tuple[str, int, str, Any]]:
    """An answer that was undone is an answer that is not there."""
    for what, number, name, value in saved:
        yield ("answer" if what == "gone" else what), number, name, value


def _everything(database: FileDatabase) -> Held:
    held: Held = {}
    holdings = Holdings(database)
    for visit in LastVisits(database).before(date.max):
        holding = holdings.of(visit.company_id)
        for each in holding.reminders:
            held["reminder", holding.company_id, each.text] = None
        for round_ in holding.rounds:
            held["company", round_.id, holding.company.name] = None
            held |= {("answer", round_.id, each.question): each.value for each in round_.answers}
            held |= {("remark", round_.id, each.question): each.note for each in round_.remarks}
            held |= {("evidence", round_.id, str(each.id)): each.size for each in round_.files}
            held |= {("step", round_.id, each.key): each.note for each in round_.steps}
    return held


def _is_there(held: Held, place: Place, value: Any) -> bool:
    if place[0] == "place":
        return True  # where the user is goes on with every step
    return held.get(place) == value and (value is None or place in held)


def _was_going_on(held: Held, place: Place, value: Any, flying: dict[int, Place]) -> bool:
    """Whether it is what came after the last thing told: written already, not told any more."""
    found = held.get(place)
    if flying[place[1]] == place and place[0] == "answer":
        return found is None or value is None
    return place[0] == "answer" and isinstance(found, str) and found == f"{value}!"


def is_whole(folder: Path, key: Key | None = None) -> bool:
    """Whether the file is sound, and every history leads from nothing to what stands there."""
    with closing(connect(folder / FILE_NAME, key)) as file:
        if file.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return False
        if file.execute("PRAGMA foreign_key_check").fetchall():
            return False
    database = FileDatabase(folder, key)
    try:
        holdings = Holdings(database)
        visits = LastVisits(database).before(date.max)
        return all(_is_told(round_) for each in visits for round_ in holdings.of(each.company_id).rounds)
    finally:
        database.close()


def _is_told(round_: Any) -> bool:
    """Whether the changes, one after the other, make the answers, remarks and steps that are there."""
    cells: dict[tuple[str, str], Any] = {}
    done: list[int] = []
    undone: list[int] = []
    for change in round_.changes:
        place = change.what, change.question
        if cells.get(place) != change.before or not _turns(change, done, undone):
            return False
        cells[place] = change.after
    answers = {("answer", each.question): each.value for each in round_.answers}
    told = {place: cell["plain"] for place, cell in cells.items() if place[0] == "answer" and cell}
    return answers == told


def _turns(change: Any, done: list[int], undone: list[int]) -> bool:
    """Whether an undo or redo turns round the change that was its turn."""
    if change.act == "do":
        done.append(change.id)
        undone.clear()
        return True
    here, there = (done, undone) if change.act == "undo" else (undone, done)
    if not here or here[-1] != change.of:
        return False
    there.append(here.pop())
    return True
