"""Square codes (QR) for paper: one filled path of horizontal runs, drawn in no time."""

import re
from collections.abc import Iterator
from itertools import count
from math import isqrt
from typing import Any, Literal, TypeAlias

import zxingcpp
from reportlab.graphics.shapes import DirectDraw, Drawing
from reportlab.lib.units import mm
from typing_extensions import override

from desktop.report.flowables import Figure
from desktop.report.palette import colour

Correction: TypeAlias = Literal["L", "M", "Q", "H"]

QUIET = 4  # modules without ink on every side, as the standard asks
_MODULE = 0.5 * mm  # below this, noisy scans and small cameras fail
_DARK = re.compile(b"\x00+")
_BLACK = "#000000"


def qr_drawing(
    text: str, size: float = 0, alternative: str | None = None, *, correction: Correction = "M"
) -> Figure:
    """The text as a code of `size` points with its quiet zone, larger where it needs 0.5 mm per module.

    `alternative` are the words that stand for it, by default the text. `correction` is how much may be
    damaged: L 7 %, M 15 %, Q 25 %, H 30 %. Raises ValueError where the text is empty or too long for one
    code (2,953 bytes at L, 2,331 at M; some 80 % more in capital letters and digits).
    """
    rows = _rows(text, correction)
    side = max(size, (len(rows) + 2 * QUIET) * _MODULE)
    return Figure(Drawing(side, side, Code(rows, side)), text if alternative is None else alternative)


def qr_matrix(text: str, correction: Correction = "M") -> tuple[tuple[bool, ...], ...]:
    """The rows of the code from the top, true where it is dark, without its quiet zone."""
    return tuple(tuple(not light for light in row) for row in _rows(text, correction))


def _rows(text: str, correction: Correction) -> tuple[bytes, ...]:
    """A byte for each module, 0 where it is dark."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=correction)
    image = zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False)
    light = memoryview(image).tobytes()  # type: ignore[arg-type]
    side = isqrt(len(light))
    return tuple(light[start : start + side] for start in range(0, side * side, side))


class Code(DirectDraw):  # type: ignore[misc]
    """The rows of a code from the top, a byte for each module, on a square whose sides are `side` points."""

    def __init__(self, rows: tuple[bytes, ...], side: float) -> None:
        self.rows, self.side = rows, side

    @override
    def drawDirectly(self, renderer: Any) -> None:
        canvas, step = renderer._canvas, self.side / (len(self.rows) + 2 * QUIET)
        canvas.saveState()
        canvas.setFillColor(colour(_BLACK))
        canvas.scale(step, step)
        canvas._code += [f"{left} {base} {length} 1 re" for left, base, length in self.runs()]
        canvas._code.append("f")
        canvas.restoreState()

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Dark modules side by side: left and lower edge, counted in modules, and how many they are."""
        for base, row in zip(count(QUIET), reversed(self.rows), strict=False):
            for found in _DARK.finditer(row):
                yield found.start() + QUIET, base, found.end() - found.start()

    @override
    def getBounds(self) -> tuple[float, float, float, float]:
        return 0, 0, self.side, self.side
