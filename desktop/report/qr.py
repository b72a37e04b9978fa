"""Square codes (QR) for paper: one filled path of horizontal runs, drawn in no time."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

import zxingcpp
from reportlab.graphics.shapes import DirectDraw, Drawing
from reportlab.lib.units import mm
from typing_extensions import override

from desktop.report.flowables import Figure
from desktop.report.palette import colour

Correction: TypeAlias = Literal["L", "M", "Q", "H"]

_QUIET = 4  # modules without ink on every side, as the standard asks
_MODULE = 0.5 * mm  # below this, noisy scans and small cameras fail
_DARK = re.compile(b"\x01+")
_BLACK = "#000000"


def qr_drawing(
    text: str, size: float = 0, alternative: str | None = None, *, correction: Correction = "M"
) -> Figure:
    """The text as a code of `size` points with its quiet zone, larger where it needs 0.5 mm per module.

    `alternative` are the words that stand for it, by default the text. `correction` is how much may be
    damaged: L 7 %, M 15 %, Q 25 %, H 30 %. Raises ValueError where the text is empty or too long for one
    code (2,953 bytes at L, 2,331 at M; some 80 % more in capital letters and digits).
    """
    dark = qr_matrix(text, correction)
    modules = len(dark) + 2 * _QUIET
    side = max(size, modules * _MODULE)
    return Figure(
        Drawing(side, side, Code(tuple(_runs(dark)), modules, side)),
        text if alternative is None else alternative,
    )


def qr_matrix(text: str, correction: Correction = "M") -> tuple[tuple[bool, ...], ...]:
    """The rows of the code from the top, true where it is dark, without its quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=correction)
    image = zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False)
    rows: list[list[int]] = memoryview(image).tolist()  # type: ignore[arg-type, assignment]
    return tuple(tuple(not light for light in row) for row in rows)


class Run(NamedTuple):
    """Dark modules side by side, counted from the lower left corner of the quiet zone."""

    left: int
    base: int
    length: int


class Code(DirectDraw):  # type: ignore[misc]
    """The dark runs of a code that has so many modules on each of its sides, `side` points long."""

    def __init__(self, runs: tuple[Run, ...], modules: int, side: float) -> None:
        self.runs, self.modules, self.side = runs, modules, side

    @override
    def drawDirectly(self, renderer: Any) -> None:
        canvas = renderer._canvas
        canvas.saveState()
        canvas.setFillColor(colour(_BLACK))
        canvas.scale(self.side / self.modules, self.side / self.modules)
        canvas._code += [f"{run.left} {run.base} {run.length} 1 re" for run in self.runs]
        canvas._code.append("f")
        canvas.restoreState()

    @override
    def getBounds(self) -> tuple[float, float, float, float]:
        return 0, 0, self.side, self.side


def _runs(dark: tuple[tuple[bool, ...], ...]) -> Iterator[Run]:
    top = len(dark) + _QUIET - 1
    for row, line in enumerate(dark):
        for found in _DARK.finditer(bytes(line)):
            yield Run(found.start() + _QUIET, top - row, found.end() - found.start())
