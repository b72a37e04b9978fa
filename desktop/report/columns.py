"""Two columns of pieces that stay whole, as high as each other, going on to the next page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TypeAlias

from reportlab.platypus import Flowable, Paragraph
from typing_extensions import override

from desktop.report import style

Piece: TypeAlias = Sequence[Flowable]
_TWO = 2  # columns
_TORN = style.HEIGHT / 2  # a piece higher than this may be torn


class Columns(Flowable):  # type: ignore[misc]
    """Pieces read down the left column, then down the right one; a piece is torn only where it is long."""

    def __init__(self, pieces: Sequence[Piece], gutter: float = style.GUTTER) -> None:
        super().__init__()
        self._pieces = [list(piece) for piece in pieces if piece]
        self._gutter = gutter
        self._left: Sequence[Piece] = ()
        self._right: Sequence[Piece] = ()

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        heights = self._heights(availWidth)
        done = [0.0, *accumulate(heights)]
        count, self.height = min(
            ((count, max(done[count], done[-1] - done[count])) for count in range(len(done))),
            key=lambda found: (found[1], -found[0]),
        )
        self._left, self._right = self._pieces[:count], self._pieces[count:]
        return availWidth, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """What fits in both columns, and the rest; nothing where not even the first piece does."""
        heights = self._heights(availWidth)
        left = _fitting(heights, availHeight)
        right = _fitting(heights[left:], availHeight)
        kept = left + right
        if kept == len(heights):
            return [self]
        if left and right:
            return [_Full(self._pieces[:kept], left, self._gutter), self._rest(self._pieces[kept:])]
        column = self._column(availWidth)
        parts = _torn(self._pieces[kept], column, availHeight) if heights[kept] > _TORN else None
        if parts is None:
            return []
        begun, rest = parts
        pieces = [*self._pieces[:kept], begun]
        return [_Full(pieces, max(left, 1), self._gutter), self._rest([rest, *self._pieces[kept + 1 :]])]

    def without_last(self) -> "list[Columns]":
        """All but the last two pieces, and these; only themselves where there are no more."""
        kept, last = self._pieces[:-_TWO], self._pieces[-_TWO:]
        return [Columns(kept, self._gutter), Columns(last, self._gutter)] if kept else [self]

    def height_of_beginning(self, width: float = style.WIDTH) -> float:
        """How much of a page the columns need to begin there."""
        first = self._heights(width)[:2]
        return float(min(max(first, default=0.0), _TORN))

    @override
    def draw(self) -> None:
        column = self._column(self.width)
        for pieces, x in ((self._left, 0.0), (self._right, column + self._gutter)):
            top = self.height
            for flowable in (flowable for piece in pieces for flowable in piece):
                top -= flowable.getSpaceBefore()
                high = flowable.wrap(column, self.height)[1]
                flowable.drawOn(self.canv, x, top - high)
                top -= high + flowable.getSpaceAfter()

    def _rest(self, pieces: Sequence[Piece]) -> "Columns":
        return Columns(pieces, self._gutter)

    def _column(self, width: float) -> float:
        return (width - self._gutter) / 2

    def _heights(self, width: float) -> list[float]:
        column = self._column(width)
        return [_height(piece, column) for piece in self._pieces]


class ColumnsWithEnd(Flowable):  # type: ignore[misc]
    """Columns, and below them over the whole width what is never on a page without their last two pieces."""

    def __init__(self, columns: Columns, end: Piece) -> None:
        super().__init__()
        self._columns = columns
        self._end = list(end)

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, above = self._columns.wrap(availWidth, availHeight)
        self.width, self.height = availWidth, above + _height(self._end, availWidth)
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        _, above = self._columns.wrap(availWidth, availHeight)
        begun, *rest = self._columns.without_last() if above <= availHeight else [self._columns]
        if rest and begun.wrap(availWidth, availHeight)[1] <= availHeight:
            return [begun, *(ColumnsWithEnd(last, self._end) for last in rest)]
        parts = [] if above <= availHeight else self._columns.split(availWidth, availHeight)
        return [parts[0], ColumnsWithEnd(parts[1], self._end)] if len(parts) > 1 else []

    def height_of_beginning(self) -> float:
        """How much of a page the columns need to begin there."""
        is_whole = len(self._columns.without_last()) == 1
        whole = self.wrap(style.WIDTH, style.HEIGHT)[1]
        return whole if is_whole else self._columns.height_of_beginning()

    @override
    def draw(self) -> None:
        top = self.height - self._columns.wrap(self.width, self.height)[1]
        self._columns.drawOn(self.canv, 0, top)
        for flowable in self._end:
            top -= flowable.wrap(self.width, self.height)[1]
            flowable.drawOn(self.canv, 0, top)


class RunOnColumns(Columns):
    """Columns of pieces with a title each, which go on in the right column after two paragraphs at least."""

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        balanced = Columns(_units(self._pieces), self._gutter)
        _, self.height = balanced.wrap(availWidth, availHeight)
        self._left, self._right = balanced._left, balanced._right
        return availWidth, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """As many whole pieces as fit, as high as each other in both columns; then as other columns do."""
        for count in range(len(self._pieces), 0, -1):
            begun = RunOnColumns(self._pieces[:count], self._gutter)
            if begun.wrap(availWidth, availHeight)[1] <= availHeight:
                return [begun, self._rest(self._pieces[count:])] if self._pieces[count:] else [self]
        return super().split(availWidth, availHeight)

    @override
    def _rest(self, pieces: Sequence[Piece]) -> Columns:
        return RunOnColumns(pieces, self._gutter)


class EvenColumns(Columns):
    """Columns of paragraphs, even to a line: one goes on on the right, two lines at least on either side."""

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, highest = super().wrap(availWidth, availHeight)
        column = self._column(availWidth)
        lowest = sum(self._heights(availWidth)) / 2
        for more in range(int(highest - lowest)):
            room = lowest + more
            left, right = _divided(self._pieces, column, room)
            if _height(chain(*right), column) <= room:
                self._left, self._right, self.height = left, right, room
                break
        return availWidth, self.height

    @override
    def _rest(self, pieces: Sequence[Piece]) -> Columns:
        return EvenColumns(pieces, self._gutter)


class _Full(Columns):
    """Columns on a page that others follow: the left one holds so many pieces."""

    def __init__(self, pieces: Sequence[Piece], left: int, gutter: float) -> None:
        super().__init__(pieces, gutter)
        self._count = left

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        heights = self._heights(availWidth)
        self._left, self._right = self._pieces[: self._count], self._pieces[self._count :]
        self.height = max(sum(heights[: self._count]), sum(heights[self._count :]))
        return availWidth, self.height


def _units(pieces: Sequence[Piece]) -> list[Piece]:
    """What stays together: a title with the paragraph below it, each further one, the last with its space."""
    found: list[Piece] = []
    for piece in pieces:
        found += [piece[:2], *([each] for each in piece[2:-2]), piece[max(len(piece) - 2, 2) :]]
    return [unit for unit in found if unit]


def _divided(pieces: Sequence[Piece], width: float, room: float) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """What has room in the left column, with the beginning of a torn paragraph; and what has not."""
    kept = _fitting([_height(piece, width) for piece in pieces], room)
    left, right = pieces[:kept], pieces[kept:]
    room -= sum(_height(piece, width) for piece in left)
    parts = _torn(right[0], width, room) if right else None
    if parts is None:
        return left, right
    begun, rest = parts
    goes_on = [rest] if any(isinstance(flowable, Paragraph) for flowable in rest) else []
    return [*left, begun], [*goes_on, *right[1:]]


def _height(piece: Iterable[Flowable], width: float) -> float:
    return sum(_heights(piece, width))


def _heights(piece: Iterable[Flowable], width: float) -> Iterator[float]:
    for flowable in piece:
        high = float(flowable.wrap(width, style.HEIGHT)[1])
        yield high + float(flowable.getSpaceBefore()) + float(flowable.getSpaceAfter())


def _fitting(heights: Sequence[float], room: float) -> int:
    """How many pieces from the first on fit into a column."""
    return sum(done <= room for done in accumulate(heights))


def _torn(piece: Piece, width: float, room: float) -> tuple[list[Flowable], list[Flowable]] | None:
    """A long piece in two; nothing where its beginning does not fit."""
    kept: list[Flowable] = []
    for index, flowable in enumerate(piece):
        high = _height([flowable], width)
        if high <= room:
            kept.append(flowable)
            room -= high
            continue
        parts = flowable.split(width, room)
        if not parts and not kept:
            return None
        return [*kept, *parts[:1]], [*(parts[1:] or [flowable]), *piece[index + 1 :]]
    return None
