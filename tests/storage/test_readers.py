"""Connections for reading stay open between two reads, and never show or hold a file that is gone."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desktop.storage import FileDatabase
from desktop.storage.connecting import connect
from desktop.storage.readers import Readers


def put(database: FileDatabase, value: str) -> None:
    from sqlalchemy import text

    with database.session() as session:
        session.execute(
            text("INSERT OR REPLACE INTO preference (name, value) VALUES ('a', :value)"), {"value": value}
        )


def found(database: FileDatabase) -> list[str]:
    with database.reading() as rows:
        return [row["value"] for row in rows("SELECT value FROM preference WHERE name = 'a'")]


def test_each_read_sees_what_was_written_last(tmp_path: Path) -> None:
    with closing(FileDatabase(tmp_path / "data")) as database:
        for value in ("1", "2", "3"):
            put(database, value)
            assert found(database) == [value]


def test_two_reads_within_each_other_keep_their_states(tmp_path: Path) -> None:
    with closing(FileDatabase(tmp_path / "data")) as database:
        put(database, "1")
        found(database)
        with database.reading() as rows:
            assert rows("SELECT value FROM preference WHERE name = 'a'")[0]["value"] == "1"
            put(database, "2")
            assert found(database) == ["2"]
            assert rows("SELECT value FROM preference WHERE name = 'a'")[0]["value"] == "1"


def test_another_file_under_the_name_is_read(tmp_path: Path) -> None:
    for name in ("data", "other"):
        with closing(FileDatabase(tmp_path / name)) as made:
            put(made, name)
    with closing(FileDatabase(tmp_path / "data")) as database:
        assert found(database) == ["data"]
        shutil.copy(tmp_path / "other" / database.path.name, tmp_path / "copy")
        os.replace(tmp_path / "copy", database.path)  # noqa: PTH105 - the one call that replaces on every system
        assert found(database) == ["other"]


def test_closed_it_leaves_neither_a_journal_nor_an_open_file(tmp_path: Path) -> None:
    with closing(FileDatabase(tmp_path / "data")) as database:
        put(database, "1")
        found(database)
        path = database.path
    assert not list(path.parent.glob("*-wal"))
    with closing(connect(path)) as alone:
        assert alone.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete"


def test_what_is_lent_is_closed_when_it_comes_back_too_late(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE one (id INTEGER)")
    readers = Readers(path, None)
    with readers.lent("file") as lent:
        readers.let_go(for_good=True)
        assert lent.execute("SELECT count(*) FROM one").fetchone()[0] == 0
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        lent.execute("SELECT 1")


def test_rows_that_nobody_fetched_hold_no_state(tmp_path: Path) -> None:
    with closing(FileDatabase(tmp_path / "data")) as database:
        put(database, "1")
        with database.reading() as rows:
            left = iter(rows.each("SELECT value FROM preference"))
            next(left)
        put(database, "2")
        assert found(database) == ["2"]
        assert database.erase_traces(["nobody"]) == ()
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            next(left)


def test_a_file_written_over_by_another_program_is_read(tmp_path: Path) -> None:
    for name in ("data", "other"):
        with closing(FileDatabase(tmp_path / name)) as made:
            put(made, name)
    with closing(FileDatabase(tmp_path / "data")) as database:
        assert found(database) == ["data"]
        shutil.copyfile(tmp_path / "other" / database.path.name, database.path)
        assert found(database) == ["other"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are found there alone")
def test_a_stick_that_was_put_back_is_read_at_once(tmp_path: Path) -> None:
    with closing(FileDatabase(tmp_path / "data")) as made:
        put(made, "1")
    with closing(FileDatabase(tmp_path / "data")) as database:
        with database.reading(), database.reading():
            pass
        elsewhere = os.open(tmp_path, os.O_RDONLY)
        for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 - they come and go
            with suppress(OSError):
                if database.path.name in os.readlink(f"/proc/self/fd/{name}"):  # noqa: PTH115
                    os.dup2(elsewhere, int(name))  # as on a stick that was pulled: nothing is read
        assert found(database) == ["1"]
        os.close(elsewhere)
