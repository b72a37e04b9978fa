"""Copies of the workspace from the command line: written, listed, looked into, put back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from desktop.storage.copies.container import verify
from tests.desks import Desk, a_firm

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder with two companies, closed."""
    desk = Desk(tmp_path / "data")
    for name in ("Forno Ada", "Officina Bruno"):
        desk.firm(a_firm(name))
    desk.close()
    return tmp_path / "data"


@pytest.fixture
def copy(data: Path, run_here: Run, tmp_path: Path) -> Path:
    finished = run_here("--data", data, "backup", tmp_path / "all", "--lang", "en")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == f"Written: {tmp_path / 'all.sestante-copy'}\n"
    return tmp_path / "all.sestante-copy"


def names(data: Path) -> list[str]:
    desk = Desk(data)
    found = [name for name, _ in desk.names()]
    desk.close()
    return found


def test_a_backup_is_whole_and_replaces_nothing_unasked(data: Path, copy: Path, run_here: Run) -> None:
    assert verify(copy).companies == 2
    again = run_here("--data", data, "backup", copy, "--lang", "en")
    assert (again.returncode, again.stdout) == (2, "")
    assert "is there already" in again.stderr
    assert run_here("--data", data, "backup", copy, "--replace").returncode == 0


def test_a_restore_shows_first_what_it_would_do(data: Path, copy: Path, run_here: Run) -> None:
    desk = Desk(data)
    desk.firm(a_firm("Gamma"))
    desk.close()
    shown = run_here("--data", data, "restore", copy, "--lang", "en")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "2 companies, 2 assessments, 0 files and photos" in shown.stdout
    assert "1 company is only here and would be gone." in shown.stdout
    assert "Nothing was done yet. To do it, add --yes." in shown.stdout
    assert names(data) == ["Forno Ada", "Gamma", "Officina Bruno"]
    done = run_here("--data", data, "restore", copy, "--yes", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "What was here before is kept in" in done.stdout
    assert names(data) == ["Forno Ada", "Officina Bruno"]
    listed = run_here("--data", data, "copies", "--lang", "en").stdout
    assert "before a copy was restored. Made on " in listed
    assert "3 companies" in listed


def test_single_companies_are_brought_back_by_name(data: Path, copy: Path, run_here: Run) -> None:
    desk = Desk(data)
    for summary in desk.workspace.cases():
        desk.workspace.register.erase(desk.workspace.case(summary.id).company_id)
    desk.close()
    done = run_here("--data", data, "restore", copy, "--yes", "--only", "forno ada", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert names(data) == ["Forno Ada"]
    unknown = run_here("--data", data, "restore", copy, "--yes", "--only", "Nobody", "--lang", "en")
    assert unknown.returncode == 2
    assert "There are: Forno Ada, Officina Bruno" in unknown.stderr


def test_another_laptop_gets_everything(copy: Path, run_here: Run, tmp_path: Path) -> None:
    done = run_here("--data", tmp_path / "new", "restore", copy, "--yes", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path / "new") == ["Forno Ada", "Officina Bruno"]


def test_another_workspace_is_replaced_only_where_that_is_said(
    data: Path, copy: Path, run_here: Run, tmp_path: Path
) -> None:
    other = Desk(tmp_path / "other")
    other.firm(a_firm("Omega"))
    other.close()
    refused = run_here("--data", tmp_path / "other", "restore", copy, "--yes", "--lang", "en")
    assert refused.returncode == 2
    assert "--other-workspace" in refused.stderr
    assert names(tmp_path / "other") == ["Omega"]
    run_here("--data", tmp_path / "other", "restore", copy, "--yes", "--other-workspace")
    assert names(tmp_path / "other") == ["Forno Ada", "Officina Bruno"]


def test_erased_companies_come_back_only_where_that_is_said(data: Path, copy: Path, run_here: Run) -> None:
    desk = Desk(data)
    desk.workspace.register.erase(desk.workspace.last_case().company_id)
    desk.close()
    run_here("--data", data, "restore", copy, "--yes")
    assert names(data) == ["Forno Ada"]
    run_here("--data", data, "restore", copy, "--yes", "--with-erased")
    assert names(data) == ["Forno Ada", "Officina Bruno"]


def test_no_copies_yet_is_said_so(data: Path, run_here: Run) -> None:
    assert "Non ci sono ancora copie in" in run_here("--data", data, "copies").stdout


def test_a_damaged_copy_is_told_in_a_sentence(data: Path, copy: Path, run_here: Run) -> None:
    copy.write_bytes(copy.read_bytes()[:-1])
    refused = run_here("--data", data, "restore", copy, "--yes", "--lang", "en")
    assert refused.returncode == 2
    assert "is damaged: its database should be" in refused.stderr
    assert names(data) == ["Forno Ada", "Officina Bruno"]
