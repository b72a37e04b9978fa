"""A workspace moves to a server and back: all of it, verified, or nothing."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from time import sleep

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from desktop.content.company import Company, Constraints
from desktop.errors import StorageError
from desktop.stopping import Stop, StoppedError, ended_by
from desktop.storage import FileDatabase
from desktop.storage.moving.carried import tables
from desktop.storage.moving.moved import moved_to, refuse_where_moved, unmark
from desktop.storage.moving.moving import move_in, move_out, sums_of_server
from desktop.storage.places import PLAIN_HEADER, is_locked
from desktop.storage.server.address import Address, read_address
from desktop.storage.store import Store
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import read_vault
from desktop.storage.vault.wrapping import Effort
from desktop.text import Sentence
from tests.examples import examples
from tests.serving import Server
from tests.storage.any_rows import fill
from tests.workspaces import TEMPLATE, Place, empty

QUESTION = "SELECT count(*) FROM company"


@pytest.fixture
def url(template: Server) -> Iterator[str]:
    """An empty workspace on a server."""
    with template.database(TEMPLATE) as name:
        yield template.url(name)


@pytest.fixture
def address(url: str) -> Address:
    return read_address(url)


@pytest.fixture
def source(folder: Path) -> Iterator[FileDatabase]:
    """An open file with two companies, the first with answers."""
    database = FileDatabase(folder)
    store = Store(database)
    one = store.create(Company(name="Forno", headcount=3), (), Constraints())
    store.create(Company(name="Biscottificio", headcount=3), (), Constraints())
    store.save_answer(one, "technology-check/backup", {"a": "è"})
    yield database
    database.close()


@contextmanager
def opened(folder: Path) -> Iterator[FileDatabase]:
    with closing(FileDatabase(folder)) as database:
        yield database


def silent(_: Sentence) -> None:
    """Nobody watches."""


def companies(url: str) -> int:
    return Place(Path(), url).read(QUESTION)[0][0]


@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture], phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_there_and_back_everything_is_as_it_was(
    url: str, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder, address = tmp_path_factory.mktemp("moving"), read_address(url)
    empty(url)
    fill(folder / "here", Random(seed))  # noqa: S311 - no secret
    with opened(folder / "here") as database:
        moved = move_in(database, address, silent)
    assert moved == sums_of_server(address)
    assert move_out(address, folder / "back", silent) == moved
    empty(url)
    with opened(folder / "back") as database:
        assert move_in(database, address, silent) == moved


def test_whoever_works_on_goes_on_where_the_file_ended(
    source: FileDatabase, url: str, tmp_path: Path
) -> None:
    move_in(source, read_address(url), silent)
    with closing(Place(tmp_path / "desk", url).open()) as database:
        store = Store(database)
        store.create(Company(name="Neu", headcount=1), (), Constraints())
        assert sorted(each.name for each in store.summaries()) == ["Biscottificio", "Forno", "Neu"]
        assert store.load(1).answers == {"technology-check/backup": {"a": "è"}}


def test_what_was_moved_is_read_and_written_no_more_until_somebody_says_so(
    source: FileDatabase, address: Address, folder: Path
) -> None:
    move_in(source, address, silent)
    source.close()
    with opened(folder) as again:
        refuse_where_moved(again)
        assert again.told is not None
        assert replace(address, user="").told in str(again.told)  # not whose login moved it
        assert len(Store(again).summaries()) == 2
        with pytest.raises(StorageError, match="was moved to"):
            Store(again).create(Company(name="Late", headcount=1), (), Constraints())
    with opened(folder) as again:
        assert unmark(again)
        refuse_where_moved(again)
        Store(again).create(Company(name="Late", headcount=1), (), Constraints())


def test_a_database_that_holds_something_else_is_refused(
    source: FileDatabase, url: str, tmp_path: Path
) -> None:
    with closing(Place(tmp_path / "desk", url).open()) as database:
        Store(database).create(Company(name="Other", headcount=1), (), Constraints())
    with pytest.raises(StorageError, match="holds something else already"):
        move_in(source, read_address(url), silent)
    assert companies(url) == 1
    assert moved_to(source) is None


def test_a_move_whose_end_nobody_saw_is_only_marked_when_it_is_repeated(
    source: FileDatabase, address: Address
) -> None:
    first = move_in(source, address, silent)
    assert unmark(source)
    assert move_in(source, address, silent) == first
    assert moved_to(source) is not None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE company SET name = 'a' || char(0) || 'b' WHERE id = 2", "row 2, name: .*NUL"),
        ("UPDATE company SET contact_name = CAST(x'eda080' AS text)", "contact_name: .*incomplete character"),
        ("UPDATE company SET headcount = 3000000000", "headcount: .*too large"),
        ("UPDATE company SET headcount = 'many'", "headcount: .*no whole number"),
        ("UPDATE company SET created_at = 'once'", "created_at: .*no moment"),
        ("UPDATE company SET vat = printf('%.9000c', 'x')", "vat: .*too long"),
        ("UPDATE company SET sector = x'00ff'", "sector: .*no text: 00ff"),
        ("UPDATE round SET company_id = 9 WHERE id = 2", "refers to something that is not there"),
    ],
)
def test_what_a_server_cannot_hold_is_found_beforehand_and_told(
    source: FileDatabase, url: str, change: str, told: str
) -> None:
    with closing(sqlite3.connect(source.path)) as file:
        file.execute(change)
        file.commit()
    with pytest.raises(StorageError, match=told):
        move_in(source, read_address(url), silent)
    assert companies(url) == 0


def test_nothing_arrives_where_the_move_was_given_up_half_way(source: FileDatabase, address: Address) -> None:
    stop = Stop()

    def watch(doing: Sentence) -> None:
        if str(doing) == "Moving round":
            stop.want()

    with pytest.raises(StoppedError), ended_by(stop):
        move_in(source, address, watch)
    assert not any(each.rows for each in sums_of_server(address).values())
    move_in(source, address, silent)


def test_a_value_that_changes_on_its_way_is_noticed(source: FileDatabase, url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("ALTER TABLE company ALTER COLUMN name TYPE char(20)")
    with pytest.raises(StorageError, match=r"not what was sent \(company\)"):
        move_in(source, read_address(url), silent)
    assert companies(url) == 0


def test_moved_out_behind_a_passphrase_nothing_readable_was_ever_written(
    source: FileDatabase, address: Address, tmp_path: Path
) -> None:
    moved = move_in(source, address, silent)
    vault, key = new_vault("correct horse battery", RecoveryCode.new(), Effort(2**14))
    beside = tmp_path / "out.moving"

    def watch(_: Sentence) -> None:
        files = [each.read_bytes() for each in beside.rglob("*") if each.is_file()]
        assert not any(b"Biscottificio" in each or PLAIN_HEADER in each for each in files)

    assert move_out(address, tmp_path / "out", watch, (vault, key)) == moved
    assert is_locked(tmp_path / "out")
    opened_by = read_vault(tmp_path / "out").open("correct horse battery")
    with closing(FileDatabase(tmp_path / "out", opened_by)) as database:
        assert {each.name for each in Store(database).summaries()} == {"Biscottificio", "Forno"}


def test_the_server_waits_as_long_as_the_file_takes(
    source: FileDatabase, address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = move_in(source, address, silent)
    given = {"idle_in_transaction_session_timeout": "100ms"}
    monkeypatch.setattr("desktop.storage.server.parameters._OPTIONS", given)

    def watch(doing: Sentence) -> None:
        if str(doing) == "Verifying company":
            sleep(0.3)

    assert move_out(address, tmp_path / "out", watch) == moved


def test_looking_through_the_file_ends_as_soon_as_it_is_given_up(
    source: FileDatabase, address: Address
) -> None:
    stop = Stop()

    def watch(doing: Sentence) -> None:
        if str(doing) == "Looking at company":
            stop.want()
        assert str(doing) in {f"Looking at {each.name}" for each in tables()}

    with pytest.raises(StoppedError), ended_by(stop):
        move_in(source, address, watch)


MOVER = """
import sys
from pathlib import Path
from desktop.storage import FileDatabase
from desktop.storage.moving.moving import move_in, move_out
from desktop.storage.server.address import read_address
way, folder, url, until = sys.argv[1:]
def watch(doing):
    if str(doing) == until:
        print("now", flush=True)
        sys.stdin.read()
