"""Language and colours are kept beside the workspace; a broken file never keeps the window from opening."""

from pathlib import Path

import pytest

from desktop.settings import FILE_NAME, Settings, read_settings, write_settings

DEFAULT = Settings(language="en", theme="light")


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    write_settings(tmp_path, Settings(language="en", theme="light"))
    write_settings(tmp_path, Settings(language="it", theme="dark"))
    assert read_settings(tmp_path, DEFAULT) == Settings(language="it", theme="dark")
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


def test_without_a_choice_the_default_holds(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "nowhere", DEFAULT) == DEFAULT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b"null",
        b'{"language": "tlh", "theme": ["dark"]}',
        b'{"theme": 1}',
    ],
)
def test_a_broken_file_counts_as_no_choice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert read_settings(tmp_path, DEFAULT) == DEFAULT


def test_a_file_that_cannot_be_written_leaves_the_old_choice(tmp_path: Path) -> None:
    write_settings(tmp_path, Settings(language="it", theme="dark"))
    (tmp_path / FILE_NAME).with_suffix(".new").mkdir()
    with pytest.raises(IsADirectoryError):
        write_settings(tmp_path, Settings())
    assert read_settings(tmp_path, DEFAULT) == Settings(language="it", theme="dark")
