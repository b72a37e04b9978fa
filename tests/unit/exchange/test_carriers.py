"""Results come out of files, PDFs, scans and photos; whatever else comes in ends in one sentence."""

import os
import signal
import subprocess
import sys
import zlib
from contextlib import suppress
from io import BytesIO
from multiprocessing import active_children
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from pypdf import PdfWriter

from desktop.exchange.carriers import Carried, CarrierError, joined_codes, read_carrier
from desktop.exchange.carriers.many import Read, read_many
from desktop.exchange.codes import split
from desktop.exchange.results.compact import from_codes, to_codes
from desktop.exchange.results.desk_key import DeskKey
from desktop.exchange.results.envelope import read, write
from desktop.exchange.results.sealing import seal
from tests.builders import ROOT
from tests.unit.exchange import hostile_files as hostile
from tests.unit.exchange.hostile_files import RESULT
from tests.unit.exchange.pictures import a_page, seen
from tests.unit.exchange.result_builders import a_result
from tests.unit.report.report_builders import the_library

MOST_MEGABYTES = 300
SCANS = (
    {"seed": 1, "degrees": 1, "blur": 0.6},
    {"seed": 2, "degrees": -3, "blur": 0.8, "lean": 0.02},
    {"seed": 3, "degrees": 5, "blur": 1},
    {"seed": 4, "degrees": -4, "blur": 1.2, "lean": 0.04},
)


@pytest.fixture(scope="module")
def codes() -> tuple[str, ...]:
    return to_codes(a_result(), the_library().questionnaire)


def carried(folder: Path, data: bytes, name: str = "a file") -> Carried:
    path = folder / name
    path.write_bytes(data)
    return read_carrier(path)


def refusal(folder: Path, data: bytes, name: str = "a file") -> str:
    with pytest.raises(CarrierError) as error:
        carried(folder, data, name)
    return str(error.value)


def as_png(picture: Image.Image, kind: str = "PNG") -> bytes:
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("name", ["plan.sestante", "plan.pdf", "plan"])
def test_a_result_is_known_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    data = write(a_result())
    found = carried(tmp_path, data, name)
    assert [read(each).result for each in found.results] == [a_result()]


def test_a_sealed_result_is_handed_on_as_it_is(tmp_path: Path) -> None:
    data = seal(write(a_result()), DeskKey.new().card)
    assert carried(tmp_path, data).results == (data,)


@pytest.mark.parametrize(
    "catalog",
    [
        b"/AF[3 0 R]",
        b"/Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>",
        b"/Names<</EmbeddedFiles<</Kids[<</Names[(a)3 0 R]>>]>>>>/AF[3 0 R]",
    ],
)
@pytest.mark.parametrize("is_packed", [True, False])
def test_an_attachment_is_found_wherever_it_is_named(
    tmp_path: Path, catalog: bytes, *, is_packed: bool
) -> None:
    data = zlib.compress(RESULT) if is_packed else RESULT
    entries = b"/Filter/FlateDecode" if is_packed else b""
    assert carried(tmp_path, hostile.with_attached(data, entries, catalog=catalog)).results == (RESULT,)


def test_plans_joined_into_one_pdf_are_all_found(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("invoice.xml", b"<xml/>")
    for number in range(3):
        writer.add_attachment("plan.sestante", RESULT + b"%d" % number)
    file = BytesIO()
    writer.write(file)
    assert set(carried(tmp_path, file.getvalue()).results) == {RESULT + b"%d" % n for n in range(3)}


def test_a_password_to_open_is_asked_away_and_one_to_change_does_no_harm(tmp_path: Path) -> None:
    for password in ("secret", ""):
        writer = PdfWriter()
        writer.add_blank_page(100, 100)
        writer.add_attachment("plan.sestante", RESULT)
        writer.encrypt(password, "owner", algorithm="AES-256")
        file = BytesIO()
        writer.write(file)
        if password:
            assert "save it without a password" in refusal(tmp_path, file.getvalue())
        else:
            assert carried(tmp_path, file.getvalue()).results == (RESULT,)


def test_a_scan_without_an_attachment_is_looked_at(tmp_path: Path, codes: tuple[str, ...]) -> None:
    pages = [Image.new("L", (1240, 1754), 255), a_page(codes)]
    file = BytesIO()
    pages[0].save(file, "PDF", resolution=150, save_all=True, append_images=pages[1:])
    found = from_codes(carried(tmp_path, file.getvalue()).codes, the_library().questionnaire, CATALOGUE)
    assert found.result == a_result()


CATALOGUE = the_library().catalogue


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "BMP", "JPEG"])
def test_every_kind_of_picture_is_read(tmp_path: Path, codes: tuple[str, ...], kind: str) -> None:
    page = a_page(codes).convert("RGB").crop((0, 0, 1240, 1000))
    assert set(carried(tmp_path, as_png(page, kind)).codes) == set(codes)


