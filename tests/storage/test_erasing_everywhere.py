"""A company that is erased is gone from every file the workspace ever made, whatever came between."""

import sys
from pathlib import Path
from shutil import copytree

import pytest

from desktop.errors import StorageError
from desktop.storage import FileDatabase, Key
from desktop.storage.company_sides import Merge
from desktop.storage.connecting import connect
from desktop.storage.copies.container import unpack
from desktop.workspace import Workspace
from tests.desks import Desk, a_firm, the_content
from tests.storage.turner import strike

MARK, OTHER = "Zanzibar", "Pemba"
KEY = Key(bytes(range(32)))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where the copies of each day go, too."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def data(tmp_path: Path, stick: Path) -> Path:
    """A workspace with two companies to go and one to stay, copied."""
    desk = Desk(tmp_path / "data")
    for name in ("Forno Rossi", OTHER, MARK):
        desk.firm(a_firm(name))
    desk.workspace.backups.choose_second_place(stick)
    desk.workspace.backups.keep_daily()
    desk.close()
    return tmp_path / "data"


def opened(data: Path, key: Key | None = None) -> Workspace:
    return Workspace(the_content(), FileDatabase(data, key))


def company(workspace: Workspace, name: str) -> int:
    [found] = [each.id for each in workspace.cases() if each.name == name]
    return workspace.case(found).company_id


def holding(text: str, *folders: Path) -> list[str]:
    """The files in whose bytes a text stands."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]


def erase_marked(data: Path) -> object:
    workspace = opened(data)
    left = workspace.register.erase(company(workspace, MARK), "asked")
    workspace.close()
    return left


def test_a_company_is_gone_from_the_copies_at_both_places(data: Path, stick: Path) -> None:
    assert len(holding(MARK, data, stick)) == 3
    assert erase_marked(data) == ()
    assert holding(MARK, data, stick) == []
    assert len(holding("Forno Rossi", data, stick)) == 3


def test_a_company_that_became_one_with_it_goes_from_the_copies_too(data: Path, stick: Path) -> None:
    workspace = opened(data)
    number = company(workspace, MARK)
    merged = Merge(number, company(workspace, OTHER), same_stage="apart")
    workspace.register.merge(merged)
    [copy] = workspace.backups.kept()
    saved = workspace.backups.save(data.parent / "saved")
    assert workspace.register.erase(number, "asked") == ()
    assert holding(OTHER, data, stick) + holding(MARK, data, stick) == []
    assert [each.name for each in workspace.backups.preview(copy.path).standings] == ["Forno Rossi"]
    workspace.backups.restore(workspace.backups.preview(saved))
    assert [each.name for each in workspace.cases()] == ["Forno Rossi"]
    workspace.close()


def test_a_second_place_that_is_not_there_is_told(data: Path, stick: Path) -> None:
    stick.rename(stick.with_name("away"))
    workspace = opened(data)
    [error] = workspace.register.erase(company(workspace, MARK), "asked")
    workspace.close()
    assert str(stick) in str(error)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_killed_while_it_is_erased_it_is_erased_at_the_next_start(data: Path, tmp_path: Path) -> None:
    watched = ("erasing.py", "container.py", "whole_files.py", "desk_store.py")
    steps = strike(Path(copytree(data, tmp_path / "0")), erase_marked, 0, watched)
    killed = 0
    for step in range(1, steps, max(1, steps // 12)):
        folder = Path(copytree(data, tmp_path / str(step)))
        strike(folder, erase_marked, step, watched)
        workspace = opened(folder)
        is_there = MARK in [each.name for each in workspace.cases()]
        workspace.register.finish_erasing()
        workspace.close()
        opened(folder).close()
        if not is_there:
            killed += 1
            assert holding(MARK, folder) == []
    assert killed


def test_results_of_an_erased_company_do_not_come_back_with_a_copy(data: Path) -> None:
    workspace = opened(data)
    number = company(workspace, MARK)
    uuid = workspace._stores.holdings.of(number).uuid
    with workspace._database.session() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO received (sha256, line, carrier, scope, company, stage, changed_at, file_name, "
            "received_at) VALUES ('a', ?, 'file', 'full', ?, 'T0', '2026-01-01', 'a', '2026-01-01')",
            (MARK.encode(), uuid),
        )
    saved = workspace.backups.save(data.parent / "saved")
    workspace.register.erase(number, "asked")
    workspace.backups.restore(workspace.backups.preview(saved))
    workspace.close()
    with connect(data / "sestante.db") as file:
        assert file.execute("SELECT count(*) FROM received").fetchone()[0] == 0


def test_a_copy_that_another_passphrase_protects_is_named(data: Path) -> None:
    workspace = opened(data)
    [copy] = workspace.backups.kept()
    number = company(workspace, MARK)
    copy.path.write_bytes(copy.path.read_bytes()[:-1])
    [error] = workspace.register.erase(number, "asked")
    assert copy.path.name in str(error)
    with pytest.raises(StorageError):
        unpack(copy.path, data.parent / "out.db")
    workspace.close()
