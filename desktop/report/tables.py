"""The only table of the plan: it breaks where readers would, and says how it is read."""

from collections.abc import Sequence
from typing import Any, Self

from reportlab.platypus import Flowable, Table
from typing_extensions import override

from desktop.report import style
from desktop.report.fonts import REGULAR
from desktop.report.table_structure import LayoutMarks, Reading, tell_structure

ROWS_TOGETHER = 2
HIGHEST_ROW = style.HEIGHT - 40
_ROOM_FOR_A_PART = 100
_PLAIN = (
    ("FONT", (0, 0), (-1, -1), REGULAR, 9),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
)


class Grid(Table):  # type: ignore[misc]
    """A table that leaves no row alone on a page, and splits a row only where a whole page is too small."""

    reads: Reading = "layout"
    marks: LayoutMarks
    is_rest = is_torn = False
    _wrapped_for: float | None = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "renderCB": tell_structure})
        self.identity = object()

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[Any]],
        widths: Sequence[float],
        *commands: tuple[Any, ...],
        reads: Reading = "layout",
        **options: Any,
    ) -> Self:
        """A table of flowables without lines; `commands` are ReportLab's table style commands."""
        made: Self = cls(
            [list(row) for row in rows],
            colWidths=list(widths),
            style=[*_PLAIN, *commands],
            hAlign="LEFT",
            **options,
        )
        made.reads = reads
        return made

    @property
    def rows_of_beginning(self) -> int:
        """How many rows a page needs to hold for the table to begin there: the repeated ones are its head."""
        return ROWS_TOGETHER + int(self.repeatRows)

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Measured once for each width, though columns and frames ask again and again."""
        if availWidth != self._wrapped_for:
            super().wrap(availWidth, availHeight)
            self._wrapped_for = availWidth
        return self._width, self._height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self._calc(availWidth, availHeight)
        heights = list(self._rowHeights)
        if heights[0] > availHeight:
            is_split = self.splitInRow and heights[0] > HIGHEST_ROW and availHeight > _ROOM_FOR_A_PART
            return self._parts(availHeight, is_torn=True) if is_split else []
        fitting = sum(sum(heights[: count + 1]) <= availHeight for count in range(len(heights)))
        kept = min(fitting, len(heights) - ROWS_TOGETHER)
        if fitting == len(heights) or availHeight >= HIGHEST_ROW:
            return self._parts(availHeight)
        if kept < self.rows_of_beginning:
            return []
        return self._parts(sum(heights[:kept]) + 0.1)

    def _parts(self, height: float, *, is_torn: bool = False) -> list[Flowable]:
        """The table above and below a break, one table to those who listen."""
        parts = list(self._splitRows(height, doInRowSplit=int(is_torn)))
        for place, part in enumerate(parts):
            part.reads, part.identity = self.reads, self.identity
            part.is_rest = place > 0 or self.is_rest
            part.is_torn = is_torn if place else self.is_torn
        return parts
