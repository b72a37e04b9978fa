"""What all tests share: no window on a screen, no data of the user, and no unexpected warning in a log."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_DATA = tempfile.TemporaryDirectory(prefix="sestante-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SESTANTE_DATA"] = _DATA.name

# The tests start the program several dozen times; it is compiled once, wherever Python may keep that.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log: the test wants a log record of WARNING or worse")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare each later collection of garbage a look at all that was imported."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    _DATA.cleanup()


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
