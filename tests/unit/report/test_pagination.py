"""Rows of a table on two pages."""

import pytest
from report_builders import a_dossier
from reportlab.platypus import Spacer

from desktop.report import style
from desktop.report.courses import courses
from desktop.report.flowables import grid, height_of
from desktop.text import wording

ROW = 25  # a spacer of 20 with the cells' padding


def _split(rows, height):
    return [len(part._cellvalues) for part in _table(rows).split(style.WIDTH, height)]


def _table(rows):
    table = grid([[Spacer(1, 20)] for _ in range(rows)], [style.WIDTH])
    table.wrap(style.WIDTH, style.HEIGHT)
    return table


@pytest.mark.parametrize(
    ("rows", "fitting", "parts"),
    [(10, 6, [6, 4]), (10, 9, [8, 2]), (10, 2, [2, 8]), (10, 1, []), (10, 0, []), (3, 2, []), (2, 1, [])],
)
def test_no_row_is_left_alone(rows, fitting, parts):
    assert _split(rows, fitting * ROW + 1) == parts


def test_a_table_that_fits_stays_whole():
    assert _split(5, 5 * ROW + 1) == [5]


def test_a_row_as_high_as_half_a_page_is_not_torn():
    table = grid([[Spacer(1, style.HEIGHT / 2)]], [style.WIDTH], splitInRow=1)

    assert table.split(style.WIDTH, style.HEIGHT / 3) == []


def test_a_course_is_torn_only_where_much_of_a_page_would_stay_blank():
    dossier = a_dossier()
    card = courses(dossier, wording("en"))[-2]
    card.wrap(style.WIDTH, style.HEIGHT)

    assert card.split(style.WIDTH, style.HEIGHT / 4 - 1) == []
    assert len(card.split(style.WIDTH, max(style.HEIGHT / 4, height_of([card.what])) + 1)) == 2
