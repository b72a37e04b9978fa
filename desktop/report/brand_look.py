"""A hub's brand on paper: its colours in place of the house's, its logo, words and contacts."""

from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

from reportlab.graphics.shapes import DirectDraw, Drawing
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Spacer
from typing_extensions import override

from desktop.content.brand import Brand, Office
from desktop.content.contrast import lightened
from desktop.content.logo import opaque
from desktop.report import style
from desktop.report.drawing_text import shortened
from desktop.report.flowables import Figure, Text, grid, joined, link, strong
from desktop.report.palette import LIGHT, SOFT, colour
from desktop.text import Wording

_LOGO_HEIGHT, _LOGO_WIDTH = 58.0, 190.0  # points at most
_DOTS = 400 / 72  # a point; more than that no printer shows
_OFFICES_A_ROW = 2
_COLUMN = style.HALF - 10


def brand_colours(brand: Brand | None) -> Callable[[Any], Any] | None:
    """What a canvas does with each colour it is to draw in; None where all stay as they are."""
    if brand is None:
        return None
    pairs = ((LIGHT.accent, brand.accent), (LIGHT.soft, lightened(brand.accent, SOFT)))
    theirs = {colour(house).int_rgb(): colour(own) for house, own in pairs}

    def in_brand(given: Any) -> Any:
        own = theirs.get(given.int_rgb()) if isinstance(given, Color) else None
        return given if own is None else Color(own.red, own.green, own.blue, given.alpha)

    return in_brand


def brand_head(brand: Brand) -> Flowable:
    """The logo with the hub's name; the name alone where there is no logo."""
    name = Text(brand.name, style.COVER_MARK)
    if brand.logo is None:
        return name
    logo = logo_figure(brand.logo, brand.name)
    side = logo.width + 14
    return grid(
        [[logo, name]],
        (side, style.WIDTH - side),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    )


def logo_figure(data: bytes, name: str, height: float = _LOGO_HEIGHT) -> Figure:
    """A checked logo on white in its own proportions, at most `height` points high."""
    picture = opaque(data)
    scale = min(height / picture.height, _LOGO_WIDTH / picture.width)
    size = (max(picture.width * scale, 1), max(picture.height * scale, 1))
    picture.thumbnail((ceil(size[0] * _DOTS), ceil(size[1] * _DOTS)))
    return Figure(Drawing(*size, _Picture(ImageReader(picture), size)), name)


class _Picture(DirectDraw):  # type: ignore[misc]
    """A picture as one object of the document, however often it is drawn."""

    def __init__(self, reader: ImageReader, size: tuple[float, float]) -> None:
        self.reader, self.size = reader, size

    @override
    def drawDirectly(self, renderer: Any) -> None:
        renderer._canvas.drawImage(self.reader, 0, 0, *self.size)

    @override
    def getBounds(self) -> tuple[float, float, float, float]:
        """The corners, as ReportLab asks every shape for them."""
        return 0, 0, *self.size


def brand_contacts(brand: Brand, wording: Wording) -> list[Flowable]:
    """The hub's name, its own words, and where it is found."""
    intro = brand.intro.get(wording.language, "")
    told: list[Flowable] = [Text(brand.name, style.BLOCK)]
    if intro.strip():
        told += [Spacer(1, 2), Text(intro, style.BODY)]
    cells: list[Any] = [[*_office(office, wording)] for office in brand.offices]
    cells += [""] * (-len(cells) % _OFFICES_A_ROW)
    rows = [cells[at : at + _OFFICES_A_ROW] for at in range(0, len(cells), _OFFICES_A_ROW)]
    if rows:
        told += [Spacer(1, 3), grid(rows, (style.HALF + style.GUTTER, style.HALF))]
    return told


def _office(office: Office, wording: Wording) -> Iterator[Flowable]:
    """Where it is, when it is open, how it is reached, in a few lines whatever their lengths."""
    yield Text(_short(office.name, 2), style.SMALL_STRONG)
    if office.address:
        yield Text(_short(office.address, 2), style.SMALL)
    if hours := office.hours.get(wording.language):
        yield Text(_short(hours, 2), style.SMALL)
    if reached := office_reached(office):
        yield Text(reached, style.SMALL)


def _short(text: str, lines: int = 1) -> str:
    """The text, ending in an ellipsis where so many lines of a column are too few."""
    return shortened(text, lines * _COLUMN, style.SMALL.fontSize, style.SMALL_STRONG.fontName)


def office_reached(office: Office) -> str:
    """How an office is reached: telephone, e-mail and website, one after the other."""
    email = link(_short(office.email), f"mailto:{office.email}") if office.email else ""
    shown = office.website.split("//")[-1].removeprefix("www.").rstrip("/")
    website = link(_short(shown), office.website) if office.website else ""
    return joined((_short(office.phone), email, website), " · ")


def brand_in_a_line(brand: Brand) -> str:
    """The hub with its first office, for those who must be told in short."""
    reached = office_reached(brand.offices[0]) if brand.offices else ""
    return joined((strong(brand.name), reached), " · ")
