"""Files and photos that show something: kept in memory and database alone, small, and without a place."""

import dataclasses
import os
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow

from desktop.errors import SestanteError
from desktop.storage import Hand
from desktop.workspace import Case
from desktop.workspace.evidence_reading import MOST_BYTES
from desktop.workspace.photos import LONGEST_SIDE, PhotoError, photo_of
from tests.desks import Desk, a_firm

SUBJECT = "question:technology-check/backup"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


@pytest.fixture
def case(desk: Desk) -> Case:
    return desk.firm(a_firm(), 1)


def a_photo(size: tuple[int, int] = (60, 40), form: str = "JPEG", *, place: bool = True) -> bytes:
    """A photo that says where it was taken, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 4.0, 12.0)})
    into, picture = BytesIO(), Image.new("RGB", size, "teal")
    told = {"exif": exif.tobytes()} if place else {}
    from_pillow(picture).save(into, **told) if form == "HEIC" else picture.save(into, form, **told)
    return into.getvalue()


def a_live_photo() -> bytes:
    """A photo of a telephone with a second one behind it."""
    both, into = from_pillow(Image.new("RGB", (64, 48), "teal")), BytesIO()
    both.add_from_pillow(Image.new("RGB", (128, 96), "red"))
    both.save(into, primary_index=0)
    return into.getvalue()


def kept(desk: Desk, case: Case, path: Path) -> tuple[str, str, bytes]:
    number = desk.workspace.visits.add_evidence(case, SUBJECT, path)
    found = next(each for each in desk.workspace.visits.evidence(case, SUBJECT) if each.id == number)
    return found.file_name, found.media_type, desk.workspace.visits.content(case, number)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_document_is_kept_byte_by_byte(desk: Desk, case: Case, tmp_path: Path) -> None:
    path = written(tmp_path, "contratto.pdf", b"%PDF-1.7 contract")
    assert kept(desk, case, path) == ("contratto.pdf", "application/pdf", b"%PDF-1.7 contract")


@pytest.mark.parametrize("form", ["JPEG", "TIFF", "WEBP", "PNG", "HEIC"])
def test_a_photo_stands_upright_and_no_longer_says_where_it_was_taken(
    desk: Desk, case: Case, tmp_path: Path, form: str
) -> None:
    name, media_type, content = kept(desk, case, written(tmp_path, "server.jpeg", a_photo(form=form)))
    photo = Image.open(BytesIO(content))
    assert photo.size == (40, 60)
    assert not photo.getexif()
    assert media_type in ("image/jpeg", "image/png")
    assert Path(name).suffix in (".jpeg", ".jpg", ".png")


def test_a_large_photo_becomes_no_larger_than_a_page_needs(desk: Desk, case: Case, tmp_path: Path) -> None:
    path = written(tmp_path, "a.jpg", a_photo((4000, 3000), place=False))
    assert Image.open(BytesIO(kept(desk, case, path)[2])).size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def test_a_small_photo_that_tells_nothing_stays_as_it_is(desk: Desk, case: Case, tmp_path: Path) -> None:
    data = a_photo(place=False)
    assert kept(desk, case, written(tmp_path, "a.jpg", data))[2] == data


def test_all_pages_of_a_scan_are_kept(desk: Desk, case: Case, tmp_path: Path) -> None:
    into = BytesIO()
    pages = [Image.new("L", (20, 20), shade) for shade in (0, 90, 200)]
    pages[0].save(into, "TIFF", save_all=True, append_images=pages[1:])
    assert kept(desk, case, written(tmp_path, "scan.tif", into.getvalue()))[2] == into.getvalue()


def test_of_several_photos_in_one_the_one_that_is_shown_is_kept(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    name, media_type, content = kept(desk, case, written(tmp_path, "IMG_1.HEIC", a_live_photo()))
    assert (name, media_type, Image.open(BytesIO(content)).size) == ("IMG_1.jpg", "image/jpeg", (64, 48))


@pytest.mark.parametrize("at", [14, 60, 200, 400])
def test_a_damaged_photo_of_a_telephone_is_refused_or_kept_as_a_photo(at: int) -> None:
    data = bytearray(a_photo((300, 200), "HEIC"))
    data[at : at + 40] = bytes(40)
    with suppress(PhotoError):
        photo = photo_of(bytes(data))
        assert photo is not None
        assert photo.media_type == "image/jpeg"
    with pytest.raises(PhotoError):
        photo_of(bytes(data[: at + 40]))


def test_an_edition_without_the_decoder_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(PhotoError, match="send it as JPEG"):
        photo_of(a_photo(form="HEIC"))


def a_bomb_of_a_telephone() -> bytes:
    """A small photo that says it is 30,000 dots wide and high."""
    said = b"ispe" + bytes(4)
    before, *after = a_photo((128, 64), "HEIC", place=False).split(said)
    return before + b"".join(said + 2 * (30_000).to_bytes(4) + each[8:] for each in after)


def a_bomb() -> bytes:
    into = BytesIO()
    Image.new("1", (9000, 9000)).save(into, "PNG")
    return into.getvalue()


REFUSED = {
    "empty.txt": (lambda: b"", "is empty"),
    "large.bin": (lambda: bytes(MOST_BYTES + 1), "larger than 20 MB"),
    "bomb.png": (a_bomb, "too many pixels"),
    "torn.jpg": (lambda: a_photo((900, 900), place=False)[:2000], "damaged"),
    "bomb.heic": (a_bomb_of_a_telephone, "too many pixels"),
    "torn.heic": (lambda: a_photo((300, 200), "HEIC")[:-200], "HEIC"),
    "phone.heic": (lambda: b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_is_refused_by_name(desk: Desk, case: Case, tmp_path: Path, name: str) -> None:
    data, why = REFUSED[name]
    with pytest.raises(SestanteError, match=f"{name}.*{why}"):
        desk.workspace.visits.add_evidence(case, SUBJECT, written(tmp_path, name, data()))
    assert desk.workspace.visits.evidence(case) == ()
    assert desk.workspace.history.of(case)[-1].what == "answer"


def test_folders_and_what_is_gone_are_refused(desk: Desk, case: Case, tmp_path: Path) -> None:
    for path, why in ((tmp_path, "is a folder"), (tmp_path / "gone.pdf", "no longer there")):
        with pytest.raises(SestanteError, match=why):
            desk.workspace.visits.add_evidence(case, SUBJECT, path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix alone")
def test_a_pipe_is_not_waited_for(desk: Desk, case: Case, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SestanteError, match="not a file that can be kept"):
        desk.workspace.visits.add_evidence(case, SUBJECT, tmp_path / "pipe")


def test_a_name_that_commands_a_terminal_is_tamed(desk: Desk, case: Case, tmp_path: Path) -> None:
    name = kept(desk, case, written(tmp_path, f"a\x1b[31m{'x' * 200}.txt", b"text"))[0]
    assert name.isprintable()
    assert name.endswith(".txt")
    assert len(name) <= 120


def test_bytes_stand_in_no_file_of_their_own(desk: Desk, case: Case, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    path = written(tmp_path, "a.jpg", a_photo((4000, 3000)))
    kept(desk, case, path)
    assert {each.name for each in set(tmp_path.rglob("*")) - before - {path}} <= {
        "sestante.db-wal",
        "sestante.db-shm",
    }


def test_a_copy_is_saved_beside_what_is_there(desk: Desk, case: Case, tmp_path: Path) -> None:
    kept(desk, case, written(tmp_path, "a.txt", b"text"))
    (found,) = desk.workspace.visits.evidence(case)
    path = desk.workspace.visits.save_copy(case, found, tmp_path)
    assert (path.name, path.read_bytes()) == ("a-2.txt", b"text")


def test_who_answers_for_one_company_never_stands_in_the_history_of_another(desk: Desk, case: Case) -> None:
    desk.workspace.history.hand = Hand("Marta", "Anna", case.id)
    other = desk.answer(desk.workspace.create_case(a_firm("Forno Rossi")), range(1))
    mine = desk.answer(case, range(1, 2))
    assert [change.told_by for change in desk.workspace.history.of(other)] == [""]
    assert desk.workspace.history.of(mine)[-1].told_by == "Anna"


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("../../evil.txt", "evil.txt"),
        ("C:\\x\\evil.txt", "evil.txt"),
        ("..", "file"),
        ("", "file"),
        ("a\0b", "ab"),
    ],
)
def test_a_name_that_somebody_made_up_leads_nowhere_else(
    desk: Desk, case: Case, tmp_path: Path, name: str, saved: str
) -> None:
    kept(desk, case, written(tmp_path, "a.txt", b"text"))
    (found,) = desk.workspace.visits.evidence(case)
    (tmp_path / "out").mkdir()
    made_up = dataclasses.replace(found, file_name=name)
    path = desk.workspace.visits.save_copy(case, made_up, tmp_path / "out")
    assert [each.name for each in (tmp_path / "out").iterdir()] == [path.name] == [saved]
