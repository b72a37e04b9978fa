"""A hub's pack is looked at, trusted by its key, installed, updated and removed; nothing answered is lost."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import SestanteError, StorageError
from desktop.exchange.packs.announcing import announce_in
from desktop.exchange.packs.building import build, sign
from desktop.exchange.packs.checking import check_folder
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.making import make_pack
from desktop.exchange.packs.pack_file import PackSource, read_source
from desktop.exchange.packs.signing import PackKey
from desktop.exchange.results.desk_key import DeskKey
from desktop.text import wording
from desktop.workspace import Workspace
from desktop.workspace.pack_words import look_words
from tests.packs import HUB_KEY, NEXT_KEY, SAMPLE, STRANGER, a_folder, a_pack, forged, saved

BRAND = b'format: 1\nname: Hub Valle\naccent: "#7A2E5D"\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(Workspace.open(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def sample() -> PackSource:
    source = check_folder(SAMPLE).source
    assert source is not None
    return source


def branded(folder: Path, serial: int, key: PackKey = HUB_KEY) -> Path:
    """A pack of this number that brings a brand, in a file."""
    made = a_pack(folder / f"{serial}-{key.fingerprint}", {"brand/brand.yaml": BRAND}, serial, key)
    return saved(folder / f"{serial}-{key.fingerprint}.sestante-pack", made)


def announced(folder: Path, old: PackKey, new: PackKey) -> Path:
    """A pack of number 2 signed with a new key, which an old one announced."""
    home = a_folder(folder / "announced", {"brand/brand.yaml": BRAND}, 2)
    announce_in(home, old, new)
    return saved(folder / "announced.sestante-pack", sign(build(read_source(home)[0]), new))


def test_the_sample_is_without_fault() -> None:
    assert check_folder(SAMPLE).problems == ()


def test_the_sample_is_looked_at_and_installed(
    workspace: Workspace, tmp_path: Path, sample: PackSource
) -> None:
    file = saved(tmp_path / "serena.sestante-pack", sign(build(sample), HUB_KEY))
    look = workspace.packs.look_at(file)
    assert look.trust == "first"
    assert look.fingerprint == HUB_KEY.fingerprint
    assert look.changes.replaced == ()
    assert "assessments/serena-workshop.yaml" in look.changes.added
    installed = workspace.packs.install(look)
    assert (installed.id, installed.name) == ("valle-serena", "Hub Digitale Valle Serena")
    assert workspace.packs.pack(installed).files == sample.files


def test_a_hub_makes_its_pack_with_its_desks_key(workspace: Workspace, tmp_path: Path) -> None:
    made = make_pack(check_folder(SAMPLE), workspace.packs.key, tmp_path / "serena.sestante-pack")
    with closing(Workspace.open(tmp_path / "firm")) as firm:
        look = firm.packs.look_at(tmp_path / "serena.sestante-pack")
    assert look.fingerprint == made.fingerprint == workspace.packs.key.fingerprint


def test_forms_and_fingerprints_stay_the_same_for_good() -> None:
    """What was handed out years ago must still be read, and a card still fit: these values never change."""
    pack = forged({"brand/brand.yaml": BRAND})
    assert hashlib.sha256(pack).hexdigest()[:16] == "066089ca66e4a0ca"
    assert HUB_KEY.fingerprint == "ERVJ-CC22-OJ57-6NZ4"
    assert PackKey.of_desk(DeskKey(bytes(32))).fingerprint == "CG3Z-654J-3L5Z-NPYS"


def test_the_same_folder_makes_the_same_bytes(sample: PackSource) -> None:
    again = check_folder(SAMPLE).source
    assert again is not None
    assert sign(build(sample), HUB_KEY).archive == sign(build(again), HUB_KEY).archive


def test_a_later_pack_of_the_trusted_key_takes_the_place(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    look = workspace.packs.look_at(branded(tmp_path, 2))
    assert look.trust == "known"
    workspace.packs.install(look)
    assert [each.serial for each in workspace.packs.installed()] == [2]


def test_an_older_pack_is_refused_even_after_the_newer_one_was_removed(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 2)))
    workspace.packs.remove("valle-serena")
    with pytest.raises(PackError, match="number 2 of this pack was installed before"):
        workspace.packs.look_at(branded(tmp_path, 1))
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 2)))
    assert [each.serial for each in workspace.packs.installed()] == [2]


def test_an_older_pack_that_was_looked_at_before_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    looks = [workspace.packs.look_at(branded(tmp_path, serial)) for serial in (2, 3)]
    workspace.packs.install(looks[1])
    with pytest.raises(StorageError, match="number 3 was installed before"):
        workspace.packs.install(looks[0])


def test_another_pack_of_the_same_number_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    other = a_pack(tmp_path / "other", {"brand/brand.yaml": BRAND.replace(b"Valle", b"Monte")})
    with pytest.raises(PackError, match="and is another one"):
        workspace.packs.look_at(saved(tmp_path / "other.sestante-pack", other))


def test_a_stranger_is_not_trusted_before_the_new_fingerprint_is_typed(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    look = workspace.packs.look_at(branded(tmp_path, 2, STRANGER))
    assert look.trust == "another"
    for typed in ("", " ", HUB_KEY.fingerprint, "ABCD"):
        with pytest.raises(PackError, match="fingerprint"):
            workspace.packs.install(look, typed)
    assert [each.serial for each in workspace.packs.installed()] == [1]
    workspace.packs.install(look, STRANGER.fingerprint.lower().replace("-", " "))
    assert workspace.packs.look_at(branded(tmp_path, 3, HUB_KEY)).trust == "another"


def test_a_key_that_the_trusted_one_announced_is_trusted(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    look = workspace.packs.look_at(announced(tmp_path, HUB_KEY, NEXT_KEY))
    assert look.trust == "announced"
    workspace.packs.install(look)
    assert workspace.packs.look_at(branded(tmp_path, 3, NEXT_KEY)).trust == "known"
    assert workspace.packs.look_at(branded(tmp_path, 3, HUB_KEY)).trust == "another"


def test_an_announcement_of_a_stranger_counts_for_nothing(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    forged = announced(tmp_path, STRANGER, NEXT_KEY)
    assert workspace.packs.look_at(forged).trust == "another"


def test_a_pack_whose_content_is_wrong_is_not_installed(workspace: Workspace, tmp_path: Path) -> None:
    wrong = a_pack(tmp_path / "wrong", {"assessments/club.yaml": b"format: 1\nid: club\n"})
    look = workspace.packs.look_at(saved(tmp_path / "wrong.sestante-pack", wrong))
    with pytest.raises(PackError, match=r"assessments/club\.yaml:"):
        workspace.packs.install(look)
    assert workspace.packs.installed() == ()
    assert workspace.packs.look_at(branded(tmp_path, 1, STRANGER)).trust == "first"


def test_what_was_answered_with_a_pack_is_kept_when_it_is_updated_or_removed(
    workspace: Workspace, tmp_path: Path, sample: PackSource
) -> None:
    first = saved(tmp_path / "first.sestante-pack", sign(build(sample), HUB_KEY))
    workspace.packs.install(workspace.packs.look_at(first))
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 2)))
    (former,) = workspace.packs.former()
    assert (former.id, former.serial) == ("valle-serena", 1)
    assert "assessments/serena-workshop.yaml" in workspace.packs.pack(former).files
    workspace.packs.remove("valle-serena")
    assert len(workspace.packs.former()) == 1


def test_a_brand_alone_is_not_kept_once_it_is_removed(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    workspace.packs.remove("valle-serena")
    assert workspace.packs.former() == ()


@pytest.mark.parametrize(
    "kept", [b"", zlib.compress(b"PK"), zlib.compress(forged({"hub/hub.yaml": b""}, STRANGER))]
)
def test_a_pack_that_was_damaged_in_the_database_is_told_and_replaced(
    workspace: Workspace, tmp_path: Path, kept: bytes
) -> None:
    installed = workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    with closing(sqlite3.connect(workspace.folder / "sestante.db")) as connection, connection:
        connection.execute("UPDATE pack SET archive = ?", (kept,))
    with pytest.raises(SestanteError, match="Hub Valle"):
        workspace.packs.pack(installed)
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 2)))
    assert workspace.packs.pack(workspace.packs.installed()[0]).files == {"brand/brand.yaml": BRAND}


def test_a_stranger_under_the_hubs_name_is_told(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 1)))
    home = a_folder(tmp_path / "copy", {"brand/brand.yaml": BRAND})
    head = (home / "pack.yaml").read_text(encoding="utf-8")
    (home / "pack.yaml").write_text(
        head.replace("id: valle-serena", "id: valle").replace(
            "Hub Valle", "HUB \N{FULLWIDTH LATIN CAPITAL LETTER V}alle"
        ),
        encoding="utf-8",
    )
    copied = saved(tmp_path / "copy.sestante-pack", sign(build(read_source(home)[0]), STRANGER))
    look = workspace.packs.look_at(copied)
    assert [each.id for each in look.namesakes] == ["valle-serena"]
    assert look.changes.taken == ("brand/brand.yaml",)
    told = "\n".join(look_words(look, wording("it")))
    assert "l'ha firmato qualcun altro" in told
    assert "brand/brand.yaml" in told


def test_a_forgotten_key_is_trusted_anew(workspace: Workspace, tmp_path: Path) -> None:
    workspace.packs.install(workspace.packs.look_at(branded(tmp_path, 2)))
    workspace.packs.remove("valle-serena")
    workspace.packs.forget_key("valle-serena")
    assert workspace.packs.look_at(branded(tmp_path, 1, STRANGER)).trust == "first"
