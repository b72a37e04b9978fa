"""The schema is the same whether it was made at once or walked up revision by revision."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.engine import URL

import desktop.storage.migrations
from desktop.models import Base
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.engine import migrate
from desktop.storage.migrations import APPLICATION_ID, REVISIONS

TABLES = sorted(Base.metadata.tables)
KEYED_BY_TWO = ("answer", "need", "project_member", "remark", "respondent_answer", "standing", "step")


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Engine]:
    """A database made by today's models."""
    database = FileDatabase(tmp_path / "fresh")
    database.prepare()
    database.close()
    engine = create_engine(URL.create("sqlite", database=str(tmp_path / "fresh" / FILE_NAME)))
    yield engine
    engine.dispose()


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Engine]:
    """A database that Alembic made from nothing."""
    engine = create_engine(URL.create("sqlite", database=str(tmp_path / "migrated.db")))
    migrate(tmp_path / "migrated.db")
    yield engine
    engine.dispose()


def tables(engine: Engine) -> list[str]:
    return sorted(inspect(engine).get_table_names())


def columns(engine: Engine, table: str) -> list[tuple[Any, ...]]:
    found = inspect(engine).get_columns(table)
    return [
        (column["name"], str(column["type"]), column["nullable"], column["default"], column["primary_key"])
        for column in found
    ]


def constraints(engine: Engine, table: str) -> dict[str, Any]:
    reader = inspect(engine)
    return {
        "primary key": reader.get_pk_constraint(table),
        "foreign keys": sorted(map(str, reader.get_foreign_keys(table))),
        "unique": sorted(map(str, reader.get_unique_constraints(table))),
        "checks": sorted(map(str, reader.get_check_constraints(table))),
        "indexes": sorted(map(str, reader.get_indexes(table))),
    }


def is_without_rowid(engine: Engine, table: str) -> bool:
    with engine.connect() as connection:
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        return "WITHOUT ROWID" in connection.exec_driver_sql(query, (table,)).scalar_one().upper()


def test_both_ways_make_the_same_tables(fresh: Engine, migrated: Engine) -> None:
    assert tables(fresh) == tables(migrated) == sorted([*TABLES, "alembic_version"])


@pytest.mark.parametrize("table", [*TABLES, "alembic_version"])
def test_both_ways_make_the_same_columns(fresh: Engine, migrated: Engine, table: str) -> None:
    assert columns(fresh, table) == columns(migrated, table)


@pytest.mark.parametrize("table", TABLES)
def test_both_ways_make_the_same_keys_and_indexes(fresh: Engine, migrated: Engine, table: str) -> None:
    assert constraints(fresh, table) == constraints(migrated, table)


@pytest.mark.parametrize("table", TABLES)
def test_what_is_kept_by_round_and_question_has_no_rowid(fresh: Engine, migrated: Engine, table: str) -> None:
    assert is_without_rowid(fresh, table) is is_without_rowid(migrated, table) is (table in KEYED_BY_TWO)


def test_alembic_finds_no_difference_between_migrations_and_models(migrated: Engine) -> None:
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_both_ways_write_the_same_revision(fresh: Engine, migrated: Engine) -> None:
    for engine in (fresh, migrated):
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT * FROM alembic_version").all() == [(REVISIONS[-1],)]


def test_the_list_of_revisions_is_alembics_history() -> None:
    folder = Path(desktop.storage.migrations.__file__).parent
    history = [script.revision for script in ScriptDirectory(str(folder)).walk_revisions()]
    assert list(reversed(history)) == list(REVISIONS)


def test_a_new_file_is_marked_as_ours_and_fully_durable(folder: Path) -> None:
    database = FileDatabase(folder)
    with database.session() as session:
        connection = session.connection()
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("application_id", "journal_mode", "synchronous", "foreign_keys")
        }
    database.close()
    assert found == {
        "application_id": APPLICATION_ID,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }


def test_closing_leaves_one_whole_file(folder: Path) -> None:
    FileDatabase(folder).close()
    assert not [entry.name for entry in folder.iterdir() if entry.name.endswith(("-wal", "-shm"))]
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_current_file_is_opened_without_alembic(folder: Path) -> None:
    database = FileDatabase(folder)
    database.prepare()
    database.close()
    modified = (folder / FILE_NAME).stat().st_mtime_ns
    FileDatabase(folder).close()
    assert (folder / FILE_NAME).stat().st_mtime_ns == modified
