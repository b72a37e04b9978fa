"""A hub's edition on a stick: its data stay on it, and what is wrong with it is told in a sentence."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import SestanteError
from desktop.paths import EDITION_FILE, data_folder
from desktop.workspace import Workspace
from desktop.workspace.fixing import make_fixed
from desktop.worn_brand import read_worn
from tests.builders import a_company
from tests.editions import OTHER_KEY, brand_files, hub_files, pack_file


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A stick as the hub hands it out, which the program was started from."""
    folder = tmp_path / "stick"
    make_fixed(folder, pack_file(tmp_path / "1.sestante-pack", brand_files() | hub_files()))
    monkeypatch.delenv("SESTANTE_DATA", raising=False)
    monkeypatch.setenv("SESTANTE_EDITION", str(folder))
    return folder


def opened() -> Workspace:
    return Workspace.open(data_folder())


def test_it_wears_the_brand_before_it_was_ever_opened(stick: Path) -> None:
    worn = read_worn(data_folder())
    assert worn is not None
    assert worn.name == "Hub Digitale Valle Serena"


def test_its_data_stay_on_it_and_its_content_is_the_hubs(stick: Path) -> None:
    with closing(opened()) as workspace:
        workspace.create_case(a_company())
        assert workspace.library.hub_desk.hub == "hub-valle-serena"
        assert workspace.folder == stick / "data"
    moved = stick.rename(stick.with_name("moved"))
    with closing(Workspace.open(moved / "data")) as workspace:
        assert [case.name for case in workspace.cases()] == ["Forno Rossi"]
        assert workspace.library.brand is not None


def test_a_newer_pack_on_the_stick_is_installed_and_an_older_one_is_not(stick: Path, tmp_path: Path) -> None:
    opened().close()
    for serial, installed in ((3, 3), (2, 3)):
        make_fixed(stick, pack_file(tmp_path / "next.sestante-pack", brand_files(), serial=serial))
        with closing(opened()) as workspace:
            assert [each.serial for each in workspace.packs.installed()] == [installed]


def test_a_missing_pack_is_told_until_it_was_installed_once(stick: Path) -> None:
    pack = next(stick.glob("*.sestante-pack"))
    kept = pack.read_bytes()
    pack.unlink()
    with pytest.raises(SestanteError, match=r"hub-valle\.sestante-pack is missing"):
        opened()
    pack.write_bytes(kept)
    opened().close()
    pack.unlink()
    with closing(opened()) as workspace:
        assert workspace.library.brand is not None


def test_a_pack_of_another_key_is_refused(stick: Path, tmp_path: Path) -> None:
    pack_file(stick / "hub-valle.sestante-pack", brand_files(), serial=5, seed=OTHER_KEY)
    with pytest.raises(SestanteError, match="another key"):
        opened()


def test_a_damaged_pack_is_refused(stick: Path) -> None:
    (stick / "hub-valle.sestante-pack").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(SestanteError, match=r"hub-valle\.sestante-pack"):
        opened()


def test_a_stick_that_cannot_be_written_is_told_what_to_do(stick: Path) -> None:
    for path in (stick / "data").iterdir():
        path.unlink()
    (stick / "data").rmdir()
    (stick / "data").write_text("")
    with pytest.raises(SestanteError, match="Slide the stick's lock open"):
        opened()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 5000,
        "{}",
        '{"format": 1, "pack": "../x.sestante-pack", "data": "data", "fingerprint": "A"}',
        '{"format": 1, "pack": "x.sestante-pack", "data": "C:data", "fingerprint": "A"}',
        '{"format": 1, "pack": "x.sestante-pack", "data": "/tmp", "fingerprint": "A"}',
        '{"format": 1, "pack": 3, "data": "data", "fingerprint": "A"}',
    ],
)
def test_a_spoilt_edition_file_leads_nowhere_else_and_is_told(stick: Path, text: str) -> None:
    (stick / EDITION_FILE).write_text(text, encoding="utf-8")
    assert data_folder() == stick / "data"
    with pytest.raises(SestanteError, match=r"edition\.json"):
        opened()


def test_another_folder_can_be_chosen_all_the_same(stick: Path, tmp_path: Path) -> None:
    with closing(Workspace.open(data_folder(tmp_path / "own"))) as workspace:
        assert workspace.library.brand is None


def test_its_data_cannot_be_led_out_of_its_folder(stick: Path) -> None:
    file = stick / EDITION_FILE
    file.write_text(file.read_text(encoding="utf-8").replace('"data": "data"', '"data": ".."'))
    assert data_folder() == stick / "data"
    with pytest.raises(SestanteError, match="not as Sestante wrote it"):
        opened()
