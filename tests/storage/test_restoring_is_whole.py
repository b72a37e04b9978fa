"""A restore that ends anywhere leaves the former workspace or the new one, with the vault that is its own."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase, Reader
from desktop.storage.connecting import connect
from desktop.storage.copies.container import unpack
from desktop.storage.copies.swapping import finish_restoring, put_in_place, without_journal
from desktop.workspace import Workspace
from tests.desks import Desk, a_firm, the_content
from tests.examples import times
from tests.storage.restorer import key_of

RESTORER = Path(__file__).with_name("restorer.py")
KILLS, MOST_KILLS = times(12), 12


class KilledError(BaseException):
    """The process ends here."""


def a_copy(folder: Path, name: str, vault: str) -> Path:
    """A copy of a protected workspace with one company."""
    workspace = Workspace(the_content(), FileDatabase(folder / name, key_of(vault)))
    workspace.create_case(a_firm(name))
    (folder / name / "vault.json").write_text(vault, encoding="utf-8")
    copy = workspace.backups.save(folder / name)
    workspace.close()
    return copy


def standing(folder: Path) -> tuple[str, list[str]]:
    """The vault of a folder, and the companies that its key opens."""
    finish_restoring(folder / FILE_NAME)
    vault = folder / "vault.json"
    letter = vault.read_text(encoding="utf-8") if vault.exists() else ""
    database = FileDatabase(folder, key_of(letter) if letter else None)
    database.prepare()
    names = [each.name for each in Reader(database).summaries()]
    database.close()
    return letter, names


@pytest.mark.parametrize("step", ["made", "ready", "database", "vault", "never"])
@pytest.mark.parametrize("is_plain", [True, False])
def test_a_process_that_ends_at_any_step_leaves_one_whole_workspace(
    tmp_path: Path, step: str, *, is_plain: bool
) -> None:
    desk = Desk(tmp_path / "data")
    desk.firm(a_firm("before"))
    desk.close()
    copy = a_copy(tmp_path, "after", "b")
    if is_plain:
        copy = a_plain_copy(tmp_path)
    unpack(copy, tmp_path / "next.db")

    def stop(behind: str) -> None:
        if behind == step:
            raise KilledError

    without_journal(tmp_path / "data" / FILE_NAME, None)
    try:
        put_in_place(tmp_path / "data" / FILE_NAME, tmp_path / "next.db", None if is_plain else "b", stop)
    except KilledError:
        assert step != "never"
    new = ("", ["plain"]) if is_plain else ("b", ["after"])
    assert standing(tmp_path / "data") == (("", ["before"]) if step == "made" else new)
    assert not list((tmp_path / "data").glob("restoring*"))


def a_plain_copy(folder: Path) -> Path:
    desk = Desk(folder / "plain")
    desk.firm(a_firm("plain"))
    copy = desk.workspace.backups.save(folder / "plain-copy")
    desk.close()
    return copy


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_killed_at_random_moments_it_is_the_one_or_the_other(tmp_path: Path, repository: Path) -> None:
    copies = [a_copy(tmp_path, name, letter) for name, letter in (("one", "a"), ("two", "b"))]
    copies.append(a_plain_copy(tmp_path))
    folder = tmp_path / "data"
    desk = Desk(folder)
    desk.firm(a_firm("plain"))
    desk.close()
    seen = set()
    chance = random.Random(7)  # noqa: S311 - no secret
    for run in range(MOST_KILLS):
        if run >= KILLS and len(seen) > 1:
            break
        restorer = subprocess.Popen(
            [sys.executable, str(RESTORER), str(folder), *map(str, copies)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(repository)},
        )
        with restorer:
            assert restorer.stdout is not None
            assert restorer.stderr is not None
            assert restorer.stdout.readline() == "ready\n", restorer.stderr.read()
            for _ in range(chance.randint(0, 3)):
                restorer.stdout.readline()
            time.sleep(chance.uniform(0, 0.15))
            restorer.kill()
        found = standing(folder)
        assert found in (("", ["plain"]), ("a", ["one"]), ("a", ["two"]), ("a", ["plain"]))
        seen.add((found[0], *found[1]))
    assert len(seen) > 1
    assert not [entry.name for entry in folder.iterdir() if entry.name.startswith(("scratch", "restoring"))]


def test_a_former_journal_is_never_played_into_the_new_database(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "data")
    desk.firm(a_firm("before"))
    unpack(a_plain_copy(tmp_path), tmp_path / "next.db")
    log = desk.folder / f"{FILE_NAME}-wal"
    former = log.read_bytes()
    desk.close()
    assert former

    def leave_a_log(behind: str) -> None:
        if behind == "ready":
            log.write_bytes(former)

    put_in_place(desk.folder / FILE_NAME, tmp_path / "next.db", None, leave_a_log)
    assert standing(desk.folder) == ("", ["plain"])


def test_a_database_that_is_being_read_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path / "data")
    desk.firm(a_firm("before"))
    preview = desk.workspace.backups.preview(a_plain_copy(tmp_path))
    other = connect(desk.folder / FILE_NAME)
    other.execute("BEGIN")
    other.execute("SELECT * FROM company").fetchone()
    with pytest.raises(StorageError, match="another program is using it"):
        desk.workspace.backups.restore(preview, takes_another=True)
    other.close()
    assert desk.names() == [("before", "T0")]
    desk.workspace.backups.restore(preview, takes_another=True)
    assert desk.names() == [("plain", "T0")]
    desk.close()
