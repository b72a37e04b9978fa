"""What all tests share: no window on a screen, no data of the user, and no unexpected warning in a log."""

import gc
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from desktop.storage.server.address import Address
from tests.examples import times
from tests.remembering import (
    REPOSITORY,
    remember_content,
    remember_files,
    remember_guesses,
    remember_plans,
    remember_statements,
)
from tests.servers import workspace_on
from tests.serving import Server, serving

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

# The many objects of a test are garbage with its end; looking for some within it only takes time.
gc.set_threshold(50_000, 20, 20)

settings.register_profile("tests", deadline=None, max_examples=times(100))
settings.load_profile("tests")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: some tests wait for servers, clocks and other programs."""
    return (os.cpu_count() or 1) + 1


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
def _much_is_worked_out_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for remember in (
            remember_files,
            remember_content,
            remember_statements,
            remember_guesses,
            remember_plans,
        ):
            remember(patch)
        yield


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return REPOSITORY


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for all tests of this process; what they put there they take away again."""
    with serving() as running:
        yield running


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    """An empty workspace on the server."""
    with workspace_on(server) as made:
        yield made


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not unexpected, f"unexpected log records: {unexpected}"
