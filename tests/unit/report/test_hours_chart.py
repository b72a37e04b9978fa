"""What the hours bring, drawn."""

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from reportlab.graphics.shapes import Drawing, Group, Rect

from desktop.planning.hours_curve import HoursCurve
from desktop.report.hours_chart import hours_chart
from desktop.report.palette import LIGHT, colour
from desktop.report.screen import hours_svg
from desktop.text import wording

CURVE = HoursCurve("owner", Fraction(1), ((Fraction(1, 2), 3), (Fraction(1), 6), (Fraction(3, 2), 12)))


def bars(drawing: Drawing) -> list[Rect]:
    groups = (each for each in drawing.contents if isinstance(each, Group))
    return [part for group in groups for part in group.contents if isinstance(part, Rect)]


def test_a_bar_is_as_high_as_its_share_and_the_present_one_stands_out() -> None:
    found = bars(hours_chart(CURVE, wording("it"), LIGHT, width=300))
    assert [round(bar.height / found[-1].height, 3) for bar in found] == [0.25, 0.5, 1]
    assert [bar.fillColor == colour(LIGHT.accent) for bar in found] == [False, True, False]


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_drawing_tells_hours_and_shares_in_the_readers_words(*, is_dark: bool) -> None:
    svg = hours_svg(CURVE, "it", is_dark=is_dark).decode()
    ET.fromstring(svg)  # noqa: S314 - our own
    assert all(text in svg for text in ("0,5", "25%", "100%", "ore a settimana"))
