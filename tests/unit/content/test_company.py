"""Size classes, the DMA's bands, VAT numbers and limits of a company."""

from fractions import Fraction

import pytest

from desktop.content.company import Constraints, People, is_vat_number_valid
from tests.builders import a_company

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("headcount", "band"),
    [
        (0, "micro"),
        (9, "micro"),
        (10, "small"),
        (49, "small"),
        (50, "medium"),
        (249, "medium"),
        (250, "large"),
    ],
)
def test_the_dma_band_and_the_class_follow_the_headcount(headcount: int, band: str) -> None:
    company = a_company(headcount=headcount)
    assert (company.dma_staff_band, company.size_class) == (band, band)


@pytest.mark.parametrize(
    ("headcount", "turnover", "balance", "size"),
    [
        (9, 2 * MILLION, 2 * MILLION, "micro"),
        (9, 2 * MILLION + 1, 2 * MILLION, "micro"),
        (9, 2 * MILLION, 2 * MILLION + 1, "micro"),
        (9, 2 * MILLION + 1, 2 * MILLION + 1, "small"),
        (9, 3 * MILLION, None, "small"),
        (9, None, 3 * MILLION, "small"),
        (9, None, 2 * MILLION, "micro"),
        (9, 0, None, "micro"),
        (9, 11 * MILLION, 11 * MILLION, "medium"),
        (9, 51 * MILLION, 44 * MILLION, "large"),
        (49, 10 * MILLION, 900 * MILLION, "small"),
        (49, 10 * MILLION + 1, 10 * MILLION + 1, "medium"),
        (249, 50 * MILLION, 44 * MILLION, "medium"),
        (249, 51 * MILLION, 43 * MILLION, "medium"),
        (249, 50 * MILLION + 1, 43 * MILLION + 1, "large"),
        (250, 1, 1, "large"),
    ],
)
def test_one_amount_within_the_limit_keeps_the_class(
    headcount: int, turnover: int, balance: int, size: str
) -> None:
    company = a_company(headcount=headcount, turnover_eur=turnover, balance_sheet_eur=balance)
    assert company.size_class == size


def test_amounts_do_not_change_the_dma_band() -> None:
    assert (
        a_company(headcount=9, turnover_eur=900 * MILLION, balance_sheet_eur=900 * MILLION).dma_staff_band
        == "micro"
    )


@pytest.mark.parametrize(
    "number", ["00743110157", "IT00743110157", " 007 4311 0157 ", "it00743110157", "12345670017"]
)
def test_an_italian_vat_number_with_the_right_check_digit_is_valid(number: str) -> None:
    assert is_vat_number_valid("IT", number)


@pytest.mark.parametrize(
    "number", ["00743110158", "0074311015", "007431101577", "DE00743110157", "abc", "", "٠٠٧٤٣١١٠١٥٧"]
)
def test_an_italian_vat_number_that_is_wrong_is_not(number: str) -> None:
    assert not is_vat_number_valid("IT", number)


@pytest.mark.parametrize(
    ("country", "number", "is_valid"),
    [
        ("DE", "136695976", True),
        ("DE", "136695978", False),
        ("AT", "ATU13585627", True),
        ("GR", "EL094259216", True),
        ("GR", "GR094259216", True),
        ("CH", "CHE-107.787.577 IVA", True),
        ("US", "anything", True),
    ],
)
def test_other_countries_have_their_own_numbers(country: str, number: str, *, is_valid: bool) -> None:
    assert is_vat_number_valid(country, number) is is_valid


def test_only_roles_with_people_are_listed() -> None:
    assert People(owner=1, employee=3).by_role() == {"owner": 1, "employee": 3}


def test_hours_are_two_a_week_where_nothing_was_said() -> None:
    constraints = Constraints(hours_per_week={"it": Fraction(7, 2)})
    assert (constraints.hours("it"), constraints.hours("owner")) == (Fraction(7, 2), 2)
