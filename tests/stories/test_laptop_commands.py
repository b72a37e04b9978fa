"""A week without the server, from the command line: taken along, worked on, brought back, wiped."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desktop.storage import FILE_NAME, FileDatabase
from desktop.storage.connecting import connect
from desktop.storage.loan_reader import loans
from desktop.storage.server.address import read_address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.opening import on_server
from desktop.storage.server.schema import bring_up_to_date
from desktop.storage.vault.vault_file import read_vault
from tests.desks import Desk, a_firm, the_content
from tests.laptops import Office
from tests.serving import Server
from tests.stories.conftest import Run

WORDS = "correct horse battery staple"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{WORDS}\n", encoding="utf-8")
    return path


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    desk = Desk(tmp_path / "hub")
    for name in ("Alfa", "Beta"):
        desk.firm(a_firm(name))
    desk.close()
    return desk.folder


@pytest.fixture
def out(hub: Path, secret: Path, tmp_path: Path, run_here: Run) -> Path:
    """Alfa, taken along."""
    folder = tmp_path / "laptop"
    done = run_here(
        *("--data", hub, "take-along", "Alfa", "--to", folder),
        *("--folder-passphrase-file", secret, "--lang", "en"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 company is in" in done.stdout
    assert "Recovery code, shown this once:" in done.stdout
    return folder


def work_on(folder: Path, name: str, places: range, key: bool) -> None:  # noqa: FBT001
    """Answer some questions of a company."""
    from desktop.workspace import Workspace

    database = FileDatabase(folder, read_vault(folder).open(WORDS) if key else None)
    workspace = Workspace(the_content(), database)
    desk = Desk.__new__(Desk)
    desk.workspace = workspace
    [summary] = [each for each in workspace.cases() if each.name == name]
    desk.answer(workspace.case(summary.id), places)
    workspace.close()


def answers(folder: Path, name: str) -> int:
    from desktop.workspace import Workspace

    workspace = Workspace(the_content(), FileDatabase(folder))
    [summary] = [each for each in workspace.cases() if each.name == name]
    found = len(workspace.case(summary.id).sheet)
    workspace.close()
    return found


def test_what_was_answered_on_the_laptop_comes_back_and_the_folder_goes(
    hub: Path, out: Path, secret: Path, run_here: Run
) -> None:
    work_on(out, "Alfa", range(3, 6), key=True)
    back = ("--data", hub, "bring-back", out, "--folder-passphrase-file", secret, "--lang", "en", "--wipe")
    done = run_here(*back)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Alfa: brought back" in done.stdout
    assert answers(hub, "Alfa") == 6
    assert not out.exists()


@pytest.mark.parametrize("only", [(), ("--only", "Alfa")])
def test_what_an_older_copy_of_the_hub_lacks_is_brought_back_again(
    hub: Path, out: Path, secret: Path, run_here: Run, only: tuple[str, ...]
) -> None:
    copy = hub.parent / "before.sestante-copy"
    assert run_here("--data", hub, "backup", copy).returncode == 0
    work_on(out, "Alfa", range(3, 6), key=True)
    back = ("--data", hub, "bring-back", out, "--folder-passphrase-file", secret, "--lang", "en")
    assert run_here(*back).returncode == 0
    done = run_here("--data", hub, "restore", copy, "--yes", *only)
    assert (done.returncode, done.stderr) == (0, "")
    assert answers(hub, "Alfa") == 3
    for _ in range(2):
        done = run_here(*back)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Alfa: brought back" in done.stdout
        assert answers(hub, "Alfa") == 6


def test_what_others_put_into_the_folder_stays_and_is_told(
    hub: Path, out: Path, secret: Path, run_here: Run
) -> None:
    from desktop.workspace import Workspace

    workspace = Workspace(the_content(), FileDatabase(out, read_vault(out).open(WORDS)))
    workspace.backups.keep_daily()
    workspace.close()
    theirs = [out / "copies" / "minutes.txt", out / "offer.pdf", out / "photos" / "shop.jpg"]
    for path in theirs:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"of somebody")
    assert any((out / "copies").glob("*.sestante-copy"))
    back = ("--data", hub, "bring-back", out, "--folder-passphrase-file", secret, "--lang", "en", "--wipe")
    done = run_here(*back)
    assert (done.returncode, done.stderr) == (0, "")
    assert "What others put there stays: copies, offer.pdf, photos." in done.stdout
    assert sorted(path for path in out.rglob("*") if path.is_file()) == theirs
    assert {path.read_bytes() for path in theirs} == {b"of somebody"}


def test_a_company_left_out_is_told_as_such(hub: Path, out: Path, secret: Path, run_here: Run) -> None:
    from desktop.workspace import Workspace

    workspace = Workspace(the_content(), FileDatabase(hub))
    workspace.register.erase(workspace.rights.find("Alfa"), "request")
    workspace.close()
    back = ("--data", hub, "bring-back", out, "--folder-passphrase-file", secret, "--lang", "en")
    done = run_here(*back)
    assert done.returncode == 1
    assert "Alfa: deleted on the server; make it again, or leave it out" in done.stdout
    assert "--make-again" in done.stdout
    for told in (run_here(*back, "--leave-out"), run_here(*back)):
        assert told.returncode == 0
        assert "Alfa: deleted on the server, and left out" in told.stdout
        assert "Alfa: brought back" not in told.stdout


def test_a_folder_that_is_not_new_is_left_alone(hub: Path, out: Path, secret: Path, run_here: Run) -> None:
    again = ("--data", hub, "take-along", "Beta", "--to", out, "--folder-passphrase-file", secret)
    done = run_here(*again, "--lang", "en")
    assert done.returncode == 2
    assert "already holds something" in done.stderr


def test_a_folder_of_another_workspace_is_refused(
    out: Path, secret: Path, tmp_path: Path, run_here: Run
) -> None:
    other = Desk(tmp_path / "other")
    other.firm(a_firm("Gamma"))
    other.close()
    back = ("bring-back", out, "--folder-passphrase-file", secret, "--lang", "en")
    done = run_here("--data", tmp_path / "other", *back)
    assert done.returncode == 2
    assert "Sign in there to bring them back" in done.stderr
    done = run_here("--data", tmp_path / "other", "bring-back", tmp_path / "nothing", *back[2:])
    assert "holds no data of Sestante" in done.stderr
    assert not (tmp_path / "nothing").exists()


def test_a_wrong_passphrase_changes_nothing(hub: Path, out: Path, tmp_path: Path, run_here: Run) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("another horse", encoding="utf-8")
    done = run_here("--data", hub, "bring-back", out, "--folder-passphrase-file", wrong, "--lang", "en")
    assert done.returncode == 2
    assert "This is not the passphrase of this workspace" in done.stderr


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE answer SET value = '{'",
        "UPDATE answer SET value = '\"a' || char(0) || '\"'",
        "UPDATE answer SET answered_at = 'never'",
        "UPDATE company SET headcount = -5",
        "UPDATE company SET headcount = 'many'",
    ],
)
def test_what_cannot_be_read_on_a_laptop_replaces_nothing_in_the_office(
    hub: Path, out: Path, secret: Path, run_here: Run, damage: str
) -> None:
    before = answers(hub, "Alfa")
    work_on(out, "Alfa", range(3), key=True)
    with closing(connect(out / FILE_NAME, read_vault(out).open(WORDS))) as file:
        file.execute(damage)
        file.commit()
    given = ("--folder-passphrase-file", secret, "--mine", "--lang", "en")
    done = run_here("--data", hub, "bring-back", out, *given)
    assert done.returncode == 2
    assert re.search("[Oo]n the laptop.* cannot be read", done.stderr)
    assert answers(hub, "Alfa") == before
    assert out.is_dir()


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    with server.database() as name:
        engine = engine_on(read_address(server.url(name)))
        bring_up_to_date(engine, name)
        engine.dispose()
        yield server.url(name)


@contextmanager
def office_at(folder: Path, url: str = "") -> Iterator[Office]:
    """The server's workspace as another desk has it, or the laptop's."""
    key = None if url else read_vault(folder).open(WORDS)
    own = FileDatabase(folder, key)
    office = Office(on_server(read_address(url), own) if url else own)
    yield office
    office.database.close()


def test_a_week_without_the_server(url: str, secret: Path, tmp_path: Path, run_here: Run) -> None:
    """What was written on both sides is listed first; with a choice for all of it, everything comes back."""
    out, there = tmp_path / "laptop", tmp_path / "other"
    words = ("--database", url, "--folder-passphrase-file", secret, "--lang", "en")
    with office_at(there, url) as office:
        uuid = office.firm("Alfa")
    done = run_here("--data", tmp_path / "desk", "take-along", "Alfa", "--to", out, *words)
    assert done.returncode == 0, done.stderr
    with office_at(out) as laptop:
        laptop.answer(uuid, "never")
        laptop.answer(uuid, "no", 2)
    with office_at(there, url) as office:
        assert [each.company for each in loans(office.database)] == ["Alfa"]
        office.answer(uuid, "tested")
    back = ("--data", tmp_path / "desk", "bring-back", out, *words)
    done = run_here(*back, "--wipe")
    assert done.returncode == 1, done.stderr
    assert "Alfa: 1 thing was changed on both sides" in done.stdout
    assert "    server: Nearly all" in done.stdout
    assert "--mine (the laptop's counts) or --theirs (the server's counts)" in done.stdout
    assert out.exists()
    done = run_here(*back, "--mine", "--wipe")
    assert done.returncode == 0, done.stderr
    assert not out.exists()
    with office_at(there, url) as office:
        assert list(office.answers(uuid).values()) == ["never", "no"]
        assert loans(office.database) == ()


def test_a_server_that_is_gone_leaves_the_folder_as_it_is(
    hub: Path, out: Path, secret: Path, tmp_path: Path, run_here: Run
) -> None:
    gone = f"postgresql://anna@/hub?host={tmp_path}"
    back = ("bring-back", out, "--folder-passphrase-file", secret, "--lang", "en", "--wipe")
    done = run_here("--data", hub, *back, "--database", gone)
    assert done.returncode == 2
    assert "the server may be switched off" in done.stderr
    assert run_here("--data", hub, *back).returncode == 0
