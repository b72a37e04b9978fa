"""What may be printed in several sizes: the largest that its page has room for."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from reportlab.platypus import CondPageBreak, Flowable
from typing_extensions import override

from desktop.report import style
from desktop.report.flowables import ROOM_OF_A_PAGE, height_on_a_page

_Look = TypeVar("_Look")


class LargestThatFits(Flowable):  # type: ignore[misc]
    """The same in several sizes, the largest first: the first that has room, else the last.

    `follows` is the height, in points, that what comes next needs to begin: where that has room below the
    last size, none larger takes it away.
    """

    follows = style.HEIGHT

    def __init__(self, sizes: Sequence[Flowable]) -> None:
        super().__init__()
        self._sizes = sizes
        self._chosen = self.smallest = sizes[-1]

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        smallest = self.smallest.wrap(availWidth, availHeight)[1]
        has_company = smallest + self.follows <= availHeight
        for size in self._sizes[-1:] if has_company else self._sizes:
            self._chosen = size
            self.width, self.height = size.wrap(availWidth, availHeight)
            if self.height <= availHeight:
                break
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        parts: list[Flowable] = self.smallest.split(availWidth, availHeight)
        return parts

    @override
    def draw(self) -> None:
        self._chosen.drawOn(self.canv, 0, 0)


def largest(content: Callable[[_Look], list[Flowable]], looks: Iterable[_Look]) -> list[Flowable]:
    """The content in the first of the looks in which one page has room for it, else in the last."""
    made: list[Flowable] = []
    for look in looks:
        made = content(look)
        if height_on_a_page(made) <= ROOM_OF_A_PAGE:
            break
    return made


def tell_what_follows(content: Sequence[Flowable]) -> None:
    """Tell all that may be large how much the next section needs to begin on the same page."""
    for here, after in pairwise(content):
        if isinstance(here, LargestThatFits) and isinstance(after, CondPageBreak):
            here.follows = after.height


class Stack(Flowable):  # type: ignore[misc]
    """Pieces below one another as one; they break where they would on their own."""

    def __init__(self, pieces: Sequence[Flowable]) -> None:
        super().__init__()
        self._pieces = list(pieces)

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.height = sum(float(piece.wrap(availWidth, availHeight)[1]) for piece in self._pieces)
        return self.width, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        first, *others = self._pieces
        if first.wrap(availWidth, availHeight)[1] <= availHeight:
            return list(self._pieces)
        parts: list[Flowable] = first.split(availWidth, availHeight)
        return [*parts, *others] if parts else []

    @override
    def draw(self) -> None:
        top = self.height
        for piece in self._pieces:
            top -= piece.wrap(self.width, self.height)[1]
            piece.drawOn(self.canv, 0, top)
