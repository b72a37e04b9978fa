"""A week without the server, from the command line: taken along, worked on, brought back, wiped."""

from pathlib import Path

import pytest

from desktop.storage import FileDatabase
from desktop.storage.vault.vault_file import read_vault
from tests.desks import Desk, a_firm, the_content
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
