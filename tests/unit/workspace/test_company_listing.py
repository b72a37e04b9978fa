"""Companies are found by any part of what they are called, by filters, and in every order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.searching import folded
from desktop.storage import CompanyRow
from desktop.workspace.company_listing import NOBODY, Column, Listing, Shelf, Wish

DAY = date(2027, 6, 15)
NOON = datetime(2027, 6, 15, 12, tzinfo=UTC)


def a_row(number: int, **values: Any) -> CompanyRow:
    """A company of which nothing is known but its name; any entry may be overridden."""
    plain = {
        "id": number,
        "round_id": 10 * number,
        "name": f"Firm {number}",
        "vat": "",
        "country": "IT",
        "sector": None,
        "region": None,
        "size": "micro",
        "contact": "",
        "consultant": "",
        "stage": "T0",
        "visited_at": NOON,
        "due_on": None,
        "due": "",
        "is_archived": False,
    }
    return CompanyRow(**{**plain, **values})


def found(rows: list[CompanyRow], wish: Wish) -> set[int]:
    return {row.id for row in Listing(tuple(rows), DAY).find(wish)}


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("caffe", True),
        ("CAFFÈ dangelo", True),
        ("d'angelo", True),
        ("strasse", True),
        ("maria", True),
        ("IT 001.595", True),
        ("0015 9560366", True),
        ("caffè maria", True),
        ("caffè bianchi", False),
        ("00159560367", False),
    ],
)
def test_words_are_found_without_accents_capitals_and_marks(words: str, *, is_found: bool) -> None:
    row = a_row(1, name="Caffè D’Angelo Straße", vat="IT-00159560366", contact="Maria Łukasz")
    assert found([row], Wish(words=words)) == ({1} if is_found else set())


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


FILTERS = [
    (Wish(sector="C"), {"sector": "C"}, {"sector": "I"}),
    (Wish(region="ITF4"), {"region": "ITF4"}, {}),
    (Wish(size="small"), {"size": "small"}, {"size": None}),
    (Wish(stage="T1"), {"stage": "T1"}, {}),
    (Wish(consultant="Anna"), {"consultant": "Anna"}, {"consultant": "Annabella"}),
    (Wish(consultant=NOBODY), {}, {"consultant": "Anna"}),
    (Wish(visit="this-month"), {}, {"visited_at": NOON - timedelta(days=20)}),
    (Wish(visit="over-6-months"), {"visited_at": NOON - timedelta(days=200)}, {}),
    (Wish(visit="over-12-months"), {"visited_at": None}, {"visited_at": NOON - timedelta(days=200)}),
    (Wish(due="overdue"), {"due_on": DAY - timedelta(days=1)}, {"due_on": DAY}),
    (Wish(due="within-30-days"), {"due_on": DAY}, {"due_on": DAY + timedelta(days=31)}),
    (Wish(due="any"), {"due_on": DAY}, {}),
    (Wish(), {}, {"is_archived": True}),
    (Wish(shelf="archived"), {"is_archived": True}, {}),
]


@pytest.mark.parametrize(("wish", "fits", "does_not"), FILTERS)
def test_a_filter_keeps_what_fits(wish: Wish, fits: dict[str, Any], does_not: dict[str, Any]) -> None:
    assert found([a_row(1, **fits), a_row(2, **does_not)], wish) == {1}


def test_companies_of_one_vat_number_are_twins_however_it_is_written() -> None:
    rows = [a_row(1, vat="00159560366"), a_row(2, vat="IT 001 595 603 66"), a_row(3, vat="n/d"), a_row(4)]
    listing = Listing((*rows, a_row(5, vat="00159560366", country="RO")), DAY)
    assert set(listing.twins) == {1, 2}
    assert listing.twins_of(1) == (2,)
    assert found(rows, Wish(is_twin=True)) == {1, 2}


ROWS = st.builds(
    a_row,
    st.integers(1, 10**6),
    name=st.text(max_size=5),
    sector=st.sampled_from(("C", "I", None)),
    size=st.sampled_from(("micro", "large", None)),
    consultant=st.sampled_from(("", "Anna")),
    visited_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    due_on=st.none() | st.dates(),
    is_archived=st.booleans(),
)


@given(
    rows=st.lists(ROWS, max_size=20, unique_by=lambda row: row.id),
    order=st.sampled_from(get_args(Column)),
    is_descending=st.booleans(),
)
def test_every_order_shows_every_company_once(
    rows: list[CompanyRow], order: Column, *, is_descending: bool
) -> None:
    listing = Listing(tuple(rows), DAY)
    wish = Wish(order=order, is_descending=is_descending, shelf="all")
    shown = listing.find(wish)
    assert sorted(row.id for row in shown) == sorted(row.id for row in rows)
    if not (order == "visit" and is_descending):
        turned = listing.find(replace(wish, is_descending=not is_descending))
        assert order == "visit" or shown == turned[::-1]


@given(st.lists(ROWS, max_size=20, unique_by=lambda row: row.id), st.sampled_from(get_args(Shelf)))
def test_the_count_of_a_shelf_is_that_of_the_companies_on_it(rows: list[CompanyRow], shelf: Shelf) -> None:
    listing = Listing(tuple(rows), DAY)
    assert listing.count(shelf) == len(listing.find(Wish(shelf=shelf)))
