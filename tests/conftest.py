"""What all tests share: no window on a screen, no data of the user, and no unexpected warning in a log."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from desktop.content.files import strict_yaml
from desktop.errors import ContentError

_DATA = tempfile.TemporaryDirectory(prefix="sestante-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SESTANTE_DATA"] = _DATA.name

# The tests start the program several dozen times; it is compiled once, wherever Python may keep that.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("tests", deadline=None)  # a busy machine is no mistake of ours
settings.load_profile("tests")

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log: the test wants a log record of WARNING or worse")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare each later collection of garbage a look at all that was imported."""
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
