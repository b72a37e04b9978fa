"""What a dimension's score tells is chosen by three bands."""

from fractions import Fraction

import pytest

from desktop.content.questionnaires.questionnaire_file import DimensionText


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (Fraction(0), "low"),
        (Fraction(349, 10), "low"),
        (Fraction(35), "middle"),
        (Fraction(649, 10), "middle"),
        (Fraction(65), "high"),
        (Fraction(100), "high"),
    ],
)
def test_a_score_is_told_by_the_band_it_lies_in(score: Fraction, told: str) -> None:
    text = DimensionText(name="n", about="a", low="low", middle="middle", high="high")
    assert text.told_at(score) == told
