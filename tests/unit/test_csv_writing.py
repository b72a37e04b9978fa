"""Tables that spreadsheets open: every cell as it was, and none that is reckoned."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.csv_writing import csv_bytes, guarded, unguarded

FORMULAS = ("=1+cmd|' /C calc'!A0", " =1", "＝1", "+39 051", "-2", "@sum", "\t=1", "\r=1")
CELLS = st.text(st.characters(exclude_categories=("Cs",))).filter(lambda text: text[:1] != "'")


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_reckon_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.lists(st.lists(CELLS, min_size=1), min_size=1))
def test_texts_come_back_as_they_were_and_none_is_a_formula(rows: list[list[str]]) -> None:
    written = csv_bytes(rows, ";").decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(written, newline=""), delimiter=";"))
    assert [[unguarded(cell) for cell in row] for row in read] == rows
    assert not [cell for row in read for cell in row if cell.lstrip(" ").startswith(tuple("=+-@\t\r"))]


def test_numbers_stay_numbers_and_days_are_told_the_same_everywhere() -> None:
    assert csv_bytes([(-1.5, 2, None, date(2027, 1, 31))]).decode("utf-8-sig") == "-1.5,2,,2027-01-31\r\n"
