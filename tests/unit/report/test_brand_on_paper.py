"""A hub's brand on paper: its logo and colour on the pages, its name and contacts in words."""

from io import BytesIO

import pytest
from PIL import Image
from rendered import dots, pictures
from report_builders import a_dossier, printed
from report_reading import reader, squeezed, text_of

from desktop.content.brand import Brand, Office
from desktop.report import PrintOptions, build_pdf
from desktop.report.palette import LIGHT

ACCENT = "#7A2E5D"
LOGO = "#00AA00"
HOUSE = (LIGHT.accent, LIGHT.soft)


def a_logo(mode="RGB", size=(60, 20), colour=(0, 170, 0)):
    file = BytesIO()
    Image.new(mode, size, colour).save(file, "PNG")
    return file.getvalue()


def a_brand(**changes):
    office = Office("Sportello", "Via dei Tigli 4", "0999 1", "a@hub.example", "https://hub.example")
    values = {"name": "Hub Valle Serena", "accent": ACCENT, "logo": a_logo(), "offices": (office,)}
    return Brand(**{**values, "intro": {"it": "Venite da noi.", "en": "Come to us."}, **changes})


@pytest.fixture(scope="module")
def dossier():
    return a_dossier(courses=3)


@pytest.fixture(scope="module")
def pdf(dossier):
    return build_pdf(dossier, "it", PrintOptions(brand=a_brand(), codes=("A",)))


def test_the_house_colours_are_on_its_own_pages(dossier):
    pages = pictures(printed("it"))

    assert all(any(dots(page, colour) for page in pages) for colour in HOUSE)


def test_the_brand_takes_their_place_on_every_page(pdf):
    pages = pictures(pdf, 100)

    assert not any(dots(page, colour) for page in pages for colour in HOUSE)
    assert sum(dots(page, ACCENT) for page in pages) > 3000


def test_the_logo_keeps_its_proportions(pdf):
    cover = pictures(pdf)[0]
    wanted = tuple(bytes.fromhex(LOGO[1:]))
    places = [
        (x, y)
        for y in range(cover.height // 3)
        for x in range(cover.width)
        if cover.getpixel((x, y)) == wanted
    ]

    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    assert width / height == pytest.approx(3, rel=0.1)


def test_what_is_transparent_in_a_logo_is_white_and_needs_no_mask(dossier):
    brand = a_brand(logo=a_logo("RGBA", colour=(0, 0, 0, 0)))
    pdf = build_pdf(dossier, "it", PrintOptions(brand=brand))

    images = [image for page in reader(pdf).pages for image in page.images]
    assert images
    assert {image.image.convert("RGB").getpixel((5, 5)) for image in images} == {(255, 255, 255)}
    assert b"/SMask" not in pdf


@pytest.mark.parametrize("language", ["it", "en"])
def test_name_words_and_contacts_stand_on_the_cover(dossier, language):
    pdf = build_pdf(dossier, language, PrintOptions(brand=a_brand()))
    cover = squeezed(reader(pdf).pages[0].extract_text())

    told = ("Hub Valle Serena", a_brand().intro[language], "Via dei Tigli 4", "0999 1", "a@hub.example")
    assert all(squeezed(part) in cover for part in told)


def test_officer_and_footers_name_the_hub(pdf):
    _, *pages = reader(pdf).pages

    assert all(squeezed("· Hub Valle Serena") in squeezed(page.extract_text()) for page in pages)
    assert squeezed("Hub Valle Serena · 0999 1") in squeezed(pages[0].extract_text())


@pytest.mark.parametrize("name", ["W" * 120, "مركز رقمي " * 12, "<b>&co</b>"])
def test_any_name_fits_cover_and_footer(dossier, name):
    brand = a_brand(name=name, intro={"it": "Parole. " * 75}, logo=None)
    long_named = a_dossier(courses=1, name="M" * 200)

    pages = pictures(build_pdf(long_named, "it", PrintOptions(brand=brand)))
    for page in pages:
        edge = page.crop((page.width - 20, 0, page.width, page.height))
        assert edge.getcolors() == [(20 * page.height, (255, 255, 255))]
    assert squeezed("Parole.") in text_of(build_pdf(dossier, "it", PrintOptions(brand=brand)))


def test_the_same_brand_gives_the_same_bytes(dossier, pdf):
    assert build_pdf(dossier, "it", PrintOptions(brand=a_brand(), codes=("A",))) == pdf
