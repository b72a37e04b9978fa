"""Pieces in two columns, on one page and on several."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Spacer

from desktop.report import style
from desktop.report.columns import Columns, ColumnsWithEnd, EvenColumns, RunOnColumns
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


PARAGRAPHS = st.lists(st.integers(1, 120), min_size=1, max_size=12)


def _texts(lengths):
    return [[Text("word " * length, style.TINY), Spacer(1, 4)] for length in lengths]


@given(PARAGRAPHS)
def test_paragraphs_are_even_to_a_few_lines(lengths):
    even = EvenColumns(_texts(lengths))
    height = even.wrap(style.WIDTH, PAGE)[1]
    whole = Columns(_texts(lengths)).wrap(style.WIDTH, PAGE)[1]
    column = (style.WIDTH - style.GUTTER) / 2
    in_all = sum(text.wrap(column, PAGE)[1] + 4 for text, _ in _texts(lengths))

    assert in_all / 2 - 0.1 <= height <= whole
    assert height <= in_all / 2 + 3 * style.TINY.leading + 4  # where a paragraph may not be torn


def test_a_torn_paragraph_goes_on_at_the_top_of_the_right_column():
    columns = EvenColumns(_texts([100]))

    height = columns.wrap(style.WIDTH, PAGE)[1]

    assert height < Columns(_texts([100])).wrap(style.WIDTH, PAGE)[1] * 0.6


def _ended(pieces, end):
    columns = Columns([[Spacer(1, height)] for height in pieces])
    return ColumnsWithEnd(columns, [Spacer(1, end)])


def test_what_stands_below_columns_takes_their_last_two_pieces_along():
    ended = _ended([100] * 6, 50)

    first, rest = ended.split(style.WIDTH, 320)

    assert first.wrap(style.WIDTH, PAGE)[1] == 200
    assert rest.wrap(style.WIDTH, PAGE)[1] == 150


def test_two_pieces_go_along_with_what_stands_below_them():
    ended = _ended([100, 100], 50)

    assert ended.split(style.WIDTH, 120) == []
    assert ended.height_of_beginning() == 150
