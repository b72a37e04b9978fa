"""The printed plan's measures and paragraph styles."""

from functools import cache

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from desktop.report.fonts import MEDIUM, REGULAR, SEMIBOLD
from desktop.report.palette import LIGHT, colour

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 43.0
BOTTOM = 48.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - MARGIN - BOTTOM
GUTTER = 20.0
HALF = (WIDTH - GUTTER) / 2

INK, MUTED, LINE = colour(LIGHT.ink), colour(LIGHT.muted), colour(LIGHT.line)
FAINT, ACCENT, WHITE = colour(LIGHT.faint), colour(LIGHT.accent), colour(LIGHT.background)


_NO_LONE_LINES = {"allowWidows": 0, "allowOrphans": 0}


def _style(name: str, size: float, leading: float, **values: object) -> ParagraphStyle:
    settings: dict[str, object] = {"fontName": REGULAR, "textColor": INK, **_NO_LONE_LINES, **values}
    return ParagraphStyle(name, fontSize=size, leading=leading, **settings)


BODY = _style("body", 9.2, 13)
SMALL = _style("small", 8.2, 10.8)
SMALL_STRONG = _style("small strong", 8.2, 10.8, fontName=SEMIBOLD)
SMALL_STRONG_RIGHT = _style("small strong right", 8.2, 10.8, fontName=SEMIBOLD, alignment=TA_RIGHT)
SMALL_STRONG_CENTRED = _style("small strong centred", 8.2, 10.8, fontName=SEMIBOLD, alignment=TA_CENTER)
SMALL_MUTED = _style("small muted", 8.2, 10.8, textColor=MUTED)
SMALL_RIGHT = _style("small right", 8.2, 10.8, alignment=TA_RIGHT)
STRONG = _style("strong", 9.2, 12.5, fontName=SEMIBOLD)
ADDRESS = _style("address", 8.2, 10.8, textColor=MUTED, uriWasteReduce=0.3, embeddedHyphenation=1)
TINY = _style("tiny", 7.6, 9.9)
TINY_STRONG = _style("tiny strong", 7.6, 9.9, fontName=SEMIBOLD)
TINY_STRONG_RIGHT = _style("tiny strong right", 7.6, 9.9, fontName=SEMIBOLD, alignment=TA_RIGHT)
TINY_MUTED = _style("tiny muted", 7.6, 9.9, textColor=MUTED)
TINY_RIGHT = _style("tiny right", 7.6, 9.9, alignment=TA_RIGHT)
LABEL = _style("label", 7.6, 10.4, fontName=MEDIUM, textColor=MUTED)
LABEL_RIGHT = _style("label right", 7.6, 10.4, fontName=MEDIUM, textColor=MUTED, alignment=TA_RIGHT)
LEAD = _style("lead", 10.5, 15, textColor=MUTED)
PAGE_TITLE = _style("page title", 18, 22, fontName=SEMIBOLD, spaceBefore=14, spaceAfter=3)
SECTION = _style("section", 12, 15.5, fontName=SEMIBOLD, textColor=ACCENT, spaceBefore=10, spaceAfter=4)
BLOCK = _style("block", 11, 14, fontName=SEMIBOLD)
FIGURE = _style("figure", 17, 21, fontName=SEMIBOLD)
COVER_MARK = _style("cover mark", 10, 13, fontName=SEMIBOLD, textColor=ACCENT)
COVER_TITLE = _style("cover title", 15, 20, fontName=MEDIUM, textColor=ACCENT)
COVER_NAME = _style("cover name", 31, 37, fontName=SEMIBOLD)


@cache
def from_the_right(look: ParagraphStyle) -> ParagraphStyle:
    """The style for a text that is read from right to left."""
    if look.alignment != TA_LEFT:
        return look
    return ParagraphStyle(f"{look.name} from the right", look, alignment=TA_RIGHT)