@pytest.mark.parametrize("sight", SCANS, ids=str)
def test_codes_are_read_from_what_a_scanner_or_camera_sees(
    tmp_path: Path, codes: tuple[str, ...], sight: dict[str, float]
) -> None:
    photo = seen(a_page(codes, dpi=150, module=0.5), **sight)
    assert set(carried(tmp_path, photo).codes) == set(codes)


def test_codes_on_several_photos_find_together(tmp_path: Path, codes: tuple[str, ...]) -> None:
    pictures = [a_page(part) for part in (codes[:1], codes[1:])]
    photos = [carried(tmp_path, as_png(each), f"{n}.png") for n, each in enumerate(pictures)]
    assert str(joined_codes(photos[:1])[0].told) == "Codes 2, 3, 4 of 4 are missing: photograph them too."
    (whole,) = joined_codes(photos)
    assert whole.told is None
    assert from_codes(whole.texts, the_library().questionnaire, CATALOGUE).result == a_result()


def test_a_picture_without_codes_says_how_to_photograph(tmp_path: Path) -> None:
    assert "Photograph the page" in refusal(tmp_path, as_png(Image.new("L", (300, 300), 255)))


def test_what_is_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    for head in (b"%PDF-1.7", b'{"kind":"sestante-result"', b"\x89PNG\r\n\x1a\n", b"PK"):
        path = tmp_path / "large"
        path.write_bytes(head)
        os.truncate(path, 500_000_000)
        with pytest.raises(CarrierError, match="it has 500 MB"):
            read_carrier(path)


def test_what_is_no_file_is_one_sentence(tmp_path: Path) -> None:
    assert "holds no Sestante data" in refusal(tmp_path, b"")
    assert "holds no Sestante data" in refusal(tmp_path, b"PK\x03\x04 a document")
    assert "holds no Sestante data" in refusal(tmp_path, b'{"kind": "geo"}', "map.sestante")
    with pytest.raises(CarrierError, match="does not exist"):
        read_carrier(tmp_path / "missing.pdf")
    with pytest.raises(CarrierError, match="is not a file"):
        read_carrier(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CarrierError, match="is not a file"):
        read_carrier(tmp_path / "pipe")


@pytest.mark.parametrize(
    "data",
    [
        hostile.with_attached(zlib.compress(zlib.compress(RESULT)), b"/Filter[/FlateDecode/FlateDecode]"),
        hostile.with_attached(
            zlib.compress(RESULT), b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 99>>"
        ),
        hostile.with_attached(zlib.compress(RESULT + bytes(6_000_000)), b"/Filter/FlateDecode"),
        hostile.with_attached(RESULT, catalog=b"/Names<</EmbeddedFiles 3 0 R>>/AF 1 0 R"),
        hostile.with_attached(RESULT, catalog=b"/Names 1 0 R/AF[1 0 R 2 0 R (a) 99 0 R null]"),
        hostile.a_pdf(b"<</Names<</EmbeddedFiles 2 0 R>>>>", b"<</Kids[2 0 R 2 0 R]/Names[2 0 R]>>"),
        hostile.of_deep_pages(3_000),
        b"%PDF-1.4\nstartxref\n9\n%%EOF",
    ],
)
def test_a_pdf_that_does_not_play_fair_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data, "it.pdf").startswith("it.pdf ")


