"""Figures read alike wherever they stand: marks between thousands, as many decimals, days in tables."""

from datetime import date
from fractions import Fraction

import pytest

from desktop.text import wording


@pytest.mark.parametrize(("language", "told"), [("it", "80.000 aziende"), ("en", "80,000 companies")])
def test_a_large_count_has_its_marks_in_a_sentence_too(language, told):
    assert wording(language).plural("{count} company", "{count} companies", 80_000) == told


def test_figures_below_each_other_have_as_many_decimals():
    italian = wording("it")
    assert [italian.decimal(value) for value in (Fraction(43), Fraction(847, 20), Fraction(-1, 8))] == [
        "43,0",
        "42,4",
        "-0,1",
    ]


@pytest.mark.parametrize(("language", "told"), [("it", "8 nov 2026"), ("en", "8 Nov 2026")])
def test_a_day_in_a_table_names_its_month(language, told):
    assert wording(language).day(date(2026, 11, 8)) == told
