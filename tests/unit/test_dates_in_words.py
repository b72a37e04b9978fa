"""Dates as Italians write them: the first of a month is 1º, and 8 and 11 shorten the article before them."""

import datetime as dt

import pytest

from desktop.text import say, wording


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (1, "Dato il 1º marzo 2026, revocato il 1º aprile 2026."),
        (8, "Dato l'8 marzo 2026, revocato l'8 aprile 2026."),
        (11, "Dato l'11 marzo 2026, revocato l'11 aprile 2026."),
        (18, "Dato il 18 marzo 2026, revocato il 18 aprile 2026."),
    ],
)
def test_the_article_fits_the_day(day: int, words: str) -> None:
    told = say("Agreed on {day}, withdrawn on {end}.", day=dt.date(2026, 3, day), end=dt.date(2026, 4, day))
    assert wording("it").tell(told) == words


@pytest.mark.parametrize(("day", "words"), [(8, "dall'8 marzo 2026"), (9, "dal 9 marzo 2026")])
def test_a_preposition_fits_the_day(day: int, words: str) -> None:
    italian = wording("it")
    told = italian("Week {week}, from {date}", week=2, date=italian.date(dt.date(2026, 3, day)))
    assert told == f"Settimana 2, {words}"


def test_an_article_before_other_numbers_stays() -> None:
    assert wording("it")("“{text}”", text="il 8 per cento") == "«il 8 per cento»"
