"""Damaged rows of a hub: figures, reports and groups are made of the others, and nothing falls over."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from desktop.advising import ServiceLine
from desktop.errors import StorageError
from desktop.storage import FILE_NAME
from desktop.storage.connecting import connect
from desktop.territory.wanted import Wanted
from tests.hub_groups import Hub

ODD = (None, "", "x", "{", "[1]", "--9", 10**18, -1, 1.5, "0001-01-01")
KEYS = {"id", "uid", "round_id", "company_id", "event_id", "project_id", "frame_id", "questionnaire_id"}
TABLES = ("frame", "need", "service", "event", "visitor", "engagement", "project", "standing")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three companies that lack the same, each with a service."""
    hub = Hub(tmp_path / "data")
    for number in hub.firms(3):
        hub.workspace.hub.services.save(ServiceLine("", number, "training", "Cloud", date(2026, 5, 4)))
    hub.workspace.hub.events.create("Fair", "Parma", date(2026, 5, 4))
    hub.workspace.close()
    with closing(connect(tmp_path / "data" / FILE_NAME)) as file:
        file.execute("INSERT INTO frame (kind, names) VALUES ('dimensions', '[\"people\"]')")
        file.execute("INSERT INTO standing SELECT id, 'dma-sme', 2, 5000, 100, '05000' FROM round")
        file.commit()
    return tmp_path / "data"


def places(data: Path) -> Iterator[tuple[str, str]]:
    with closing(connect(data / FILE_NAME)) as file:
        for table in TABLES:
            for row in file.execute(f"PRAGMA table_info({table})"):
                if row["name"] not in KEYS:
                    yield table, row["name"]


def test_a_damaged_row_leaves_the_others_in_every_room(data: Path) -> None:
    for table, column in places(data):
        with closing(connect(data / FILE_NAME)) as file:
            file.execute("PRAGMA ignore_check_constraints=ON")
            key = "round_id" if table in ("need", "standing") else "rowid"
            first = f"{key} = (SELECT min({key}) FROM {table})"  # noqa: S608
            before = file.execute(f"SELECT {column} FROM {table} WHERE {first}").fetchone()  # noqa: S608
            for value in (*ODD, *tuple(before)) if before else ():
                with suppress(sqlite3.IntegrityError):  # what the file itself refuses cannot be in it
                    file.execute(f"UPDATE {table} SET {column} = ? WHERE {first}", (value,))  # noqa: S608
                file.commit()
                look_around(data)


@pytest.mark.parametrize("moment", ["2026-01-01", "x", "", -1])
def test_a_round_whose_day_of_change_is_damaged_is_counted_once(data: Path, moment: object) -> None:
    with closing(connect(data / FILE_NAME)) as file:
        file.execute("PRAGMA ignore_check_constraints=ON")
        file.execute("UPDATE round SET changed_at = ?, counted_at = NULL WHERE id = 2", (moment,))
        file.commit()
    with closing(Hub(data).workspace) as workspace:
        done: list[int] = []
        workspace.hub.counting.count(done.append, lambda: len(done) > 3)
        assert done == [1]


def look_around(data: Path) -> None:
    with closing(Hub(data).workspace) as workspace:
        facts = workspace._stores.hub.facts.read()
        assert len(facts.firms) == 3
        assert min(len(facts.services), len(facts.rounds)) >= 2
        workspace.hub.territory.figures(Wanted())
        workspace.hub.projects.look(date(2026, 6, 1))
        assert len(workspace.hub.advising.companies()) == 3
        for read in (workspace.hub.services.lines, workspace.hub.projects.all, workspace.hub.events.all):
            with suppress(StorageError):  # in a sentence
                read()
