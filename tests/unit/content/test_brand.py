"""A hub's brand in a folder: what is refused, each in a sentence."""

import re
import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.content.brand import check_brand, read_brand
from desktop.content.contrast import READABLE, contrast_on_white, readable_on_white
from desktop.content.logo import opaque
from desktop.errors import ContentError
from desktop.paths import resources_folder

SMALLEST = 'format: 1\nname: Hub Valle Serena\naccent: "#0B4EA2"\n'


@pytest.fixture
def write(tmp_path):
    """Writes brand.yaml and the pictures given by name; returns their folder."""

    def write_files(text=SMALLEST, **pictures):
        (tmp_path / "brand.yaml").write_text(text, encoding="utf-8")
        for name, data in pictures.items():
            (tmp_path / f"{name}.png").write_bytes(data)
        return tmp_path

    return write_files


def a_picture(mode="RGB", size=(8, 4), colour=0):
    file = BytesIO()
    Image.new(mode, size, colour).save(file, "PNG")
    return file.getvalue()


def a_bomb(width, height):
    """A picture that claims to be larger than it is."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")


def _chunk(name, data):
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def refused(folder):
    with pytest.raises(ContentError) as caught:
        read_brand(folder)
    return str(caught.value)


def test_the_example_is_sound():
    brand, problems = check_brand(resources_folder() / "examples" / "brand")

    assert problems == ()
    assert brand.logo is not None
    assert {"it", "en"} <= set(brand.intro)


def test_name_and_colour_are_enough(write):
    brand = read_brand(write())

    assert (brand.name, brand.accent, brand.logo) == ("Hub Valle Serena", "#0B4EA2", None)


def test_a_pale_colour_is_refused_with_the_nearest_that_works(write):
    said = refused(write(SMALLEST.replace("0B4EA2", "F2C200")))

    assert "brand.yaml:3" in said
    darker = re.search(r"that works is (#[0-9A-F]{6})", said)[1]
    assert READABLE <= contrast_on_white(darker) < READABLE + 0.2


@given(st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))
def test_the_advice_always_works_and_leaves_what_works(colour):
    advised = readable_on_white(colour)

    assert contrast_on_white(advised) >= READABLE
    assert advised == colour or contrast_on_white(colour) < READABLE


@pytest.mark.parametrize(
    ("logo", "said"),
    [
        (None, "there is no such picture"),
        (b"GIF89a" + bytes(40), "not a PNG"),
        (b"", "not a PNG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(600_000), "larger than 500 kB"),
        (a_bomb(60_000, 60_000), "60,000 × 60,000 pixels"),
        (a_bomb(2001, 10), "2001 × 10 pixels"),
        (a_bomb(0, 10), "0 × 10 pixels"),
        (a_bomb(100, 100), "damaged"),
        (a_picture(size=(300, 300))[:-60], "damaged"),
    ],
)
def test_a_logo_that_will_not_do_is_told(write, logo, said):
    folder = write(SMALLEST + "logo: mark.png\n", **({} if logo is None else {"mark": logo}))

    assert said in refused(folder)
    assert "mark.png" in refused(folder)


def test_a_logo_stays_in_its_folder(write):
    assert "logo" in refused(write(SMALLEST + "logo: ../../secret.png\n"))


def test_everything_wrong_is_told_at_once(write):
    said = refused(write(SMALLEST.replace("0B4EA2", "FFFFFF") + "logo: mark.png\n"))

    assert "B001" in said
    assert "B003" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('format: 1\nname: H\naccent: "blue"\n', "#0B4EA2"),
        ('format: 1\naccent: "#000000"\n', "`name` is missing"),
        (SMALLEST + "colour: red\n", "`colour` is not known"),
        (SMALLEST + f"intro: {{it: '{'a' * 601}'}}\n", "600 characters"),
        (SMALLEST + "offices: [" + "{name: A}, " * 5 + "]\n", "longer than 4 entries"),
    ],
)
def test_what_is_not_a_brand_is_told(write, text, said):
    assert said in refused(write(text))


def test_a_missing_language_and_an_unused_logo_are_only_warnings(write):
    _, problems = check_brand(write(SMALLEST + "intro: {it: Venite}\n", logo=a_picture()))

    assert sorted(problem.code for problem in problems) == ["B002", "B005"]
    assert all(problem.is_warning for problem in problems)


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("RGBA", (0, 0, 0, 0), (255, 255, 255)),
        ("LA", (0, 0), (255, 255, 255)),
        ("L", 90, (90, 90, 90)),
        ("1", 1, (255, 255, 255)),
        ("P", 0, (0, 0, 0)),
        ("I;16", 128 * 257, (128, 128, 128)),
        ("RGB", (1, 2, 3), (1, 2, 3)),
    ],
)
def test_a_logo_of_any_kind_is_seen_on_white(mode, colour, seen):
    assert opaque(a_picture(mode, colour=colour)).getpixel((3, 3)) == seen
