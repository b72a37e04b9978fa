"""The passphrase is turned on and off; killed at any moment, the workspace is whole."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase, Key, is_locked
from desktop.storage.reader import Reader
from desktop.storage.store import Store
from desktop.storage.vault.turning import turn_off, turn_on
from desktop.storage.vault.vault import WrongSecretError, new_vault
from desktop.storage.vault.vault_file import read_vault, write_vault
from tests.examples import times
from tests.storage.turner import CODE, EASY, PASSPHRASE

pytestmark = pytest.mark.of_files

Opening = Callable[[], AbstractContextManager[Store]]

TURNER = Path(__file__).with_name("turner.py")
MARKER = "Lievito-Madre-4711"
KILLS = times(15)


@pytest.fixture
def filled(opened: Opening, round_id: int, folder: Path) -> Path:
    """A plain data folder with a marker in an answer, an earlier copy, and one in the folder of copies."""
    with opened() as store:
        store.save_answer(round_id, QuestionKey("check/words"), MARKER)
    (folder / "copies").mkdir()
    for name in ("sestante-before-0006-0005-20260101.db", "copies/monday.db"):
        shutil.copy(folder / FILE_NAME, folder / name)
    return folder


def turned(repository: Path, folder: Path, way: str, work: Path, *steps: int) -> list[int]:
    """Turn copies of a folder, each killed at a step, 0 at none: how many steps each came through."""
    finished = subprocess.run(
        [sys.executable, str(TURNER), str(folder), way, str(work), *map(str, steps)],
        env=os.environ | {"PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not finished.stderr
    return [int(count) for count in finished.stdout.split()]


def open_key(folder: Path) -> Key | None:
    return read_vault(folder).open(PASSPHRASE) if is_locked(folder) else None


def answers(folder: Path, key: Key | None) -> list[object]:
    with closing(FileDatabase(folder, key)) as database:
        return list(Reader(database).load(1).answers.values())


def names_of_readable_files(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if MARKER.encode() in path.read_bytes())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("way", ["on", "off"])
def test_killed_at_any_step_the_workspace_is_whole_and_settled_by_the_next_start(
    filled: Path, repository: Path, tmp_path: Path, way: str
) -> None:
    if way == "off":
        turn_on(filled, *new_vault(PASSPHRASE, CODE, EASY))
    [count] = turned(repository, filled, way, tmp_path / "whole", 0)
    chance = random.Random(count)  # noqa: S311 - no secret
    steps = (1, *chance.sample(range(2, count - 1), KILLS - 2), count - 1)
    assert turned(repository, filled, way, tmp_path / "struck", *steps) == [0] * KILLS
    seen = set()
    for step in steps:
        struck = tmp_path / "struck" / str(step)
        key = open_key(struck)
        seen.add(key is None)
        assert answers(struck, key) == [MARKER], step
        left = {path.name for path in struck.rglob("*") if path.name.endswith((".next", ".before", ".tmp"))}
        assert not left, step
        if key is None:
            assert not (struck / "vault.json").exists()
        else:
            assert names_of_readable_files(struck) == [], step
    assert seen == {True, False}  # some were struck before, some after the exchange


def test_turned_on_no_file_can_be_read_and_turned_off_all_can(filled: Path) -> None:
    assert len(names_of_readable_files(filled)) == 3
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    assert turn_on(filled, vault, key) is None
    assert names_of_readable_files(filled) == []
    assert answers(filled, read_vault(filled).open_with_code(CODE.text.lower())) == [MARKER]
    assert turn_off(filled, key) is None
    assert len(names_of_readable_files(filled)) == 3
    assert answers(filled, None) == [MARKER]


def test_an_earlier_copy_that_cannot_be_encrypted_is_named(filled: Path) -> None:
    damaged = filled / "copies" / "monday.db"
    damaged.write_bytes(damaged.read_bytes()[:3000])
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    told = turn_on(filled, vault, key)
    assert str(damaged) in str(told)
    assert answers(filled, key) == [MARKER]


def test_what_was_interrupted_is_told_once(filled: Path) -> None:
    vault, _ = new_vault(PASSPHRASE, CODE, EASY)
    write_vault(filled, vault)  # the next step would have been the exchange
    (filled / f"{FILE_NAME}.next").write_bytes(b"half")
    with closing(FileDatabase(filled)) as database:
        assert "interrupted" in str(database.told)
    with closing(FileDatabase(filled)) as database:
        assert database.told is None
    assert list(filled.glob("vault-before-*.json"))


def test_an_open_workspace_is_not_turned(filled: Path) -> None:
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    with closing(FileDatabase(filled)), pytest.raises(StorageError, match="already open"):
        turn_on(filled, vault, key)
    assert answers(filled, None) == [MARKER]


def test_a_file_that_another_program_holds_is_left_as_it_was(filled: Path) -> None:
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    with closing(sqlite3.connect(filled / FILE_NAME)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM answer").fetchone()
        with pytest.raises(StorageError, match=r"left as it was|used by another"):
            turn_on(filled, vault, key)
    assert answers(filled, None) == [MARKER]


def test_a_link_in_place_of_the_database_is_refused(filled: Path, tmp_path: Path) -> None:
    elsewhere = (filled / FILE_NAME).rename(tmp_path / "elsewhere.db")
    (filled / FILE_NAME).symlink_to(elsewhere)
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    with pytest.raises(StorageError, match="is a link"):
        turn_on(filled, vault, key)
    assert answers(filled, None) == [MARKER]


def test_too_little_room_on_the_disk_is_told_before_anything_is_done(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(filled)._replace(free=1000)
    monkeypatch.setattr("desktop.storage.vault.turning.shutil.disk_usage", lambda _: full)
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    with pytest.raises(StorageError, match="free space"):
        turn_on(filled, vault, key)
    assert not is_locked(filled)
    assert answers(filled, None) == [MARKER]


def test_the_vault_of_another_workspace_is_refused_and_nothing_is_changed(
    filled: Path, tmp_path: Path
) -> None:
    with closing(FileDatabase(tmp_path / "other")) as other:
        other.prepare()
    for folder in (filled, tmp_path / "other"):
        vault, key = new_vault(PASSPHRASE, CODE, EASY)
        turn_on(folder, vault, key)
    before = (filled / FILE_NAME).read_bytes()
    own = (filled / "vault.json").read_bytes()
    shutil.copy(tmp_path / "other" / "vault.json", filled)
    with pytest.raises(StorageError, match="to another workspace"):
        FileDatabase(filled, open_key(filled))
    assert (filled / FILE_NAME).read_bytes() == before
    (filled / "vault.json").write_bytes(own)
    assert answers(filled, open_key(filled)) == [MARKER]


def test_without_its_vault_an_encrypted_file_is_told_from_a_damaged_one(filled: Path) -> None:
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    turn_on(filled, vault, key)
    (filled / "vault.json").rename(filled / "elsewhere.json")
    with pytest.raises(
        StorageError, match=r"vault\.json, which holds its locked key and should be beside it, is missing"
    ):
        FileDatabase(filled)


def test_a_locked_folder_whose_database_is_gone_makes_no_readable_one(filled: Path) -> None:
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    turn_on(filled, vault, key)
    (filled / FILE_NAME).unlink()
    with pytest.raises(StorageError, match="passphrase"):
        FileDatabase(filled)
    with pytest.raises(WrongSecretError):
        read_vault(filled).open("some other passphrase")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_nothing_is_readable_beside_it_while_it_is_used_and_after_it_was_killed(
    filled: Path, repository: Path
) -> None:
    vault, key = new_vault(PASSPHRASE, CODE, EASY)
    turn_on(filled, vault, key)
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from desktop.storage import FileDatabase, Key\nfrom desktop.storage.store import Store\n"
        "from desktop.content.questionnaires.questionnaire import QuestionKey\n"
        "store = Store(FileDatabase(Path(sys.argv[1]), Key(bytes.fromhex(sys.stdin.readline()))))\n"
        "for number in range(50):\n"
        "    store.save_answer(1, QuestionKey(f'check/{number}'), sys.argv[2] + 'x' * 3000)\n"
        "print('saved', flush=True)\nsys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(filled), MARKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(repository)},
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        writer.stdin.write(f"{key.raw.hex()}\n")
        writer.stdin.flush()
        assert writer.stdout.readline() == "saved\n"
        assert (filled / f"{FILE_NAME}-wal").stat().st_size
        assert names_of_readable_files(filled) == []
        writer.kill()
    assert names_of_readable_files(filled) == []
    assert len(answers(filled, key)) == 51
    assert names_of_readable_files(filled) == []
