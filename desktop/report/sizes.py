"""What may be printed in several sizes: the largest that its page has room for."""

from collections.abc import Sequence

from reportlab.platypus import Flowable
from typing_extensions import override


class LargestThatFits(Flowable):  # type: ignore[misc]
    """The same in several sizes, the largest first: the first that has room, else the last."""

    def __init__(self, sizes: Sequence[Flowable]) -> None:
        super().__init__()
        self._sizes = sizes
        self._chosen = self.smallest = sizes[-1]

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        for size in self._sizes:
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
