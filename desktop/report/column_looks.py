"""How the columns of a table stand: words to the left, figures to the right under their heading."""

from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle

from desktop.report import style


class ColumnLook(NamedTuple):
    """The styles of a column's heading and of its cells."""

    label: ParagraphStyle
    cell: ParagraphStyle
    strong: ParagraphStyle


WORDS = ColumnLook(style.LABEL, style.SMALL, style.SMALL_STRONG)
FIGURES = ColumnLook(style.LABEL_RIGHT, style.SMALL_RIGHT, style.SMALL_STRONG_RIGHT)
