"""Every command that opens a workspace works on a running server as it does on a file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from desktop.storage import FileDatabase
from desktop.storage.server.address import Address, read_address
from desktop.storage.server.opening import on_server
from desktop.storage.server.passwords import chosen_address, forget_password, has_keyring, keep_password
from desktop.workspace import Workspace
from tests.desks import Desk, a_firm, the_content
from tests.keyrings import Memory, in_memory
from tests.servers import workspace_on
from tests.serving import Server
from tests.stories.conftest import Run

OTHER = "Forno Bruni"


@pytest.fixture
def address(server: Server, tmp_path: Path) -> Iterator[Address]:
    """A workspace on a server with one company, answered in part."""
    with workspace_on(server) as made:
        desk = Desk.__new__(Desk)
        with closing(Workspace(the_content(), on_server(made, FileDatabase(tmp_path / "first")))) as opened:
            desk.workspace = opened
            desk.firm(a_firm())
        yield made


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """What another desk sends."""
    other = Desk(tmp_path / "other")
    path = other.send(other.firm(a_firm(OTHER, "01234567890")), tmp_path / "bruni.sestante")
    other.close()
    return path


def companies(address: Address, folder: Path) -> list[str]:
    with closing(Workspace(the_content(), on_server(address, FileDatabase(folder)))) as opened:
        return sorted(each.name for each in opened.cases())


def test_commands_work_on_the_server(run_here: Run, address: Address, result: Path, tmp_path: Path) -> None:
    own, out = tmp_path / "own", tmp_path / "out"
    secret = tmp_path / "passphrase"
    secret.write_text("correct horse battery staple\n", encoding="utf-8")
    for command in (
        ("import", result),
        ("imports",),
        ("due",),
        ("projects",),
        ("print-all", out, "--handout"),
        ("hub-export", "open-data", "-o", tmp_path / "data.zip", "--aggregated-only"),
        ("export-data", "--company", OTHER, "--to", tmp_path / "held"),
        ("end-event-mode",),
        ("take-along", OTHER, "--to", tmp_path / "laptop", "--folder-passphrase-file", secret),
    ):
        done = run_here("--database", address.written, "--data", own, *command, "--lang", "en")
        assert done.returncode == 0, (command, done.stderr)
        assert f"Working on the server {address.told}" in done.stderr, command
        assert "Traceback" not in done.stderr
    refused = run_here("--database", address.written, "--data", own, "backup", out / "all", "--lang", "en")
    assert "its administrator makes the copies" in refused.stderr
    assert companies(address, own) == [OTHER, "Panificio Lorusso"]
    assert len(list(out.glob("*.pdf"))) == 2


def test_the_variable_and_a_file_with_the_password_do_as_well(
    run_here: Run, server: Server, address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.run("CREATE ROLE anna LOGIN SUPERUSER PASSWORD 'right'")
    entries = (server.folder / "data" / "pg_hba.conf").read_text(encoding="utf-8")
    words = tmp_path / "password"
    words.write_text("right\n", encoding="utf-8")
    monkeypatch.setenv("SESTANTE_DATABASE", address.written.replace("postgres@", "anna@"))
    try:
        _let_in(server, "local all anna scram-sha-256\n" + entries)
        assert "asks for the password" in run_here("--data", tmp_path / "own", "due", "--lang", "en").stderr
        done = run_here("--password-file", words, "--data", tmp_path / "own", "due", "--lang", "en")
        assert done.returncode == 0, done.stderr
        words.write_text("wrong\n", encoding="utf-8")
        done = run_here("--password-file", words, "--data", tmp_path / "own", "due", "--lang", "en")
        assert "password is wrong" in done.stderr
        assert "wrong\n" not in done.stderr.replace("password is wrong", "")
    finally:
        _let_in(server, entries)
        server.run("DROP ROLE anna")


def _let_in(server: Server, entries: str) -> None:
    (server.folder / "data" / "pg_hba.conf").write_text(entries, encoding="utf-8")
    server.run("SELECT pg_reload_conf()")


@pytest.fixture
def ring() -> Iterator[Memory]:
    with in_memory() as memory:
        yield memory


def test_a_password_is_kept_in_the_keyring_alone(ring: Memory) -> None:
    url = "postgresql://anna@hub.example.org/sestante"
    assert keep_password(read_address(url.replace("@", ":right@")))
    assert chosen_address(url).password == "right"  # noqa: S105 - of nobody
    assert chosen_address(url.replace("anna", "bruno")).password == ""
    assert list(ring.kept) == [("Sestante", url)]
    forget_password(read_address(url))
    forget_password(read_address(url))
    assert chosen_address(url).password == ""


def test_without_a_keyring_the_password_is_asked_for(ring: Memory) -> None:
    keyring.set_keyring(NoKeyring())
    assert not has_keyring()
    address = read_address("postgresql://anna:right@hub.example.org/sestante")
    assert not keep_password(address)
    forget_password(address)
    assert chosen_address("postgresql://anna@hub.example.org/sestante").password == ""
