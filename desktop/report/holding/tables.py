"""The tables of a document about held data: a heading, names of columns, and rows of plain texts."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.report import style
from desktop.report.column_looks import FIGURES, WORDS
from desktop.report.flowables import Grid, Heading, Text, grid, height_of, height_of_beginning, lined

_GAP = 10
_CELL_MOST = 1500  # characters: a cell higher than a page could not be read


def table(
    title: str,
    key: str,
    labels: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
) -> list[Flowable]:
    """A table under its heading, whose columns take shares of the width; nothing where there are no rows."""
    if not rows:
        return []
    made = lines(labels, rows, shares)
    heading = Heading.of(title, style.SECTION, key, 1)
    room = height_of([heading]) + height_of_beginning(made)
    return [CondPageBreak(min(room, style.HEIGHT)), heading, made, Spacer(1, 6)]


def lines(
    labels: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], *, of_figures: bool = False
) -> Grid:
    """The table alone; its first column names the rows; figures stand to the right of theirs."""
    looks = [WORDS, *[FIGURES if of_figures else WORDS] * (len(labels) - 1)]
    shown: list[list[Flowable | list[Flowable]]] = [
        [Text(label, look.label) for label, look in zip(labels, looks, strict=True)]
    ]
    shown += [[_cell(text, look.cell) for text, look in zip(row, looks, strict=True)] for row in rows]
    widths = [style.WIDTH * share for share in shares]
    gaps = ("RIGHTPADDING", (0, 0), (-2, -1), _GAP), ("RIGHTPADDING", (-1, 0), (-1, -1), 0)
    return grid(shown, widths, lined(), *gaps, repeatRows=1, reads="named rows")


def _cell(text: str, look: ParagraphStyle) -> list[Flowable]:
    """A paragraph for each line."""
    return [Text(line, look) for line in _cut(text).split("\n")]


def _cut(text: str) -> str:
    return text if len(text) <= _CELL_MOST else f"{text[:_CELL_MOST]}…"
