"""A hub without a window: it looks again at a folder each night, and reads what became of the files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from desktop.storage import FILE_NAME
from tests.desks import Desk, a_firm

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


def test_a_folder_is_looked_at_again_and_the_imports_are_listed(
    run_here: Run, theirs: Desk, tmp_path: Path
) -> None:
    drop, table = tmp_path / "drop", tmp_path / "table.csv"
    drop.mkdir()
    theirs.send(theirs.firm(a_firm("Forno Rossi")), drop / "rossi.sestante")
    (drop / "figures.xlsx").write_bytes(b"PK")
    data = ["--data", str(tmp_path / "data")]
    first = run_here(*data, "look-again", "--folder", str(drop), "--lang", "en")
    assert (first.returncode, first.stdout) == (0, "1 new company\n")
    again = run_here(*data, "look-again", "--lang", "en")
    assert (again.returncode, again.stdout) == (0, "Nothing new since last time.\n")
    listed = run_here(*data, "imports", "--lang", "en").stdout
    assert "drop: Came in 1, Other files 1" in listed
    told = run_here(*data, "imports", "1", "--find", "figures", "--lang", "en").stdout
    assert told.startswith("figures.xlsx  Other file  This kind of file carries no plan.")
    run_here(*data, "imports", "1", "--csv", str(table), "--lang", "en")
    assert "rossi.sestante;Forno Rossi, T0;New company" in table.read_text("utf-8-sig")
    database = tmp_path / "data" / FILE_NAME
    slip = run_here(*data, "imports", "1", "--csv", str(database), "--lang", "en")
    assert "holds something else and was left as it is" in slip.stderr
    assert database.read_bytes().startswith(b"SQLite")


def test_a_folder_that_is_not_there_changes_nothing(run_here: Run, tmp_path: Path) -> None:
    data, drop = ["--data", str(tmp_path / "data")], tmp_path / "drop"
    drop.mkdir()
    run_here(*data, "look-again", "--folder", str(drop))
    gone = run_here(*data, "look-again", "--folder", str(tmp_path / "gone"), "--lang", "en")
    assert gone.returncode == 2
    assert "gone is not there" in gone.stderr
    assert run_here(*data, "look-again").returncode == 0
    missing = run_here(*data, "imports", "3", "--lang", "en")
    assert missing.returncode == 2
    assert "no import number 3" in missing.stderr
