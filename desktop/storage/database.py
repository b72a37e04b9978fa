"""The workspace's SQLite file: locked for one instance, inspected, migrated, opened with full durability."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from desktop.errors import StorageError
from desktop.models import Base
from desktop.storage.inspection import inspect
from desktop.storage.migrations import APPLICATION_ID, REVISIONS

FILE_NAME = "sestante.db"
_LOCK_NAME = "sestante.lock"


class Database:
    """An open workspace file. One session is one action of the user and is committed when it ends."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._lock = _locked(folder)
        self._engine = _engine(self.path)
        try:
            revision = inspect(self.path)
            with _said_in_sentences(self.path):
                _bring_up_to_date(self._engine, self.path, revision)
        except BaseException:
            self.close()
            raise
        self._sessions = sessionmaker(self._engine)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session that commits at the end; StorageError where the disk or file does not let it."""
        with _said_in_sentences(self.path), self._sessions.begin() as session:
            yield session

    def close(self) -> None:
        """Close the file and let another instance open it."""
        self._engine.dispose()
        self._lock.release()


def _locked(folder: Path) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK_NAME, thread_local=False)
        lock.acquire(timeout=0)
    except Timeout:
        raise StorageError(
            f"Sestante is already open on the data in {folder}. Go on in that window, "
            f"or start with another folder: sestante --data FOLDER"
        ) from None
    except OSError as error:
        raise StorageError(
            f"The data folder {folder} cannot be written ({error.strerror}). "
            f"Choose another one: sestante --data FOLDER"
        ) from None
    return lock


def _engine(path: Path, *, keeps_references: bool = True) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", partial(_on_connected, keeps_references=keeps_references))
    event.listen(engine, "begin", _on_begun)
    return engine


def _on_connected(connection: sqlite3.Connection, _record: Any, *, keeps_references: bool) -> None:
    connection.isolation_level = None
    references = "ON" if keeps_references else "OFF"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={references}", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begun(connection: Any) -> None:
    # A transaction that reads first and writes later would fail at once when another writer came between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _bring_up_to_date(engine: Engine, path: Path, revision: str | None) -> None:
    current = REVISIONS[-1]
    if revision == current:
        return
    if revision is None:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            Base.metadata.create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
            )
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (current,))
        return
    _copy_aside(path, revision)
    migrate(path)


def migrate(path: Path, revision: str = "head") -> None:
    """Walk the schema of a file up to a revision with Alembic.

    Foreign keys are off meanwhile: rebuilding a table drops it first, which would delete what refers to it.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    engine = _engine(path, keeps_references=False)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise StorageError(f"{path} could not be brought up to date and was left as it was.")
    finally:
        engine.dispose()


def _copy_aside(path: Path, revision: str) -> None:
    day = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.stem}-before-{REVISIONS[-1]}-{revision}-{day}.db")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


@contextmanager
def _said_in_sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeError as error:
        raise StorageError("A text holds half a character and was not saved; type it again.") from error
    except DBAPIError as error:
        raise StorageError(
            f"{path} could not be written ({error.orig}). What was saved before is safe: "
            f"free space on the disk, or check that the folder may be written, and try again."
        ) from error
