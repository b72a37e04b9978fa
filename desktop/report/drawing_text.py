"""Words in drawings: shortened and broken to the width they have."""

from reportlab.graphics.shapes import Group, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.report.fonts import REGULAR, printable
from desktop.report.palette import colour
from desktop.report.typography import typeset


def word(  # noqa: PLR0913 - place, words and look
    x: float, y: float, text: str, size: float, ink: str, *, font: str = REGULAR, anchor: str = "start"
) -> String:
    """One line of text; its height is rounded to half points because ReportLab's SVG does the same."""
    return String(
        x,
        round(2 * y) / 2,
        typeset(printable(text)),
        fontName=font,
        fontSize=size,
        fillColor=colour(ink),
        textAnchor=anchor,
    )


def shortened(text: str, width: float, size: float, font: str = REGULAR) -> str:
    """The text, ending in an ellipsis where it is wider than `width` points."""
    text = typeset(printable(text))
    if stringWidth(text, font, size) <= width:
        return text
    while text and stringWidth(text + "…", font, size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def broken(text: str, width: float, size: float, *, font: str = REGULAR, lines: int = 2) -> list[str]:
    """The text in at most so many lines of `width` points; the last one is shortened."""
    found: list[str] = []
    rest = typeset(printable(text)).split(" ")
    while rest and len(found) < lines - 1:
        taken = rest[:1]
        rest = rest[1:]
        while rest and stringWidth(" ".join((*taken, rest[0])), font, size) <= width:
            taken.append(rest.pop(0))
        found.append(shortened(taken[0], width, size, font) if len(taken) == 1 else " ".join(taken))
    if rest:
        found.append(shortened(" ".join(rest), width, size, font))
    return found


def words(  # noqa: PLR0913 - place, words and look
    x: float,
    top: float,
    lines: list[str],
    size: float,
    ink: str,
    *,
    font: str = REGULAR,
    anchor: str = "start",
) -> Group:
    """Lines of text below one another; `top` is the base of the first."""
    return Group(
        *(
            word(x, top - index * size * 1.2, line, size, ink, font=font, anchor=anchor)
            for index, line in enumerate(lines)
        )
    )
