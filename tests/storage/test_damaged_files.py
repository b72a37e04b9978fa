"""A file that must not be used is refused with a sentence and left exactly as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from functools import partial
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.inspection import DamagedError
from desktop.storage.store import Store
from desktop.text import wording
from tests.storage.copy_builders import run_sql
from tests.storage.large_files import damage_the_photo, make_large

pytestmark = pytest.mark.of_files

Opening = Callable[[], AbstractContextManager[Store]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed, whole database of some twenty pages, with one company in round 1."""
    database = FileDatabase(tmp_path_factory.mktemp("whole"))
    store = Store(database)
    round_id = store.create(Company(name="Panificio Lorusso", headcount=6), (), Constraints())
    for number in range(60):
        store.save_answer(round_id, QuestionKey(f"check/question-{number}"), "x" * 500)
    database.close()
    return database.path.read_bytes()


@pytest.fixture
def file(whole: bytes, folder: Path) -> Path:
    """The whole database in a folder of its own, ready to be damaged."""
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(whole)
    return folder / FILE_NAME


def flip(file: Path, offset: int) -> None:
    data = bytearray(file.read_bytes())
    data[offset] ^= 0xFF
    file.write_bytes(data)


def make_garbage(file: Path) -> None:
    file.write_bytes(b"This is no database at all. " * 400)


def truncate_in_the_middle(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def keep_one_page(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:4096])


def keep_the_magic_alone(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:16])


def flip_the_magic(file: Path) -> None:
    flip(file, 0)


def flip_the_page_size(file: Path) -> None:
    flip(file, 16)


def zero_the_pages(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:4096] + bytes(file.stat().st_size - 4096))


def put_another_program_there(file: Path) -> None:
    file.unlink()
    run_sql(file, "CREATE TABLE songs (title TEXT)", "INSERT INTO songs VALUES ('Azzurro')")


def write_a_newer_revision(file: Path) -> None:
    run_sql(file, "UPDATE alembic_version SET version_num = '9999'")


def drop_the_revision(file: Path) -> None:
    run_sql(file, "DROP TABLE alembic_version")


DAMAGES = (
    make_garbage,
    truncate_in_the_middle,
    keep_one_page,
    keep_the_magic_alone,
    flip_the_magic,
    flip_the_page_size,
    zero_the_pages,
    put_another_program_there,
    write_a_newer_revision,
    drop_the_revision,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_file_that_cannot_be_used_is_refused_and_left_untouched(
    file: Path, damage: Callable[[Path], None]
) -> None:
    damage(file)
    before = file.read_bytes()
    with pytest.raises(StorageError, match="left untouched") as refusal:
        FileDatabase(file.parent)
    assert str(file) in str(refusal.value)
    assert "stato toccato" in wording("it").tell(refusal.value.sentence)
    assert file.read_bytes() == before


def test_a_newer_file_asks_for_the_newer_version(file: Path) -> None:
    write_a_newer_revision(file)
    with pytest.raises(StorageError, match="written by a newer Sestante"):
        FileDatabase(file.parent)


def test_another_programs_file_is_named_as_such(file: Path) -> None:
    put_another_program_there(file)
    with pytest.raises(StorageError, match="database of another program"):
        FileDatabase(file.parent)


def test_a_file_another_program_holds_is_not_called_damaged(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", partial(connect, timeout=0))
    with closing(connect(file)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="another program is using it") as refusal:
            FileDatabase(file.parent)
    assert "damaged" not in str(refusal.value)


def test_a_refused_folder_is_free_for_the_next_start(file: Path, whole: bytes) -> None:
    make_garbage(file)
    with pytest.raises(StorageError):
        FileDatabase(file.parent)
    file.write_bytes(whole)
    FileDatabase(file.parent).close()


def test_an_empty_file_is_a_new_workspace(folder: Path, opened: Opening) -> None:
    folder.mkdir()
    (folder / FILE_NAME).touch()
    with opened() as store:
        assert store.summaries() == ()


@pytest.mark.parametrize("offset", range(100))
def test_a_flipped_byte_of_the_header_never_ends_in_a_traceback(file: Path, offset: int) -> None:
    flip(file, offset)
    damaged = file.read_bytes()
    try:
        FileDatabase(file.parent).close()
    except StorageError:
        assert file.read_bytes() == damaged


def test_damage_that_cannot_be_quoted_is_refused_with_a_sentence(file: Path) -> None:
    data = file.read_bytes().replace(b"CREATE TABLE company", b"CREATE TABLX company")
    file.write_bytes(data.replace(b"tablecompany", b"table\xf1ompany"))
    with pytest.raises(StorageError):
        FileDatabase(file.parent)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET value = '[\"half a li' WHERE question_id = 1",
        "UPDATE round SET place = '{\"half'",
        "UPDATE round SET constraints = '{\"half'",
        "UPDATE company SET headcount = 'six'",
        "UPDATE company SET name = x'ff00'",
    ],
)
def test_a_value_that_cannot_be_read_is_said_in_a_sentence(
    file: Path, opened: Opening, statement: str
) -> None:
    run_sql(file, statement)
    with opened() as store, pytest.raises(StorageError):
        store.load(1)


def test_a_large_damaged_file_may_be_read_at_once_and_is_never_written(file: Path) -> None:
    make_large(file)
    damage_the_photo(file)
    damaged = file.read_bytes()
    with closing(FileDatabase(file.parent, is_read_at_once=True)) as database:
        with database.reading() as rows:
            assert rows("SELECT name FROM company")[0]["name"] == "Panificio Lorusso"
        for _ in range(2):
            with pytest.raises(DamagedError, match="is damaged"):
                Store(database).create(Company(name="Forno Bruno", headcount=4), (), Constraints())
    assert file.read_bytes() == damaged
    with pytest.raises(DamagedError, match="is damaged"):
        FileDatabase(file.parent)


def test_a_large_whole_file_that_is_read_at_once_is_written_and_closed_at_any_time(file: Path) -> None:
    make_large(file)
    FileDatabase(file.parent, is_read_at_once=True).close()
    with closing(FileDatabase(file.parent, is_read_at_once=True)) as database:
        Store(database).create(Company(name="Forno Bruno", headcount=4), (), Constraints())
        with database.reading() as rows:
            assert len(rows("SELECT name FROM company")) == 2