if way == "in":
    move_in(FileDatabase(Path(folder)), read_address(url), watch)
else:
    move_out(read_address(url), Path(folder), watch)
"""


def kill_during(repository: Path, *given: str) -> None:
    """Start a move, and kill it at the step named last."""
    command = (sys.executable, "-c", MOVER, *given)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=repository, stdin=pipe, stdout=pipe, text=True) as moving:
        assert moving.stdout is not None
        assert moving.stdout.readline() == "now\n"
        moving.kill()


@pytest.mark.parametrize("step", ["Looking at round", "Moving round", "Verifying company"])
def test_killed_half_way_nothing_is_there_and_it_can_be_done_again(
    source: FileDatabase, url: str, repository: Path, step: str
) -> None:
    source.close()
    kill_during(repository, "in", str(source.folder), url, step)
    assert companies(url) == 0
    with opened(source.folder) as again:
        assert moved_to(again) is None
        assert move_in(again, read_address(url), silent)["company"].rows == 2


@pytest.mark.parametrize("step", ["Moving round", "Verifying company"])
def test_killed_on_the_way_out_no_folder_is_there_and_it_can_be_done_again(
    source: FileDatabase, url: str, repository: Path, tmp_path: Path, step: str
) -> None:
    move_in(source, read_address(url), silent)
    kill_during(repository, "out", str(tmp_path / "out"), url, step)
    assert not (tmp_path / "out").exists()
    move_out(read_address(url), tmp_path / "out", silent)
    with opened(tmp_path / "out") as database:
        assert len(Store(database).summaries()) == 2
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("out")] == ["out"]


def test_a_folder_that_holds_something_is_not_written_to(address: Address, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StorageError, match="holds something already"):
        move_out(address, tmp_path, silent)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("is_a_link", [False, True])
def test_whatever_has_the_name_of_the_folder_in_between_is_not_removed(
    address: Address, tmp_path: Path, *, is_a_link: bool
) -> None:
    thesis = tmp_path / "out.moving"
    if is_a_link:
        (tmp_path / "elsewhere").mkdir()
        thesis.symlink_to(tmp_path / "elsewhere")
    else:
        thesis.mkdir()
    (thesis / "thesis.odt").write_text("years of work", encoding="utf-8")
    with pytest.raises(StorageError, match="is in the way"):
        move_out(address, tmp_path / "out", silent)
    assert (thesis / "thesis.odt").read_text(encoding="utf-8") == "years of work"


def test_an_empty_folder_may_be_named_in_any_way(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("here", "linked"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "linked")
    monkeypatch.chdir(tmp_path / "here")
    move_out(address, Path(), silent)
    move_out(address, tmp_path / "link", silent)
    for name in ("here", "link"):
        assert (tmp_path / name / "sestante.db").is_file()
    with pytest.raises(StorageError, match="holds something already"):
        move_out(address, Path("/"), silent)


@pytest.mark.parametrize("moment", ["infinity", "-infinity", "0044-03-15 BC", "12000-01-01"])
def test_moments_that_no_calendar_knows_keep_nobody_from_leaving(
    source: FileDatabase, url: str, tmp_path: Path, moment: str
) -> None:
    move_in(source, read_address(url), silent)
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE round SET changed_at = CAST(%s AS timestamp)", (moment,))
        connection.execute("UPDATE company SET keep_until = CAST(%s AS date) WHERE id = 1", (moment,))
    move_out(read_address(url), tmp_path / "out", silent)
    with opened(tmp_path / "out") as database:
        assert {each.name for each in Store(database).summaries()} == {"Forno", "Biscottificio"}
        assert Store(database).load(1).company.name == "Forno"


def test_only_who_owns_the_database_moves_it(source: FileDatabase, template: Server, url: str) -> None:
    template.run("CREATE ROLE visitor LOGIN")
    try:
        address = read_address(url.replace("postgres@", "visitor@"))
        with psycopg.connect(url) as connection:
            connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO visitor")
        with pytest.raises(StorageError, match="Sign in as postgres"):
            move_in(source, address, silent)
    finally:
        with psycopg.connect(url) as connection:
            connection.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM visitor")
        template.run("DROP ROLE visitor")
