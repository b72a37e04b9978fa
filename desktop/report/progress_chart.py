"""Then and now on one line: a hollow mark, a filled mark, and the way between them."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Group, Line

from desktop.dossier.progress import Change
from desktop.report.drawing_text import broken, word
from desktop.report.fonts import SEMIBOLD, register_fonts
from desktop.report.palette import Palette, colour
from desktop.report.progress_words import Named, figures
from desktop.text import Wording

_MARK = 3.2
_HEAD, _ROW = 18.0, 24.0
_NAME, _FIGURE = 8.5, 9.0
_COLUMNS = 3 * 34.0
_TICKS = 4


def dumbbell(change: Change, palette: Palette, width: float, most: int) -> Drawing:
    """One change alone on a scale from 0 to `most`, as high as a line of a table."""
    register_fonts()
    return Drawing(width, 10, _dumbbell(change, palette, (0, 5, width), most))


def dumbbells(  # noqa: PLR0913 - changes with their scale, words and look
    changes: Sequence[Named],
    rounds: tuple[str, str],
    wording: Wording,
    palette: Palette,
    *,
    width: int,
    most: int,
) -> Drawing:
    """All changes below one another with names and figures; `rounds` are the names of then and now."""
    register_fonts()
    height = _HEAD + _ROW * len(changes)
    drawing = Drawing(width, height)
    left, right = min(190.0, width * 0.36), width - _COLUMNS - 10
    for index, title in enumerate((*rounds, wording("Difference"))):
        drawing.add(word(_column(width, index), height - 11, title, 7.5, palette.muted, anchor="end"))
    for index, named in enumerate(changes):
        middle = height - _HEAD - _ROW * (index + 0.5)
        lines = broken(named.name, left - 12, _NAME)
        for line, text in enumerate(lines):
            base = middle - 3 + 5 * (len(lines) - 1) - 10 * line
            drawing.add(word(0, base, text, _NAME, palette.ink))
        drawing.add(_dumbbell(named.change, palette, (left, middle, right - left), most))
        for place, figure in enumerate(figures(named.change, wording)):
            font = {"font": SEMIBOLD} if place else {}
            x = _column(width, place)
            drawing.add(word(x, middle - 3, figure, _FIGURE, palette.ink, anchor="end", **font))
    return drawing


def _column(width: float, index: int) -> float:
    return width - _COLUMNS + (index + 1) * _COLUMNS / 3


def _dumbbell(change: Change, palette: Palette, place: tuple[float, float, float], most: int) -> Group:
    """The marks on a scale at (x, y) of some length; what is not comparable has no way between its marks."""
    x, y, length = place
    start, usable = x + _MARK, length - 2 * _MARK
    group = Group(Line(start, y, start + usable, y, strokeColor=colour(palette.line), strokeWidth=0.5))
    for tick in range(_TICKS + 1):
        at = start + usable * tick / _TICKS
        group.add(Line(at, y - 2, at, y + 2, strokeColor=colour(palette.line), strokeWidth=0.5))
    then, now = (
        None if value is None else start + usable * float(value) / most for value in (change.then, change.now)
    )
    ink, ground = colour(palette.accent), colour(palette.background)
    if then is not None and now is not None and change.is_comparable:
        group.add(Line(then, y, now, y, strokeColor=ink, strokeWidth=1.8))
    if then is not None:
        group.add(Circle(then, y, _MARK - 0.6, fillColor=ground, strokeColor=ink, strokeWidth=1.2))
    if now is not None:
        group.add(
            Circle(now, y, _MARK - 0.4 if now != then else _MARK - 1.6, fillColor=ink, strokeColor=None)
        )
    return group
