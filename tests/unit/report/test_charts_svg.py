"""The charts as the window gets them."""

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from desktop.report import bars_svg, calendar_svg, radar_svg
from desktop.report.charts import bars, radar, ring
from desktop.report.palette import DARK, LIGHT
from desktop.report.svg import drawing_svg
from desktop.scores import Score

HALF = Score(Fraction(40), Fraction(50), Fraction(60), Fraction(1), None)
NOTHING = Score(None, None, None, Fraction(0), None)


def _every_chart(dossier, *, is_dark):
    for result in dossier.results:
        yield radar_svg(result, "it", is_dark=is_dark)
        yield bars_svg(result, "it", is_dark=is_dark)
    yield calendar_svg(dossier.plan, dossier.constraints, dossier.library, "it", is_dark=is_dark).svg


@pytest.mark.parametrize("is_dark", [False, True])
def test_svg_is_xml_that_qt_understands(dossier, is_dark):
    for svg in _every_chart(dossier, is_dark=is_dark):
        ET.fromstring(svg)  # noqa: S314 - our own
        assert b"fill: None" not in svg
        assert b"<clipPath" not in svg
        assert b"Inter-" not in svg
        assert b"Helvetica" not in svg


def test_dark_chart_has_other_colours(dossier):
    assert list(_every_chart(dossier, is_dark=False)) != list(_every_chart(dossier, is_dark=True))


def test_chart_names_every_dimension(dossier):
    result = dossier.results[0]

    svg = bars_svg(result, "en", is_dark=False).decode()

    assert all(text.name.split()[0] in svg for text in result.questionnaire.text("en").dimensions.values())


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_any_number_of_dimensions_can_be_drawn(count):
    scores = [("Wort" * 20, HALF if index % 2 else NOTHING) for index in range(count)]

    for drawing in (radar(scores, LIGHT, (400, 300)), bars(scores, DARK, 400), ring(NOTHING, LIGHT, 90)):
        ET.fromstring(drawing_svg(drawing))  # noqa: S314 - our own