def test_of_very_many_pages_some_are_looked_at_and_that_is_said(
    tmp_path: Path, codes: tuple[str, ...]
) -> None:
    data = hostile.of_many_pages(10_000)
    assert "Of the 10,000 pages" in refusal(tmp_path, data)
    file = BytesIO()
    pages = [Image.new("L", (100, 140), 255) for _ in range(41)]
    a_page(codes).save(file, "PDF", resolution=150, save_all=True, append_images=pages)
    assert "only the first 20 and the last 20" in str(carried(tmp_path, file.getvalue()).note)


def test_a_file_cut_anywhere_is_one_sentence(tmp_path: Path, codes: tuple[str, ...]) -> None:
    plan = hostile.with_attached(RESULT)
    photo = as_png(a_page(codes[:1]).crop((100, 200, 500, 650)))
    for whole in (plan, photo):
        for length in range(0, len(whole) - 20, max(1, len(whole) // 80)):
            assert refusal(tmp_path, whole[:length])


def test_bytes_appended_by_others_do_no_harm(tmp_path: Path) -> None:
    assert carried(tmp_path, hostile.with_attached(RESULT) + b"\r\n-- \r\nsent by mail" * 20).results


def test_changed_bytes_end_in_a_result_or_in_one_sentence(tmp_path: Path) -> None:
    whole = hostile.with_attached(zlib.compress(RESULT), b"/Filter/FlateDecode")
    for seed in range(200):
        chance, data = Random(seed), bytearray(whole)  # noqa: S311 - no secret
        for _ in range(1 + seed % 5):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(CarrierError):
            assert carried(tmp_path, bytes(data)).results


def test_pictures_made_to_fill_the_memory_do_not(tmp_path: Path) -> None:
    paths = hostile.hostile_files(tmp_path)
    told = subprocess.run(
        [sys.executable, "-c", _MEMORY, *map(str, paths)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    *sentences, megabytes = told.splitlines()
    assert len(sentences) == len(paths)
    assert int(megabytes) <= MOST_MEGABYTES


_MEMORY = """
import resource, sys
from pathlib import Path
from desktop.exchange.carriers import CarrierError, read_carrier
for name in sys.argv[1:]:
    try:
        read_carrier(Path(name))
    except CarrierError as error:
        print(error)
status = Path("/proc/self/status")  # getrusage still counts the memory of who started this process
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if status.exists():
    peak = int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1])
print(peak // 1024)
"""


def read_all(paths: list[Path], **how: float) -> list[Read]:
    return list(read_many(paths, lambda _done: None, lambda: False, **how))


def test_a_file_that_takes_for_ever_costs_itself_alone(tmp_path: Path) -> None:
    files = {"a.pdf": hostile.with_attached(RESULT), "b.pdf": hostile.drawn_for_ever(), "c": RESULT}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    first, stuck, last = read_all(sorted(tmp_path.iterdir()), seconds=5)
    assert first.carried is not None
    assert last.carried is not None
    assert "was left aside" in str(stuck.error)  # for its time, or for the memory it wanted


def test_a_process_that_is_killed_costs_one_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}" for number in range(30)]
    for path in paths:
        path.write_bytes(RESULT)
    done: list[int] = []

    def progress(count: int) -> None:
        done.append(count)
        if count == 3:
            os.kill(active_children()[0].pid or 0, signal.SIGKILL)

    found = list(read_many(paths, progress, lambda: False))
    assert [each.path for each in found] == paths
    assert done == [*range(1, 31)]
    assert sum(each.carried is None for each in found) <= 1


def test_reading_many_stops_when_asked(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(20)]
    for path in paths:
        path.write_bytes(b"nothing")
    done: list[int] = []
    found = list(read_many(paths, done.append, lambda: len(done) >= 4))
    assert len(found) == 4
    assert "holds no Sestante data" in str(found[0].error)


def test_any_split_bytes_are_read_from_paper(tmp_path: Path) -> None:
    texts = split(Random(1).randbytes(2000))  # noqa: S311 - no secret
    assert set(carried(tmp_path, as_png(a_page(texts))).codes) == set(texts)
