"""Square codes (QR) for paper: one filled path of horizontal runs, drawn in no time."""

from itertools import groupby
from typing import Literal, TypeAlias

import zxingcpp
from reportlab.graphics.shapes import Drawing, Path
from reportlab.lib.units import mm

from desktop.report.flowables import Figure
from desktop.report.palette import colour

Correction: TypeAlias = Literal["L", "M", "Q", "H"]

_QUIET = 4  # modules without ink on every side, as the standard asks
_MODULE = 0.5 * mm  # below this, noisy scans and small cameras fail
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
    step = side / modules
    path = Path(fillColor=colour(_BLACK), strokeColor=None)
    for row, line in enumerate(dark):
        _runs(path, line, side - (row + _QUIET + 1) * step, step)
    return Figure(Drawing(side, side, path), text if alternative is None else alternative)


def qr_matrix(text: str, correction: Correction = "M") -> tuple[tuple[bool, ...], ...]:
    """The rows of the code from the top, true where it is dark, without its quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=correction)
    image = zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False)
    rows: list[list[int]] = memoryview(image).tolist()  # type: ignore[arg-type, assignment]
    return tuple(tuple(not light for light in row) for row in rows)


def _runs(path: Path, line: tuple[bool, ...], base: float, step: float) -> None:
    """The dark runs of one row as rectangles."""
    column = _QUIET
    for is_dark, run in groupby(line):
        left, column = column, column + len(tuple(run))
        if is_dark:
            path.moveTo(left * step, base)
            path.lineTo(column * step, base)
            path.lineTo(column * step, base + step)
            path.lineTo(left * step, base + step)
            path.closePath()
