"""Apostrophes, and what stays together on a line."""

import pytest

from desktop.report.typography import lowered, typeset, without_widow


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
    ],
)
def test_text_is_set_once_and_for_all(text, shown):
    wanted = shown.replace("~", "\N{NO-BREAK SPACE}")

    assert typeset(text) == wanted
    assert typeset(wanted) == wanted


def test_only_a_long_sentence_keeps_its_last_word_with_the_one_before():
    assert without_widow("one two three four five six seven.").endswith("six\N{NO-BREAK SPACE}seven.")
    assert without_widow("People and skills") == "People and skills"


@pytest.mark.parametrize(
    ("text", "shown"), [("Will invest", "will invest"), ("IT staff", "IT staff"), ("", "")]
)
def test_a_text_that_goes_on_has_no_capital(text, shown):
    assert lowered(text) == shown
