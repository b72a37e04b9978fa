"""The list of companies: the latest round of each, what is due next, and what is damaged in one of them."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.models import RoundRecord
from desktop.storage import FILE_NAME, CompanyList, CompanySides, Database
from desktop.storage.desk_store import DeskStore
from desktop.storage.store import Store


def a_company(database: Database, name: str) -> tuple[int, int]:
    """The ids of a new company and of its round."""
    store = Store(database)
    round_id = store.create(Company(name=name, headcount=6), (), Constraints(), "Anna")
    return store.load(round_id).company_id, round_id


def add_round(database: Database, company_id: int, stage: str, year: int) -> int:
    with database.session() as session:
        then = datetime(year, 1, 1, tzinfo=UTC)
        times = {"started_at": then, "changed_at": then, "visited_at": then}
        record = RoundRecord(stage=stage, constraints="{}", place="{}", **times)
        record.company_id = company_id
        session.add(record)
        session.flush()
        return record.id


def test_an_empty_workspace_has_no_companies(database: Database) -> None:
    assert CompanyList(database).all() == ()


def test_the_latest_round_is_listed_whichever_was_visited_last(database: Database) -> None:
    company_id, _ = a_company(database, "Forno")
    tenth = add_round(database, company_id, "T10", 2020)
    add_round(database, company_id, "T9", 2021)
    [row] = CompanyList(database).all()
    assert (row.round_id, row.stage, row.consultant, row.size) == (tenth, "T10", "Anna", "micro")
    assert row.visited_at is not None
    assert row.visited_at.year > 2021


def test_the_earliest_open_reminder_is_due_next(database: Database) -> None:
    company_id, _ = a_company(database, "Forno")
    desk = DeskStore(database)
    done = desk.add_reminder(company_id, date(2027, 1, 1), "visit", "Done")
    desk.finish_reminder(done)
    desk.add_reminder(company_id, date(2027, 3, 1), "visit", "Later")
    desk.add_reminder(company_id, date(2027, 2, 1), "visit", "Next")
    [row] = CompanyList(database).all()
    assert (row.due_on, row.due) == (date(2027, 2, 1), "Next")


def test_those_put_away_are_listed_as_such(database: Database) -> None:
    company_id, _ = a_company(database, "Forno")
    DeskStore(database).archive(company_id)
    assert [row.is_archived for row in CompanyList(database).all()] == [True]


@pytest.mark.of_files
def test_what_is_damaged_in_one_company_does_not_hide_the_others(database: Database, folder: Path) -> None:
    broken, round_id = a_company(database, "Broken")
    a_company(database, "Whole")
    with closing(sqlite3.connect(folder / FILE_NAME)) as file, file:
        file.execute("UPDATE company SET headcount = 'many', sector = x'00ff' WHERE id = ?", (broken,))
        file.execute("UPDATE round SET visited_at = 'once', stage = 3 WHERE id = ?", (round_id,))
    rows = {row.name: row for row in CompanyList(database).all()}
    assert rows.keys() == {"Broken", "Whole"}
    assert (rows["Broken"].size, rows["Broken"].visited_at) == (None, None)


def test_a_side_tells_how_much_there_is_of_each_round(database: Database) -> None:
    company_id, round_id = a_company(database, "Forno")
    later = add_round(database, company_id, "T1", 2028)
    sides = CompanySides(database)
    assert [each.id for each in sides.side(company_id).rounds] == [round_id, later]
    assert sides.with_vat("IT00159560366", "IT", None) == ()
