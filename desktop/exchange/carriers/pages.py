"""Codes on the pages of a PDF that carries nothing else: a scan, or a plan printed to a PDF."""

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

from PIL import Image
from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from desktop.exchange.carriers.marks import MOST_AT_AN_END
from desktop.exchange.carriers.seeing import are_whole, codes_at_a_glance, codes_seen

Look: TypeAlias = Callable[[Image.Image], tuple[str, ...]]

_SHARPNESS = 200  # dpi
_FEW_PAGES = 12
_MOST_DOTS = 12_000_000  # of a page, whatever size it says it has
_MOST_PICTURE_DOTS = 40_000_000  # of a picture on it: A4 at 600 dpi has 35 million
_DEEPEST = 15
_POINTS = 72  # per inch


def codes_on_pages(data: bytes) -> tuple[tuple[str, ...], int]:
    """The texts of codes on the first and last twenty pages, and how many pages there are.

    pypdfium2's PdfiumError where no page can be read. Its library must not be used in two threads at once.
    """
    document = PdfDocument(data)
    try:
        count = len(document)
        places = [place for place in range(count) if min(place, count - 1 - place) < MOST_AT_AN_END]
        seen = {place: _codes_on(document, place, codes_at_a_glance) for place in places}
        if not are_whole(_texts(seen)):
            again = [place for place in places if seen[place] or count <= _FEW_PAGES]
            seen |= {place: _codes_on(document, place, codes_seen) for place in again}
        return _texts(seen), count
    finally:
        document.close()


def _texts(seen: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in seen.values() for text in texts))


def _codes_on(document: PdfDocument, place: int, look: Look) -> tuple[str, ...]:
    page = document[place]
    try:
        if _has_bomb(page):
            return ()
        bitmap = page.render(scale=_scale(page), grayscale=True, draw_annots=False)
        try:
            return look(bitmap.to_pil())
        finally:
            bitmap.close()
    finally:
        page.close()


def _has_bomb(page: PdfPage) -> bool:
    """Whether a page has a picture that would fill the memory."""
    for picture in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST):
        width, height = picture.get_px_size()
        if width * height > _MOST_PICTURE_DOTS:
            return True
    return False


def _scale(page: PdfPage) -> float:
    width, height = page.get_size()
    most = math.sqrt(_MOST_DOTS / max(1.0, width * height))
    return min(_SHARPNESS / _POINTS, most)
