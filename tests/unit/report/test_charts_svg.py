"""The charts as the window gets them."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from xml.etree import ElementTree as ET

import msgspec
import pytest

from desktop.content.decisions import CourseDecision, Holiday
from desktop.report import bars_svg, calendar_svg, radar_svg, screen
from desktop.report.calendar_words import marks_in_words
from desktop.report.charts import bars, radar, ring
from desktop.report.palette import DARK, LIGHT
from desktop.report.svg import drawing_svg
from desktop.scores import Score
from desktop.text import wording

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


def test_a_hubs_accent_takes_the_place_of_the_houses(dossier):
    plain = screen.radar_svg(dossier.results[0], "it").decode()
    branded = screen.radar_svg(dossier.results[0], "it", accent="#7A2E5D").decode()

    house, own = "rgb(4%,30%,63%)", "rgb(47%,18%,36%)"
    assert (house in plain, own in plain) == (True, False)
    assert (house in branded, own in branded) == (False, True)


def test_chart_names_every_dimension(dossier):
    result = dossier.results[0]

    svg = bars_svg(result, "en", is_dark=False).decode()

    assert all(text.name.split()[0] in svg for text in result.questionnaire.text("en").dimensions.values())


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_any_number_of_dimensions_can_be_drawn(count):
    scores = [("Wort" * 20, HALF if index % 2 else NOTHING) for index in range(count)]

    for drawing in (radar(scores, LIGHT, (400, 300)), bars(scores, DARK, 400), ring(NOTHING, LIGHT, 90)):
        ET.fromstring(drawing_svg(drawing))  # noqa: S314 - our own


def test_the_calendar_says_where_its_bars_are(dossier):
    made = calendar_svg(dossier.plan, dossier.constraints, dossier.library, "en", is_dark=False)
    places = made.places
    first = dossier.plan.courses[0]
    drawn = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="11', made.svg.decode())

    assert len(places.bars) == len(dossier.plan.courses)
    bar = next(b for b in places.bars if (b.role, b.course) == (first.role, first.course.id))
    assert bar.box.left == pytest.approx(places.left + first.first_week * places.week, abs=1)
    edges = [(float(x), float(x) + float(width)) for x, width in drawn]
    assert any(x == pytest.approx(bar.box.left, abs=0.1) for x, _ in edges)
    assert any(x == pytest.approx(bar.box.left + bar.box.width, abs=0.1) for _, x in edges)
    assert all(b.box.left + b.box.width <= places.width and b.box.top > 0 for b in places.bars)
    assert all(b.box.top + b.box.height <= places.height for b in places.bars)


def test_the_calendar_marks_chosen_weeks_and_says_so(dossier):
    pinned, *others = dossier.plan.courses
    decision = CourseDecision(course=pinned.course.id, role=pinned.role, state="wanted", week=2)
    plan = replace(dossier.plan, courses=(replace(pinned, decision=decision), *others))
    holiday = Holiday(plan.start, plan.start)
    limits = msgspec.structs.replace(dossier.constraints, holidays=(holiday,))

    made = calendar_svg(plan, limits, dossier.library, "en", is_dark=False)

    assert [bar.course for bar in made.places.bars if bar.pin is not None] == [pinned.course.id]
    assert b"<circle" in made.svg
    assert marks_in_words(plan, limits, wording("en")) == (
        "Shaded days are holidays. A pin marks a week chosen by hand."
    )
    assert marks_in_words(dossier.plan, dossier.constraints, wording("en")) == ""


def test_the_calendar_names_the_weeks_in_which_months_begin(dossier):
    plan = replace(dossier.plan, start=date(2027, 1, 11))
    svg = calendar_svg(plan, dossier.constraints, dossier.library, "en", is_dark=False).svg.decode()

    assert all(f"{day}<" in svg for day in ("11 Jan", "1 Feb", "1 Mar", "5 Apr"))


def test_the_calendar_tells_the_hours_of_a_role_with_a_long_name_whole(dossier):
    first, *_ = dossier.plan.courses
    plan = replace(dossier.plan, courses=(replace(first, role="it", people=6),))
    svg = calendar_svg(plan, dossier.constraints, dossier.library, "it", is_dark=False).svg.decode()

    assert "in tutto<" in svg
    assert "…" not in svg
