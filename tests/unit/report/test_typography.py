"""Apostrophes, and what stays together on a line."""

import pytest

from desktop.report.typography import lowered, typeset


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("l'hub dell'impresa", "l’hub dell’impresa"),
        ("the providers' prices", "the providers’ prices"),
        ("the 'best' one", "the ‘best’ one"),
        ("2 h, 5 € and 3 people", "2~h, 5~€ and 3 people"),
        ("≈ 6 h, 2 × 3", "≈~6~h, 2~×~3"),
        ("from 1 February 2027", "from 1~February~2027"),
        ("ticked: 1 of 5, segnate: 1 su 5", "ticked: 1~of~5, segnate: 1~su~5"),
        ("11 Jan – 7 Feb", "11 Jan~– 7 Feb"),
        ("(Reg. (EU) 2023/2831)", "(Reg.~(EU)~2023/2831)"),
        ("(Reg. (UE) n. 1408/2013)", "(Reg.~(UE)~n. 1408/2013)"),
    ],
)
def test_text_is_set_once_and_for_all(text, shown):
    wanted = shown.replace("~", "\N{NO-BREAK SPACE}")

    assert typeset(text) == wanted
    assert typeset(wanted) == wanted


@pytest.mark.parametrize(
    ("text", "shown"), [("Will invest", "will invest"), ("IT staff", "IT staff"), ("", "")]
)
def test_a_text_that_goes_on_has_no_capital(text, shown):
    assert lowered(text) == shown
