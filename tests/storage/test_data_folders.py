"""Data folders of every kind: odd names, not writable, not there."""

import os
from pathlib import Path

import pytest

from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase

ODD_NAMES = (
    "due parole",
    "Perché no",
    "100%25",
    "a#b",
    "a&b=c",
    "a'b",
    'a"b',
    "a?b",
    "q?mode=memory",
    "数据",
)


def prepared_and_closed(folder: Path) -> None:
    database = FileDatabase(folder)
    database.prepare()
    database.close()


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        prepared_and_closed(tmp_path / name)
    assert (tmp_path / name / FILE_NAME).stat().st_size > 0
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_folder_may_be_named_relative_to_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        prepared_and_closed(Path("data"))
    assert (tmp_path / "data" / FILE_NAME).exists()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    prepared_and_closed(tmp_path / "one" / "two")
    assert (tmp_path / "one" / "two" / FILE_NAME).exists()


@pytest.mark.parametrize("below", [".", "sub", "sub/sub"])
def test_a_path_below_a_file_is_refused_with_a_sentence(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StorageError, match="Choose another one"):
        FileDatabase(tmp_path / "file" / below)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageError, match="cannot be written"):
            FileDatabase(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_in_place_of_the_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(StorageError):
        FileDatabase(tmp_path)


def test_a_folder_in_place_of_the_lock_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "sestante.lock").mkdir()
    with pytest.raises(StorageError, match="cannot be written"):
        FileDatabase(tmp_path)
