"""Damaged rows: the list of companies opens all the same, and a sentence names the company they are of."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext, suppress
from datetime import date
from pathlib import Path

import pytest

from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.connecting import connect
from desktop.workspace import Workspace
from desktop.workspace.company_listing import Wish
from desktop.workspace.preferences import Preferences
from tests.desks import Desk, a_firm, the_content

ODD = (None, "", "x", "{", "null", "[1]", b"\xff\xfe", 10**18, -1, 1.5, "9999-12-31 23:59:59", "0001-01-01")
ROWS = ("company", "round", "reminder")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three companies, the first with something due."""
    desk = Desk(tmp_path / "data")
    cases = [desk.firm(a_firm(name)) for name in ("Forno Ada", "Forno Bea", "Forno Cleo")]
    desk.workspace.reminders.add(cases[0].company_id, date(2027, 1, 4), "visit", "Call")
    desk.close()
    return tmp_path / "data"


def write(data: Path, sql: str, *values: object) -> None:
    with closing(connect(data / FILE_NAME)) as file:
        file.execute("PRAGMA ignore_check_constraints=ON")
        file.execute(sql, values)
        file.commit()


def places(data: Path) -> Iterator[tuple[str, str]]:
    """The columns that may hold anything, by table."""
    with closing(connect(data / FILE_NAME)) as file:
        for table in ROWS:
            for row in file.execute(f"PRAGMA table_info({table})"):
                if row["name"] not in ("id", "company_id", "uuid", "uid"):
                    yield table, row["name"]


def test_one_broken_company_hides_no_other_and_nothing_falls_over(data: Path) -> None:
    for table, column in places(data):
        with closing(connect(data / FILE_NAME)) as file:
            [before] = file.execute(f"SELECT {column} FROM {table} WHERE id = 1").fetchone()  # noqa: S608
        for odd in ODD:
            with suppress(sqlite3.IntegrityError):  # what the file itself refuses cannot be in it
                write(data, f"UPDATE {table} SET {column} = ? WHERE id = 1", odd)  # noqa: S608
            look_around(data)
        write(data, f"UPDATE {table} SET {column} = ? WHERE id = 1", before)  # noqa: S608


def look_around(data: Path) -> None:
    with closing(Workspace(the_content(), FileDatabase(data))) as workspace:
        listed = workspace.companies.read("it").find(Wish())
        assert {"Forno Bea", "Forno Cleo"} <= {row.name for row in listed}
        for row in listed:
            with suppress(StorageError) if row.id == 1 else nullcontext():
                workspace.history.of(workspace.case(row.round_id))
        workspace.retention.past()
        for read in (workspace.reminders.due, workspace.conditions.warnings):
            with suppress(StorageError):  # in a sentence
                read()


def test_a_company_whose_answers_are_broken_is_named_when_it_is_opened(data: Path) -> None:
    write(data, "UPDATE answer SET value = '{' WHERE round_id = 1")
    with closing(Workspace(the_content(), FileDatabase(data))) as workspace:
        assert len(workspace.companies.read("it").find(Wish())) == 3
        with pytest.raises(StorageError, match="Forno Ada"):
            workspace.case(1)


@pytest.mark.parametrize("value", ["-5", "1e999", "99999999999", "{", '"x"', "[]", '"\\ud800"', "null"])
def test_a_preference_that_makes_no_sense_is_as_it_comes_from_the_shop(data: Path, value: str) -> None:
    for name in ("idle_minutes", "retention_months", "consultant"):
        write(data, "INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)", name, value)
    write(data, "INSERT OR REPLACE INTO preference (name, value) VALUES ('merged', ?)", value)
    write(data, "INSERT OR REPLACE INTO preference (name, value) VALUES ('erasing', ?)", value)
    with closing(Workspace(the_content(), FileDatabase(data))) as workspace:
        found = workspace.preferences.read()
        assert (found.idle_minutes, found.retention_months) == (10, 0)
        assert found.consultant in (Preferences().consultant, "x")
        workspace.reminders.due()
        workspace.register.erase(workspace.case(1).company_id)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"second": 5}', '{"second": "\\u0000"}', '{"second": "\\ud800"}']
)
def test_places_that_make_no_sense_are_none(data: Path, text: str) -> None:
    (data / "copies").mkdir()
    (data / "copies" / "places.json").write_text(text, encoding="utf-8")
    with closing(Workspace(the_content(), FileDatabase(data))) as workspace:
        workspace.backups.keep_daily()
        assert len(workspace.backups.kept()) == 1
        assert workspace.register.erase(workspace.case(1).company_id) == ()
