"""A file of an older version is copied aside, migrated, and keeps everything."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

import desktop.storage.engine
import desktop.storage.file_database
import desktop.storage.inspection
import desktop.storage.migrations
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage import FileDatabase
from desktop.storage.copies.container import unpack
from desktop.storage.store import Store

pytestmark = pytest.mark.of_files

Opening = Callable[[], AbstractContextManager[Store]]

KEY = QuestionKey("technology-check/backup")
NEXT = "9000"
REVISION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9000", "{last}"


def upgrade():
    with op.batch_alter_table("company", recreate="always") as table:
        table.add_column(sa.Column("note", sa.String))
    {failure}
"""


def add_revision(monkeypatch: pytest.MonkeyPatch, folder: Path, failure: str = "") -> None:
    """Let the next version of Sestante be installed: one more revision, which rebuilds the company table."""
    last = desktop.storage.migrations.REVISIONS[-1]
    shipped = Path(desktop.storage.migrations.__file__).parent
    shutil.copytree(shipped, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    text = REVISION.format(last=last, failure=failure)
    (folder / "migrations" / "versions" / "9000_next.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(desktop.storage.engine, "__file__", str(folder / "engine.py"))
    for module in (desktop.storage.file_database, desktop.storage.engine, desktop.storage.inspection):
        monkeypatch.setattr(module, "REVISIONS", (*desktop.storage.migrations.REVISIONS, NEXT))


def test_a_migration_that_rebuilds_a_table_loses_no_answer(
    opened: Opening, round_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened() as store:
        store.save_answer(round_id, KEY, "tested")
    add_revision(monkeypatch, tmp_path)
    with opened() as store:
        assert store.load(round_id).answers == {KEY: "tested"}
    with opened() as store:
        assert store.load(round_id).answers == {KEY: "tested"}


def test_the_file_is_copied_aside_before_it_is_migrated(
    opened: Opening, round_id: int, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened() as store:
        store.save_answer(round_id, KEY, "tested")
    add_revision(monkeypatch, tmp_path)
    FileDatabase(folder).close()
    (copy,) = (folder / "copies").glob("000001-*-update.sestante-copy")
    unpack(copy, tmp_path / "copied.db")
    with closing(sqlite3.connect(tmp_path / "copied.db")) as file:
        assert file.execute("SELECT value FROM answer").fetchall() == [('"tested"',)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    opened: Opening, round_id: int, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened() as store:
        store.save_answer(round_id, KEY, "tested")
    with monkeypatch.context() as newer:
        add_revision(newer, tmp_path, failure='op.drop_table("no_such_table")')
        with pytest.raises(Exception, match="no_such_table"):
            FileDatabase(folder)
    with opened() as store:
        assert store.load(round_id).answers == {KEY: "tested"}
