"""A later start finds the questionnaires as they were read, and never anything older or broken."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.content.library import read_library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import ContentError
from desktop.paths import assessments_folder, resources_folder

Read = Callable[[], dict[str, Questionnaire]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped questionnaires that may be changed."""
    return Path(shutil.copytree(assessments_folder(), tmp_path / "assessments"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "questionnaires.kept"


@pytest.fixture
def read(folder: Path, kept: Path) -> Read:
    return lambda: dict(read_library(folder, resources_folder(), kept).questionnaires)


def test_what_is_recalled_is_what_was_read(read: Read, kept: Path) -> None:
    first = read()
    assert kept.stat().st_size > 0
    assert read() == first == dict(read_library(assessments_folder(), resources_folder()).questionnaires)


def test_a_changed_text_is_read_anew(read: Read, folder: Path) -> None:
    read()
    path = folder / "technology-check.it.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title: "Check-up tecnologico"', 'title: "Altro"'), encoding="utf-8")
    assert read()["technology-check"].text("it").title == "Altro"


def test_a_new_mistake_is_told_although_the_former_state_was_kept(read: Read, folder: Path) -> None:
    read()
    path = folder / "technology-check.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nsurplus: 1\n", encoding="utf-8")
    with pytest.raises(ContentError, match="surplus"):
        read()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_cut_off_file_is_made_anew(read: Read, kept: Path, share: float) -> None:
    first = read()
    whole = kept.read_bytes()
    kept.write_bytes(whole[: int(len(whole) * share)])
    assert read() == first
    assert kept.read_bytes() == whole


@pytest.mark.parametrize("rubbish", [b"\xc1", b"\x80", b"\x91" * 100_000, b"not msgpack"])
def test_rubbish_is_replaced(read: Read, kept: Path, rubbish: bytes) -> None:
    first = read()
    kept.write_bytes(rubbish)
    assert read() == first
    assert kept.read_bytes() != rubbish


def test_where_nothing_can_be_kept_all_is_read_each_time(read: Read, kept: Path) -> None:
    kept.mkdir()
    assert read() == read()


def test_what_a_company_begins_with_is_counted_without_reading_everything() -> None:
    library = read_library(assessments_folder(), resources_folder())
    quickly = library.structure("quick")
    assert quickly is not None
    assert not library.has_questionnaires
    whole = library.questionnaires["quick"]
    assert quickly.questions == whole.questions
    assert library.structure("quick") is whole


def test_the_quick_way_gives_up_in_silence_where_something_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "quick.yaml").write_text("id: quick", encoding="utf-8")
    assert read_library(tmp_path, resources_folder()).structure("quick") is None
    assert read_library(tmp_path, resources_folder()).structure("nothing") is None
