"""A visit is killed at any moment: nothing told as saved is lost, and the history still leads there."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.storage import Key
from tests.examples import times
from tests.storage.visit_checking import is_whole, killed, losses, start

KEY = Key(bytes(range(32)))
KILLS = times(6)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_nothing_of_a_killed_visit_is_lost(folder: Path, key: Key | None) -> None:
    saved: list[list[Any]] = []
    for run in range(KILLS):
        saved += killed(folder, run, key)
        assert is_whole(folder, key)
    assert len(saved) > KILLS
    assert losses(folder, saved, key) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's files")
def test_a_disk_that_fills_up_during_a_visit_takes_nothing_that_was_saved(folder: Path) -> None:
    printed, message = start(folder, "full", None, 900_000).communicate(timeout=60)
    assert "could not be written" in message
    assert "Traceback" not in message
    saved = [json.loads(line) for line in printed.splitlines()[1:]]
    assert any(what == "evidence" for what, *_ in saved)
    assert losses(folder, saved) == []
    assert is_whole(folder)
