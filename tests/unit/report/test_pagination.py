"""Rows of a table on two pages."""

import pytest
from report_builders import a_dossier
from reportlab.platypus import CondPageBreak, Spacer

from desktop.report import style
from desktop.report.courses import courses
from desktop.report.flowables import Text, grid, height_of
from desktop.report.sizes import LargestThatFits, Stack, largest, tell_what_follows
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


def test_a_repeated_head_is_no_row():
    table = grid([[Spacer(1, 20)] for _ in range(10)], [style.WIDTH], repeatRows=1)

    assert table.split(style.WIDTH, 2 * ROW + 1) == []
    assert len(table.split(style.WIDTH, 3 * ROW + 1)) == 2


@pytest.mark.parametrize(("room", "look"), [(400, style.BODY), (44, style.TINY), (5, style.TINY)])
def test_the_largest_size_is_taken_that_has_room(room, look):
    words = "How everything was computed. " * 20
    sizes = [Text(words, each) for each in (style.BODY, style.SMALL, style.TINY)]
    wanted = Text(words, look).wrap(style.WIDTH, style.HEIGHT)[1]

    assert LargestThatFits(sizes).wrap(style.WIDTH, room)[1] == wanted


@pytest.mark.parametrize(("following", "look"), [(200, style.BODY), (100, style.TINY)])
def test_no_larger_size_takes_the_room_of_what_begins_below(following, look):
    words = "How everything was computed. " * 20
    sizes = LargestThatFits([Text(words, each) for each in (style.BODY, style.TINY)])
    wanted = Text(words, look).wrap(style.WIDTH, style.HEIGHT)[1]

    tell_what_follows([sizes, CondPageBreak(following)])

    assert sizes.wrap(style.WIDTH, 200)[1] == wanted


def test_a_table_and_its_last_sentence_break_where_the_table_would():
    words = Text("Less urgent: backups.", style.TINY)
    stack = Stack([_table(10), words])

    assert stack.wrap(style.WIDTH, style.HEIGHT)[1] == 10 * ROW + words.height
    assert stack.split(style.WIDTH, 2) == []
    first, *others = stack.split(style.WIDTH, 6 * ROW + 1)
    assert (len(first._cellvalues), len(others[0]._cellvalues)) == (6, 4)
    assert others[1:] == [words]
    assert stack.split(style.WIDTH, 10 * ROW + 1)[1:] == [words]


def test_what_has_one_page_is_as_large_as_the_page_allows():
    looks = (style.BODY, style.SMALL, style.TINY)
    long = [Text("How everything was computed. " * 500, look) for look in looks]

    assert largest(lambda look: [Text("Short.", look)], looks)[0].style is style.BODY
    assert largest(lambda look: [long[looks.index(look)]], looks)[0].style is style.TINY
