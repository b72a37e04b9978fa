"""The codes of Sestante on a picture, in whatever direction and light."""

from collections.abc import Iterable, Iterator

from PIL import Image, ImageFilter
from zxingcpp import BarcodeFormat, TextMode, read_barcodes

from desktop.exchange.codes import code_sets, is_code

_ENOUGH = 16_000_000  # dots; an A4 page at 300 dpi has 9 million
_FEW = 5_000_000  # dots below which modules may be too small, and the picture is looked at enlarged
_MOST = 36_000_000  # dots that are looked at as they are
_MOST_CODES = 200
_SHARPER = ImageFilter.UnsharpMask(radius=2, percent=300, threshold=0)
"""Of 36 pages blurred past what is read as it is, 17 were read enlarged, 30 sharpened and enlarged."""


def codes_seen(picture: Image.Image) -> tuple[str, ...]:
    """The texts of the codes on a grey picture; it is looked at larger and sharper while any is missing."""
    found: dict[str, None] = {}
    for view in _views(picture):
        found |= dict.fromkeys(codes_at_a_glance(view))
        if are_whole(found):
            break
    return tuple(found)


def codes_at_a_glance(picture: Image.Image) -> tuple[str, ...]:
    """The texts of the codes on a grey picture as it is."""
    codes = read_barcodes(
        picture,
        formats=BarcodeFormat.QRCode,  # type: ignore[arg-type]  # a single one is taken, too
        text_mode=TextMode.Plain,
        try_invert=False,
    )
    return tuple(code.text for code in codes if is_code(code.text))[:_MOST_CODES]


def are_whole(texts: Iterable[str]) -> bool:
    """Whether there are codes, and none of what they belong to is missing."""
    sets = code_sets(texts)
    return bool(sets) and not any(each.missing for each in sets)


def _views(picture: Image.Image) -> Iterator[Image.Image]:
    width, height = picture.size
    dots = width * height
    if dots > _ENOUGH:
        factor = 2
        while dots > _ENOUGH * factor * factor:
            factor += 1
        yield picture.reduce(factor)
    if dots <= _MOST:
        yield picture
    if dots < _FEW:
        yield _enlarged(picture)
        yield _enlarged(picture.filter(_SHARPER))


def _enlarged(picture: Image.Image) -> Image.Image:
    return picture.resize((2 * picture.width, 2 * picture.height), Image.Resampling.BICUBIC)
