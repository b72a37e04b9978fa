"""Where words lie on the pages of a PDF, how large they are, and which of them lie over one another."""

import ctypes
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

_TOLERANCE = 0.6  # points; boxes of letters touch where lines are close


@dataclass(frozen=True)
class Box:
    """A word on a page, in points from the lower left corner; `size` is that of its letters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def overlaps(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > _TOLERANCE and along > _TOLERANCE


def boxes_of(pdf: bytes) -> list[list[Box]]:
    """The words of each page."""
    return [list(_words(page.get_textpage())) for page in pypdfium2.PdfDocument(pdf)]


def overlapping(boxes: list[Box]) -> list[tuple[str, str]]:
    """Pairs of words that lie over one another."""
    found = []
    ordered = sorted(boxes, key=lambda box: box.bottom)
    for index, box in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.bottom >= box.top:
                break
            if box.overlaps(other):
                found.append((box.text, other.text))
    return found


def _words(page):
    letters = [_letter(page, index) for index in range(page.count_chars())]
    word: list[Box] = []
    for letter, following in pairwise([*letters, None]):
        if letter is not None:
            word.append(letter)
        if word and (following is None or not _goes_on(word[-1], following)):
            yield Box(
                "".join(part.text for part in word),
                min(part.left for part in word),
                min(part.bottom for part in word),
                max(part.right for part in word),
                max(part.top for part in word),
                min(part.size for part in word),
            )
            word = []


def _goes_on(letter: Box, following: Box) -> bool:
    on_line = abs(letter.bottom - following.bottom) < letter.size
    return on_line and -letter.size / 2 < following.left - letter.right < letter.size / 2


def _letter(page, index):
    text = page.get_text_range(index, 1)
    left, bottom, right, top = page.get_charbox(index)
    if not text.strip() or right - left <= 0 or top - bottom <= 0:
        return None
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, index, ctypes.byref(matrix))
    return Box(text, left, bottom, right, top, pdfium.FPDFText_GetFontSize(page, index) * abs(matrix.d))
