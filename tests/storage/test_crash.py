"""The process is killed, or the disk is full: what was saved before is there."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.store import Store
from tests.examples import times

pytestmark = pytest.mark.of_files

Opening = Callable[[], AbstractContextManager[Store]]

KILLS = times(8)
WRITER = Path(__file__).with_name("answer_writer.py")


def start_writer(repository: Path, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(WRITER), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(repository)},
    )


def killed_writer(repository: Path, folder: Path, round_id: int, run: int) -> list[str]:
    """The answers a writer printed before it was killed at a random moment after its first ones."""
    chance = random.Random(run)  # noqa: S311 - no secret
    writer = start_writer(repository, folder, round_id, run)
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        lines = [writer.stdout.readline() for _ in range(chance.randint(1, 20))]
        time.sleep(chance.uniform(0, 0.02))
        writer.kill()
        lines += writer.stdout.read().splitlines(keepends=True)
    return [line.strip() for line in lines if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_every_saved_answer_survives_being_killed_at_random_moments(
    opened: Opening, round_id: int, folder: Path, repository: Path
) -> None:
    printed: list[str] = []
    for run in range(KILLS):
        printed += killed_writer(repository, folder, round_id, run)
        with opened() as store:
            kept = store.load(round_id).answers
        assert not set(printed) - set(kept)
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's files")
def test_a_full_disk_is_said_in_a_sentence_and_earlier_answers_stay(
    opened: Opening, round_id: int, folder: Path, repository: Path
) -> None:
    writer = start_writer(repository, folder, round_id, "full", 400_000)
    printed, message = writer.communicate(timeout=60)
    assert writer.returncode == 3, message
    assert "could not be written" in message
    assert "Traceback" not in message
    saved = printed.split()[1:]
    with opened() as store:
        assert saved
        assert not set(saved) - set(store.load(round_id).answers)


def test_a_crash_during_the_very_first_start_does_not_lock_the_user_out(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as first_moment:
        first_moment.execute("PRAGMA journal_mode=WAL")
    FileDatabase(folder).close()


def test_a_second_instance_is_refused_with_a_sentence(opened: Opening, folder: Path) -> None:
    with opened(), pytest.raises(StorageError, match="already open"):
        FileDatabase(folder)


def test_a_second_process_is_refused_with_a_sentence(
    opened: Opening, round_id: int, folder: Path, repository: Path
) -> None:
    with opened():
        printed, message = start_writer(repository, folder, round_id, 0).communicate(timeout=60)
    assert printed == ""
    assert "Sestante is already open on the data" in message
    assert "Traceback" not in message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_the_folder_opens_again_after_the_first_instance_was_killed(
    round_id: int, folder: Path, repository: Path
) -> None:
    with start_writer(repository, folder, round_id, 0) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        with pytest.raises(StorageError, match="already open"):
            FileDatabase(folder)
        first.kill()
    FileDatabase(folder).close()


def test_a_closed_folder_may_be_opened_again(opened: Opening) -> None:
    for _ in range(3):
        with opened() as store:
            assert store.summaries() == ()
