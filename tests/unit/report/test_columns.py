"""Pieces in two columns, on one page and on several."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Spacer

from desktop.report import style
from desktop.report.columns import Columns, RunOnColumns
from desktop.report.flowables import Text

HEIGHTS = st.lists(st.integers(5, 300), min_size=1, max_size=30)
PAGE = style.HEIGHT


def _columns(heights):
    return Columns([[Spacer(1, height)] for height in heights])


def _pages(columns, room):
    """The columns' heights on each page, as a document lays them out."""
    pages, rest = [], columns
    while rest.wrap(style.WIDTH, room)[1] > room:
        parts = rest.split(style.WIDTH, room)
        if not parts:
            assert room < PAGE
            room = PAGE
            continue
        first, rest = parts
        pages.append((first.wrap(style.WIDTH, room)[1], room))
        room = PAGE
    return [*pages, (rest.wrap(style.WIDTH, room)[1], room)]


@given(HEIGHTS, st.integers(10, int(PAGE)))
def test_columns_fit_wherever_they_begin(heights, room):
    assert all(height <= page for height, page in _pages(_columns(heights), room))


@given(HEIGHTS)
def test_columns_are_as_even_as_their_pieces_allow(heights):
    height = _columns(heights).wrap(style.WIDTH, 10**6)[1]

    assert height == min(max(sum(heights[:n]), sum(heights[n:])) for n in range(len(heights) + 1))


@given(HEIGHTS)
def test_there_is_room_where_the_beginning_has_room(heights):
    columns = _columns(heights)
    room = columns.height_of_beginning()

    is_whole = columns.wrap(style.WIDTH, room)[1] <= room
    assert is_whole or columns.split(style.WIDTH, room)


def test_a_piece_longer_than_a_page_is_torn():
    long = Columns([[Text("Wort " * 6000, style.TINY)]])
    pages = _pages(long, PAGE)

    assert len(pages) > 1


PIECES = st.lists(st.lists(st.integers(5, 60), min_size=1, max_size=6), min_size=1, max_size=12)


def _run_on(pieces):
    return RunOnColumns([[Spacer(1, height) for height in piece] for piece in pieces])


@given(PIECES, st.integers(10, int(PAGE)))
def test_columns_that_run_on_fit_wherever_they_begin(pieces, room):
    assert all(height <= page for height, page in _pages(_run_on(pieces), room))


@given(PIECES)
def test_columns_that_run_on_are_no_higher_than_others(pieces):
    whole = Columns([[Spacer(1, height) for height in piece] for piece in pieces])

    assert _run_on(pieces).wrap(style.WIDTH, 10**6)[1] <= whole.wrap(style.WIDTH, 10**6)[1]
