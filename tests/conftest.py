"""What all tests share: no window on a screen, no data of the user, and no unexpected warning in a log."""

import gc
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from desktop.content import library
from desktop.content.files import strict_yaml
from desktop.errors import ContentError
from tests.examples import times

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from desktop.storage import Key

_MEMORY = Path("/dev/shm")  # noqa: S108 - as sure as any folder for temporary files
_ROOM = 2**30  # bytes; some machines give less than the tests need

if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM and "TMPDIR" not in os.environ:
    os.environ["TMPDIR"] = str(_MEMORY)  # thousands of databases are made, and none has to reach a disk
    tempfile.tempdir = None

_DATA = tempfile.TemporaryDirectory(prefix="sestante-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SESTANTE_DATA"] = _DATA.name

# The tests start the program several dozen times; it is compiled once, wherever Python may keep that.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("tests", deadline=None, max_examples=times(100))
settings.load_profile("tests")

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log: the test wants a log record of WARNING or worse")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare each later collection of garbage a look at all that was imported."""
    _leave_alone_what_is_there()


@pytest.fixture(scope="module", autouse=True)
def _what_was_read_is_left_alone() -> None:
    """The shipped content, and what was imported at first use, stay as long as the tests run."""
    _leave_alone_what_is_there()


def _leave_alone_what_is_there() -> None:
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    _DATA.cleanup()


@pytest.fixture(scope="session", autouse=True)
def _files_are_parsed_once() -> Iterator[None]:
    """Hundreds of tests read the shipped content; what was parsed before is handed out again.

    Nothing changes a parsed document. What is refused is parsed anew each time.
    """
    parse = strict_yaml.parse_yaml
    parsed = lru_cache(maxsize=256)(parse)

    def parse_or_recall(data: bytes, file: str) -> strict_yaml.Document:
        try:
            return replace(parsed(data, ""), file=file)
        except ContentError:
            return parse(data, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "parse_yaml", parse_or_recall)
        yield


@pytest.fixture(scope="session", autouse=True)
def _shipped_content_is_read_once() -> Iterator[None]:
    """What the folders of the repository hold stays as it is, and each command would read it anew."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("read_questionnaires", "read_catalogue", "read_network", "read_consent"):
            patch.setattr(library, name, _recalling(getattr(library, name)))
        yield


def _recalling(read: Callable[..., Any]) -> Callable[..., Any]:
    found: dict[object, Any] = {}

    def read_or_recall(folder: Path, *others: Iterable[str]) -> Any:
        if not folder.is_relative_to(REPOSITORY):
            return read(folder, *others)
        key = (folder, *map(tuple, others))
        if key not in found:
            found[key] = read(folder, *others)
        return found[key]

    return read_or_recall


@pytest.fixture(scope="session", autouse=True)
def _statements_are_worded_once() -> Iterator[None]:
    """Every database opened would put the same statements into SQL anew; here they share the words."""
    if "desktop.storage" not in sys.modules:
        yield
        return
    from desktop.storage import engine

    make, first = engine._engine, dict[bool, "Engine"]()

    def make_alike(path: Path, key: "Key | None", *, keeps_references: bool = True) -> "Engine":
        made = make(path, key, keeps_references=keeps_references)
        known = first.get(key is None)
        if known is None or known.dialect.server_version_info is None:
            first[key is None] = made
        else:
            made.dialect = made.pool._dialect = known.dialect
            made._compiled_cache = known._compiled_cache
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_engine", make_alike)
        yield


@pytest.fixture(scope="session", autouse=True)
def _guesses_are_worked_out_once() -> Iterator[None]:
    """What was locked with a passphrase is opened with it dozens of times, and each takes long on purpose."""
    if "desktop.storage" not in sys.modules:
        yield
        return
    from desktop.storage.vault import wrapping

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "_derived", lru_cache(maxsize=256)(wrapping._derived))
        yield


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return REPOSITORY


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not unexpected, f"unexpected log records: {unexpected}"
