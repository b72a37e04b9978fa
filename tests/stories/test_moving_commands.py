"""A hub moves its workspace to a server and back, with commands alone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.clock import today
from desktop.errors import StorageError
from desktop.storage.server.address import read_address
from desktop.storage.server.rights.roles import groups_of
from desktop.storage.server.rights.setting_up import set_up
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_on
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import read_vault
from desktop.storage.vault.wrapping import Effort
from desktop.text import wording
from desktop.workspace import Place, Workspace
from tests.desks import a_firm
from tests.serving import Server
from tests.stories.conftest import Run
from tests.workspaces import template_on


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """A workspace on a server as `sestante server init` makes it."""
    with server.database(template_on(server)) as name:
        assert list(set_up(read_address(server.url(name))))
        yield server.url(name)
        for group in groups_of(name).values():
            server.run(f"DROP OWNED BY {group}", name)
            server.run(f"DROP ROLE {group}", name)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with two companies."""
    with closing(Workspace.open(tmp_path / "data")) as workspace:
        for name in ("Forno", "Mulino"):
            workspace.create_case(a_firm(name))
    return tmp_path / "data"


def lines(text: str) -> dict[str, list[str]]:
    """The cells of a printed table by its first one."""
    return {line.split()[0]: line.split()[1:] for line in text.splitlines() if line}


def test_there_and_back_the_same_sums_are_told(run_here: Run, data: Path, url: str, tmp_path: Path) -> None:
    there = run_here("server", "move-in", "--lang", "en", "--from", data, "--database", url)
    assert there.returncode == 0, there.stderr
    assert "Verifying company" in there.stderr
    sums = run_here("server", "sums", "--lang", "en", "--database", url)
    back = run_here("server", "move-out", "--lang", "en", "--to", tmp_path / "back", "--database", url)
    assert lines(there.stdout)["company"] == lines(back.stdout)["company"]
    assert lines(sums.stdout).items() <= lines(there.stdout).items()
    assert lines(sums.stdout)["company"][0] == "2"
    with closing(Workspace.open(tmp_path / "back")) as workspace:
        assert workspace.told is None
        assert sorted(each.name for each in workspace.cases()) == ["Forno", "Mulino"]


def test_the_former_folder_is_read_and_says_where_its_companies_are(
    run_here: Run, data: Path, url: str
) -> None:
    words = wording("it")
    assert run_here("server", "move-in", "--lang", "en", "--from", data, "--database", url).returncode == 0
    with closing(Workspace.open(data)) as workspace:
        assert "was moved to postgresql://" in str(workspace.told)
        assert workspace.told is not None
        assert f" il {words.date(today())}. Si può leggere" in words.tell(workspace.told)
        assert len(workspace.cases()) == 2
        case = workspace.case(workspace.cases()[0].id)
        workspace.save_place(case, Place("results"))
        with pytest.raises(StorageError, match="use-file"):
            workspace.create_case(a_firm("Late"))
    told = run_here("server", "use-file", "--lang", "en", "--from", data)
    assert "can be written again" in told.stdout
    with closing(Workspace.open(data)) as workspace:
        workspace.create_case(a_firm("Late"))
    assert "was not moved" in run_here("server", "use-file", "--lang", "en", "--from", data).stdout


def test_at_the_server_the_same_folder_is_this_computers_own(run_here: Run, data: Path, url: str) -> None:
    assert run_here("server", "move-in", "--lang", "en", "--from", data, "--database", url).returncode == 0
    with closing(Workspace.open(data, None, read_address(url))) as workspace:
        workspace.preferences.save(workspace.preferences.read())
        workspace.create_case(a_firm("New"))
        assert sorted(each.name for each in workspace.cases()) == ["Forno", "Mulino", "New"]


def test_a_folder_without_a_workspace_is_told(run_here: Run, url: str, tmp_path: Path) -> None:
    told = run_here("server", "move-in", "--lang", "en", "--from", tmp_path / "none", "--database", url)
    assert told.returncode != 0
    assert "There is no workspace in" in told.stderr
    assert not (tmp_path / "none").exists()


def test_an_encrypted_folder_moves_with_its_passphrase(
    run_here: Run, data: Path, url: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("correct horse battery", encoding="utf-8")
    turn_on(data, *new_vault("correct horse battery", RecoveryCode.new(), Effort(2**14)))
    asked = run_here("server", "move-in", "--lang", "en", "--from", data, "--database", url)
    assert "protected by a passphrase" in asked.stderr
    told = run_here(
        "--passphrase-file", secret, "server", "move-in", "--lang", "en", "--from", data, "--database", url
    )
    assert lines(told.stdout)["company"][0] == "2"


def test_moved_out_with_a_passphrase_the_folder_opens_with_it_alone(
    run_here: Run, data: Path, url: str, tmp_path: Path
) -> None:
    secret, out = tmp_path / "secret", tmp_path / "out"
    secret.write_text("correct horse battery", encoding="utf-8")
    assert run_here("server", "move-in", "--lang", "en", "--from", data, "--database", url).returncode == 0
    way = ("server", "move-out", "--lang", "en", "--to", out, "--database", url, "--passphrase-file", secret)
    told = run_here(*way)
    assert "The folder is encrypted" in told.stdout, told.stderr
    [code] = [line.partition(": ")[2] for line in told.stdout.splitlines() if "Recovery code" in line]
    vault = read_vault(out)
    for key in (vault.open("correct horse battery"), vault.open_with_code(code)):
        with closing(Workspace.open(out, key)) as workspace:
            assert len(workspace.cases()) == 2
    assert "holds something already" in run_here(*way).stderr


def test_a_weak_passphrase_is_refused_before_anything_is_moved(
    run_here: Run, url: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("short", encoding="utf-8")
    way = ("server", "move-out", "--lang", "en", "--to", tmp_path / "out", "--database", url)
    told = run_here(*way, "--passphrase-file", secret)
    assert told.returncode != 0
    assert "at least 8 letters" in told.stderr
    assert not (tmp_path / "out").exists()
